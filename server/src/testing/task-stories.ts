import { TaskDeed, type TaskEvent } from '@hopluc/shared/task-deeds'

/** Stories of a task that is due on 10 March 2026, led by `a`; `march(5)` is a day. */
export const [a, b, c, d] = [
  '018f0000-0000-7000-8000-00000000000a',
  '018f0000-0000-7000-8000-00000000000b',
  '018f0000-0000-7000-8000-00000000000c',
  '018f0000-0000-7000-8000-00000000000d',
]
export const march = (day: number) => `2026-03-${String(day).padStart(2, '0')}`
export const on = (day: number, deed: unknown): TaskEvent => ({
  ...TaskDeed.parse(deed),
  on: march(day),
})

export const draft = {
  action: 'draft',
  dueOn: march(10),
  leadId: a,
  leadIds: [],
  coIds: [],
  isStanding: false,
  on: '2026-02-01',
} satisfies TaskEvent
export const issue: TaskEvent = {
  ...on(1, { action: 'issue', number: '05/TB-BCĐ', signedOn: '2026-02-02' }),
  on: '2026-02-02',
}
export const issuedWith = (dueOn: string): TaskEvent => ({
  ...on(1, { action: 'issue', number: '05/TB-BCĐ', signedOn: '2026-02-02', dueOn }),
  on: '2026-02-02',
})
export const take: TaskEvent = { action: 'take_up', on: '2026-02-05' }
export const taken = [draft, issue, take]
export const reason = 'Mưa lũ'
export const submit = (day: number) => on(day, { action: 'submit', text: 'Đã xong' })
export const back = (day: number) => on(day, { action: 'return', reason })
export const confirm = on(30, { action: 'confirm' })
export const wants = (day: number, wish: object) => on(day, { action: 'request', wish, reason })
export const ask = (day: number, dueOn = march(20)) => wants(day, { kind: 'extend', dueOn })
export const grant = (day: number, seq: number, more = {}) =>
  on(day, {
    action: 'decide',
    seq,
    verdict: 'grant',
    paper: { number: '31', on: march(1) },
    ...more,
  })
export const refuse = (day: number, seq: number) =>
  on(day, { action: 'decide', seq, verdict: 'refuse' })
export const order = (day: number, wish: object) => on(day, { action: 'order', wish, reason })
export const pause = (day: number, isObjective: boolean) =>
  order(day, { kind: 'pause', isObjective })
export const resume = (day: number) => on(day, { action: 'resume', reason })
export const toB = (day: number) => order(day, { kind: 'change_lead', leadId: b })
export const handOver = (day: number): TaskEvent => ({
  action: 'hand_over',
  fromId: a,
  toId: b,
  act: 'Nghị quyết 1668/NQ-UBTVQH15',
  on: march(day),
})
