import { Direction, PaperKind, PaperUrgency, StoredFile } from '@hopluc/shared/documents'
import type { PaperHints } from '@hopluc/shared/document-files'
import { Id, PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'
import { newId } from '../../lib/new-id.ts'

const Chosen = z.array(z.object({ value: Id, label: z.string() }))

/**
 * What the register's form holds while one types. The text is not part of it: a text marked secret
 * must leave no trace, on this machine either.
 */
export const Registration = z.object({
  direction: Direction,
  kind: PaperKind,
  symbol: z.string(),
  issuedOn: PlainDate.nullable(),
  issuerName: z.string(),
  ownerId: Id.nullable(),
  signerName: z.string(),
  signerTitle: z.string(),
  abstract: z.string(),
  urgency: PaperUrgency,
  isInternal: z.boolean(),
  isStub: z.boolean(),
  isIssued: z.boolean(),
  arrivedOn: PlainDate.nullable(),
  arrivalNo: z.string(),
  recipients: z.string(),
  keptAt: z.string(),
  note: z.string(),
  readers: Chosen,
  restsOn: Chosen,
  files: z.array(StoredFile),
  key: z.string(),
})
export type Registration = z.infer<typeof Registration>

export function freshRegistration(direction: Direction, today: PlainDate): Registration {
  return {
    direction,
    kind: direction === 'outgoing' ? 'CV' : 'KH',
    symbol: '',
    issuedOn: null,
    issuerName: '',
    ownerId: null,
    signerName: '',
    signerTitle: '',
    abstract: '',
    urgency: 'normal',
    isInternal: false,
    isStub: false,
    isIssued: false,
    arrivedOn: today,
    arrivalNo: '',
    recipients: '',
    keptAt: '',
    note: '',
    readers: [],
    restsOn: [],
    files: [],
    key: newId(),
  }
}

/** What a file says of itself fills the fields that are still empty. */
export function withHints(form: Registration, hints: PaperHints): Registration {
  const { signerName, signerTitle, issuerName, abstract, symbol, issuedOn, kind } = hints
  return {
    ...form,
    kind: kind ?? form.kind,
    symbol: form.symbol || (symbol ?? ''),
    issuedOn: form.issuedOn ?? issuedOn,
    issuerName: form.issuerName || (issuerName ?? ''),
    abstract: form.abstract || (abstract ?? ''),
    signerName: form.signerName || (signerName ?? ''),
    signerTitle: form.signerTitle || (signerTitle ?? ''),
    urgency: hints.urgency === 'normal' ? form.urgency : hints.urgency,
    isIssued: form.isIssued || (hints.number !== null && form.direction === 'outgoing'),
  }
}

const orNull = (words: string) => words.trim() || null

/** As it is sent; `text` is what was pasted or read from the file. */
export function asCommand(form: Registration, text: string) {
  const { direction, isStub, isIssued, arrivalNo, files } = form
  const isDraft = direction === 'outgoing' && !isIssued && !isStub
  return {
    direction,
    kind: form.kind,
    symbol: orNull(form.symbol),
    issuedOn: isDraft ? null : form.issuedOn,
    ...(direction !== 'outgoing' &&
      form.issuerName.trim() && { issuerName: form.issuerName.trim() }),
    ...(form.ownerId && { ownerId: form.ownerId }),
    ...(direction === 'outgoing' &&
      !isStub && { state: isIssued ? ('issued' as const) : ('draft' as const) }),
    signerName: orNull(form.signerName),
    signerTitle: orNull(form.signerTitle),
    ...(form.abstract.trim() && { abstract: form.abstract.trim() }),
    urgency: form.urgency,
    isInternal: form.isInternal,
    isStub,
    ...(direction === 'incoming' && { arrivedOn: form.arrivedOn }),
    ...(direction === 'incoming' && Number(arrivalNo) > 0 && { arrivalNo: Number(arrivalNo) }),
    recipients: orNull(form.recipients),
    keptAt: orNull(form.keptAt),
    note: orNull(form.note),
    readerIds: form.readers.map(({ value }) => value),
    restsOnIds: form.restsOn.map(({ value }) => value),
    files: isStub ? [] : files.map(({ id }, index) => ({ fileId: id, part: partOf(form, index) })),
    ...(!isStub && text.trim() && { text }),
    key: form.key,
  }
}

function partOf({ direction, isIssued }: Registration, index: number) {
  if (index > 0) return 'attachment' as const
  return direction === 'outgoing' && !isIssued ? ('main' as const) : ('signed' as const)
}
