import { randomUUIDv7 as newId } from 'node:crypto'
import type { Directive, Notice, NoticeIssue, SignedPaperReading } from '@hopluc/shared/directives'
import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { issueDocument } from '../documents/index.ts'
import { assertBodiesKnown } from './bodies.ts'
import { assertIssueDay, assertSamePaper, storedDue } from './domain.ts'
import { dropTasks, refreshTasks } from './drafts.ts'
import { itemsOf } from './items.ts'
import { work } from './notice.ts'
import * as notices from './notice-store.ts'
import { presentDirectives } from './present.ts'
import { ownWords } from './signed.ts'
import * as store from './store.ts'

/**
 * The signed paper is looked at and taken as it is: what the signer changed is taken over, the
 * notice is issued under its number, and the tasks are given with its day.
 * @throws AppError `directives.not_this_paper`, `.issued_before_meeting`, `documents.number_taken` …
 */
export function issue(context: Context, id: Id, command: NoticeIssue): Promise<Notice> {
  return work(context, id, 'issue', command.version, async (tx, notice) => {
    const { signed } = notice
    if (signed) assertSamePaper(signed, command)
    assertIssueDay(command.issuedOn, notice.heldOn ?? notice.content.meeting.on, context.today)
    const changed = await takeOver(tx, context, notice, command)
    await addSigned(tx, context, notice, command)
    await renumber(tx, context, notice)
    const { number, symbol, issuedOn, signerName, signerTitle } = command
    const { documentVersion } = await notices.get(tx, id)
    await issueDocument(tx, context, id, {
      number,
      symbol,
      issuedOn,
      signerName,
      ...(signerTitle && { signerTitle }),
      ...(notice.signedFileId && { signedFileId: notice.signedFileId }),
      version: documentVersion,
    })
    await notices.update(tx, id, {})
    return { symbol, issuedOn, signerName, changed, added: command.added.length }
  })
}

type Compared = NonNullable<SignedPaperReading['comparison']>['directives'][number]

/** What holds where the person said nothing: the signed words, and what is missing is dropped. */
function usual(compared: Compared | undefined): 'signed' | 'confirmed' | 'drop' {
  if (!compared || compared.status === 'same') return 'confirmed'
  return compared.status === 'missing' ? 'drop' : 'signed'
}

async function takeOver(
  tx: Tx,
  context: Context,
  notice: notices.NoticeRow,
  command: NoticeIssue,
): Promise<number> {
  const directives = await presentDirectives(tx, context, await store.listOf(tx, notice.id))
  const changed: Id[] = []
  const dropped: Id[] = []
  for (const directive of directives) {
    const compared = notice.signed?.comparison?.directives.find(({ id }) => id === directive.id)
    const said = command.directives.find(({ id }) => id === directive.id)
    const use = said?.use ?? usual(compared)
    if (use === 'drop') dropped.push(directive.id)
    if (use !== 'signed') continue
    const patch = signedPatch(notice.content, directive, compared, said)
    await store.update(tx, directive.id, patch)
    changed.push(directive.id)
  }
  await dropTasks(tx, context, dropped)
  for (const id of dropped) await store.update(tx, id, { noticeId: null })
  await refreshTasks(tx, context, changed)
  return changed.length
}

function signedPatch(
  head: Pick<Notice['content'], 'superior'>,
  directive: Directive,
  compared: Compared | undefined,
  said: NoticeIssue['directives'][number] | undefined,
): store.DirectivePatch {
  const signedText = compared?.signedText
  const text = said?.text ?? (signedText ? ownWords(directive, signedText, head) : directive.text)
  const dueOn = said?.dueOn === undefined ? (compared?.dueOn ?? undefined) : said.dueOn
  if (dueOn === undefined) return { text }
  const due = dueOn === null ? null : { on: dueOn, recurrence: null, isStanding: false }
  return { text, dueText: null, due: storedDue(due && { ...due, source: 'document' }) }
}

/** Items that the signer wrote in: directives like the others, with the signed paper as source. */
async function addSigned(
  tx: Tx,
  context: Context,
  notice: notices.NoticeRow,
  { added, issuedOn }: NoticeIssue,
): Promise<void> {
  if (added.length === 0) return
  const ownerUnitId = await notices.getIssuerUnit(tx, notice.ownerId, issuedOn)
  const present = await store.listOf(tx, notice.id)
  const origin = await notices.findOrigin(tx, notice.id)
  for (const [index, one] of added.entries())
    await assertBodiesKnown(
      tx,
      { leadIds: one.leadIds, coIds: [] },
      one.manner,
      issuedOn,
      `added.${index}`,
    )
  const rows = added.map(({ text, leadIds, manner, dueOn }, index): store.NewDirective => {
    const due = dueOn ? { on: dueOn, recurrence: null, isStanding: false } : null
    return {
      id: newId(),
      text,
      leadIds,
      leadWords: null,
      manner,
      coIds: [],
      ownerId: notice.ownerId,
      ownerUnitId,
      documentId: notice.id,
      noticeId: notice.id,
      readingId: origin?.id ?? null,
      meetingId: notice.meetingId,
      position: present.length + index + 1,
      item: null,
      start: null,
      end: null,
      quote: null,
      product: null,
      dueText: null,
      due: storedDue(due && { ...due, source: 'document' }),
      proposed: null,
      askedBack: null,
    }
  })
  await store.insert(tx, rows)
  await refreshTasks(
    tx,
    context,
    rows.map(({ id }) => id),
  )
}

/** Items are cited as the paper numbers them. */
async function renumber(tx: Tx, context: Context, notice: notices.NoticeRow): Promise<void> {
  const directives = await presentDirectives(tx, context, await store.listOf(tx, notice.id))
  const items = itemsOf(directives, notice.content.grouping)
  for (const [index, directive] of directives.entries())
    await store.update(tx, directive.id, { position: index + 1, item: items[index] ?? null })
}
