import type {
  Notice,
  NoticeAction,
  NoticeChange,
  NoticeReturn,
  NoticeStep,
} from '@hopluc/shared/directives'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import { changeDocument, stepDocument } from '../documents/index.ts'
import { makeConclusionNotice } from '../papers/index.ts'
import { assertCanDo, canDo } from './domain.ts'
import { startByWord } from './drafts.ts'
import { noticeInput } from './notice-content.ts'
import * as notices from './notice-store.ts'
import { mayNotice } from './policy.ts'
import { presentNotice, printed, standingOf } from './present.ts'
import * as store from './store.ts'
import { tellDecided, tellSubmitted } from './tell.ts'

export function get(context: Context, id: Id): Promise<Notice> {
  return context.read(async (db) => presentNotice(db, context, await notices.get(db, id)))
}

/** Lock, may I, can it, do it; answers the notice as it stands then. */
export function work(
  context: Context,
  id: Id,
  action: NoticeAction,
  version: number,
  doIt: (tx: Tx, notice: notices.NoticeRow) => Promise<object>,
): Promise<Notice> {
  const { actor } = context
  return context.write(async (tx) => {
    const notice = await notices.lock(tx, id, version)
    assertAllowed(mayNotice(actor, action, notice))
    assertCanDo(canDo.notice(action, standingOf(notice)))
    const data = await doIt(tx, notice)
    await audit.record(tx, actor, `notice.${action}`, id, data)
    return presentNotice(tx, context, await notices.get(tx, id))
  })
}

/** Changes the parts that are written by hand. */
export function change(context: Context, id: Id, { version, content }: NoticeChange) {
  return work(context, id, 'edit', version, async (tx, { documentVersion, content: before }) => {
    await notices.update(tx, id, { content })
    await changeDocument(tx, context, id, {
      version: documentVersion,
      abstract: content.abstract,
      symbol: content.symbol,
      signerName: content.signature.name,
      signerTitle: content.signature.post,
    })
    return audit.changes(before, content)
  })
}

/** Puts the draft before the chair. */
export function submit(context: Context, id: Id, { version, note }: NoticeStep) {
  return work(context, id, 'submit', version, async (tx, notice) => {
    await stepDocument(tx, context, id, {
      action: 'submit',
      version: notice.documentVersion,
      ...(note && { note }),
    })
    await notices.update(tx, id, { approved: null })
    await tellSubmitted(tx, context, notice)
    return { note }
  })
}

/** The chair agrees to the draft: it can be signed. */
export function approve(context: Context, id: Id, { version, note }: NoticeStep) {
  const { actor, now } = context
  return work(context, id, 'approve', version, async (tx, notice) => {
    const mark = { by: actor.byWords, at: now.toISOString() }
    const remarks = note ? [...notice.remarks, { text: note, ...mark }] : notice.remarks
    await notices.update(tx, id, { approved: mark, remarks })
    await tellDecided(tx, context, notice, 'approved')
    return { note }
  })
}

/** The chair gives the draft back with what is to be changed: it is the next draft. */
export function giveBack(context: Context, id: Id, { version, note }: NoticeReturn) {
  const { actor, now } = context
  return work(context, id, 'return', version, async (tx, notice) => {
    const remark = { text: note, by: actor.byWords, at: now.toISOString() }
    await notices.update(tx, id, { approved: null, remarks: [...notice.remarks, remark] })
    await stepDocument(tx, context, id, {
      action: 'redraft',
      version: notice.documentVersion,
      note,
    })
    await tellDecided(tx, context, notice, 'returned')
    return { note }
  })
}

/** "Giao theo kết luận tại cuộc họp, chờ thông báo": work begins on the chair's word. */
export function start(context: Context, id: Id, { version, note }: NoticeStep) {
  return work(context, id, 'start_by_word', version, async (tx) => {
    await startByWord(tx, context, id, note ?? '')
    await notices.update(tx, id, { startedByWordOn: context.today })
    await store.giveAll(tx, id, context.today)
    return { note }
  })
}

/** The notice as .docx in the layout of Decree 30/2020, from what is confirmed now. */
export async function paper(context: Context, id: Id): Promise<{ name: string; bytes: Buffer }> {
  const notice = await get(context, id)
  const isIssued = notice.state === 'issued' || notice.state === 'replaced'
  const on = notice.issuedOn
  const number = isIssued ? (/^\d+/.exec(notice.symbol ?? '')?.[0] ?? null) : null
  const bytes = await makeConclusionNotice(
    noticeInput(
      notice.content,
      notice.directives.map((one) => printed(one, notice.content)),
      {
        number,
        on,
        year: Number((on ?? context.today).slice(0, 4)),
        draftNo: isIssued || notice.state === 'approved' ? null : notice.draftNo,
      },
    ),
  )
  const draft = isIssued ? '' : ` - du thao ${notice.draftNo}`
  const symbol = (notice.symbol ?? notice.content.symbol).replaceAll('/', '-')
  return { name: `Thong bao ${symbol}${draft}.docx`, bytes }
}
