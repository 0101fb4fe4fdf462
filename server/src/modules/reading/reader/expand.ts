import type { Directive } from './directive.ts'

/** Names so many back are forgotten. */
const LAST = 60

/**
 * Gives addressees the fullest form that the text has used before: "Phòng Kinh tế" after "Phòng
 * Kinh tế xã", "đơn vị này" and "Sở" for the body named last.
 */
export function expandNames(directives: readonly Directive[]): Directive[] {
  const seen = new Set<string>()
  return directives.map((directive) => {
    const holder = directive.holder.map((body) => {
      const low = body.name.toLowerCase()
      const fuller = [...seen].findLast((name) => isFuller(name.toLowerCase(), low))
      if (fuller !== undefined) return { ...body, name: fuller }
      seen.delete(body.name)
      seen.add(body.name)
      if (seen.size > LAST) seen.delete([...seen][0] ?? '')
      return body
    })
    return { ...directive, holder }
  })
}

const PRONOUN = /^(?:đơn vị|cơ quan|sở|phòng|ban)(?: này| nêu trên| trên)?$/u

function isFuller(name: string, short: string): boolean {
  if (PRONOUN.test(short))
    return new RegExp(`^(?:sở|phòng|ban|liên minh|ubnd)`, 'u').test(name) && !PRONOUN.test(name)
  return (
    /^(?: (?:tỉnh|huyện|xã|phường|thành phố|thị xã))$/u.test(name.slice(short.length)) &&
    name.startsWith(short) &&
    !short.startsWith('ubnd')
  )
}
