import type { Id, PlainDate } from '@hopluc/shared/values'
import type { IssuerTemplate, PaperHead, Signature } from '../papers/index.ts'

/** A body as its papers name it on a day. */
export interface Body {
  id: Id
  name: string
  shortName: string
  kind: string
  symbol: string | null
  /** "tỉnh Hưng Yên", and "Hưng Yên". */
  unit: string
  place: string
  /** How it writes its papers: its name above, its post below. */
  template: IssuerTemplate
}

/** The head of a paper that is still to be numbered and dated. */
export function headOf(body: Body, kind: string, day: PlainDate): PaperHead {
  const { superior, issuer, place } = body.template
  return {
    superior: body.kind === 'people_committee' ? null : superior,
    issuer: body.kind === 'people_committee' ? body.name : issuer,
    number: null,
    symbol: `${kind}${kind ? '-' : ''}${body.symbol ?? (body.kind === 'people_committee' ? 'UBND' : '…')}`,
    place,
    on: null,
    year: Number(day.slice(0, 4)),
    draft: null,
    urgency: null,
    isInternal: false,
  }
}

/** The head of the body signs; who it is stays open. */
export function signatureOf(body: Body): Signature {
  const post = body.kind === 'people_committee' ? 'Chủ tịch' : 'Thủ trưởng cơ quan'
  const direct = { mode: 'direct', principal: null, deputyFor: null, officeHeld: null } as const
  const { authority } = body.template
  const isOwn = body.kind === 'steering_committee' || body.kind === 'department'
  return { authority: isOwn ? authority : { ...direct, post }, name: null }
}
