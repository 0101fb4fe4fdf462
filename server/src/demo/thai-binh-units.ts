import { THAI_BINH } from './thai-binh-communes.ts'
import type { DemoUnit } from './units.ts'

const KINDS: Record<string, string> = { P: 'phường', TT: 'thị trấn' }
interface Commune {
  key: string
  kind: string
  name: string
  code?: string
  district: string
}
/** A commune of today in former Thái Bình, with those it was formed from. */
export interface Merged extends Commune {
  formedFrom: readonly Commune[]
}

const named = (words: string) => {
  const [first = '', ...rest] = words.split(' ')
  const kind = KINDS[first]
  return kind ? { kind, name: rest.join(' ') } : { kind: 'xã', name: words }
}

export const THAI_BINH_COMMUNES: readonly Merged[] = Object.entries(THAI_BINH).flatMap(
  ([district, lines]) =>
    lines.map((line) => {
      const [head = '', before = ''] = line.split(': ')
      const [code = ''] = head.split(' ')
      const formedFrom = before.split(', ').map((old, index) => {
        const [name = '', stated] = old.split(' @')
        return { key: `tb-${code}-${index}`, ...named(name), district: stated ?? district }
      })
      return { key: `hy-${code}`, ...named(head.slice(6)), code, district, formedFrom }
    }),
)

const districtKey = (name: string) => `tb-${name}`

/** Districts and communes of Thái Bình until they ended, and the communes that came of them. */
export function thaiBinhUnits(
  before: { from: string; until: string },
  since: string,
): readonly DemoUnit[] {
  const commune = (unit: Commune, parent: string): DemoUnit => ({
    key: unit.key,
    level: 'commune',
    kind: unit.kind,
    name: unit.name,
    parent,
    from: since,
  })
  return [
    ...Object.keys(THAI_BINH).map((name): DemoUnit => {
      const kind = name === 'Thái Bình' ? 'thành phố' : 'huyện'
      return {
        key: districtKey(name),
        level: 'district',
        kind,
        name,
        parent: 'thai-binh',
        ...before,
      }
    }),
    ...THAI_BINH_COMMUNES.flatMap((unit) => [
      ...unit.formedFrom.map((old) => ({ ...commune(old, districtKey(old.district)), ...before })),
      { ...commune(unit, 'hung-yen'), ...(unit.code ? { code: unit.code } : {}) },
    ]),
  ]
}
