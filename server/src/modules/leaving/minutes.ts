import type { DutyKind } from '@hopluc/shared/hand-overs'
import { issuerTemplate, makeHandoverMinutes } from '../papers/index.ts'
import type { findHandOver, KeptDuty } from './store.ts'

const KINDS: Record<Exclude<DutyKind, 'task'>, string> = {
  reading: 'Văn bản đang trích nhiệm vụ',
  document: 'Dự thảo văn bản',
  opinions: 'Lượt lấy ý kiến',
  meeting: 'Cuộc họp',
  delegation: 'Ủy quyền',
}

type Act = NonNullable<Awaited<ReturnType<typeof findHandOver>>>

/** The minutes of one hand-over in Word, to be printed and signed by both sides. */
export function handOverMinutes({ body, giver, basis, onDay, note, duties }: Act): Promise<Buffer> {
  const unit = `${body.unitKind} ${body.place}`
  const { superior, issuer } = issuerTemplate({ ...body, unit })
  const isTop = body.kind === 'people_committee'
  const tasks = duties.filter(({ kind }) => kind === 'task')
  const others = duties.filter(({ kind }) => kind !== 'task')
  return makeHandoverMinutes({
    head: {
      superior: isTop ? null : superior,
      issuer: body.kind === 'office' || isTop ? body.name : issuer,
      number: null,
      symbol: `BB-${body.symbol ?? (isTop ? 'UBND' : '…')}`,
      place: body.place,
      on: onDay,
      year: Number(onDay.slice(0, 4)),
      draft: null,
      urgency: null,
      isInternal: false,
    },
    basis,
    on: onDay,
    place: body.name,
    giver: { body: body.name, persons: giver ? [{ name: giver.name, post: giver.title }] : [] },
    taker: { body: body.name, persons: takersOf(duties) },
    witness: null,
    tasks: tasks.map(({ code, title, agency, dueOn, to }) => ({
      code,
      text: title,
      source: '',
      lead: agency,
      co: [],
      assignedOn: null,
      due: dueOn ? dueOn.split('-').toReversed().join('/') : '',
      product: null,
      result: null,
      state: `Bàn giao cho ${to ?? '…'}`,
    })),
    files: others.map(({ kind, code, title, to }) => ({
      title: `${KINDS[kind === 'task' ? 'document' : kind]}: ${[code, title].filter(Boolean).join(' ')}`,
      amount: '01',
      note: to ? `Bàn giao cho ${to}` : 'Hết hiệu lực cùng chức vụ',
    })),
    remarks: note ? [note] : [],
  })
}

/** Each once, in the order in which they appear. */
function takersOf(duties: readonly KeptDuty[]) {
  const byName = new Map(
    duties.flatMap(({ toId, to, toPost }) =>
      toId && to ? [[toId, { name: to, post: toPost ?? '' }]] : [],
    ),
  )
  return [...byName.values()]
}
