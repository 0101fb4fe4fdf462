import type { Assessment } from '@hopluc/shared/assessments'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { anAssessingServer, CONTENT, ROUND } from './server-for-test.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const server = await anAssessingServer()
const { a, b, clock, ask, send, put, deed, copied, anIssuedSet, aRound, counted, done } = server
const [east, west] = a.communes

beforeEach(server.begin)

const marks = (first: number | null, second: number | null, note: string | null = null) => [
  { key: '1', points: first, note },
  { key: '2', points: second, note },
]
const score = (version: number, points: object[], more: object = {}) => ({
  action: 'score',
  version,
  marks: points,
  ...more,
})

/** HTX Minh Phát through all levels: 20 + 45, the province takes 5 away. */
async function decided(round: Awaited<ReturnType<typeof aRound>>) {
  await done(deed(a.cooperative, round.phat, score(1, marks(20, 50))))
  await done(
    deed(a.cooperative, round.phat, { action: 'remark', version: 2, text: 'Nhất trí với HĐQT' }),
  )
  await done(deed(east.officer, round.phat, score(3, marks(20, 45, 'Thiếu biên bản quý III'))))
  await done(deed(a.standing, round.phat, score(4, marks(20, 40, 'Thiếu báo cáo tài chính'))))
  await done(
    deed(east.officer, round.tan, { action: 'not_rate', version: 1, text: 'Mới thành lập' }),
  )
  await done(deed(a.standing, round.tan, { action: 'not_rate', version: 2, text: 'Mới thành lập' }))
}

describe('a set', () => {
  test('is copied, filled in, issued, and then never changed: its next edition is', async () => {
    const copy = (await copied()).json()
    expect(copy).toMatchObject({ edition: 1, state: 'draft', allowed: ['edit', 'issue', 'copy'] })
    expect(
      (await send(a.standing, `/criteria-sets/${copy.id}/issue`, { version: 1 })).json(),
    ).toMatchObject({
      code: 'criteria.faulty',
      detail: expect.stringContaining('Chưa có tiêu chí nào'),
    })
    const wrong = {
      ...CONTENT,
      version: 1,
      criteria: [{ ...CONTENT.criteria[0], rule: { by: 'formula', value: '[H10] / [x]' } }],
    }
    expect((await put(a.standing, `/criteria-sets/${copy.id}`, wrong)).json().code).toBe(
      'criteria.faulty',
    )
    const filled = await put(a.standing, `/criteria-sets/${copy.id}`, { ...CONTENT, version: 1 })
    expect(filled.json()).toMatchObject({ most: 100, problems: [], open: [], version: 2 })
    const issued = await send(a.standing, `/criteria-sets/${copy.id}/issue`, { version: 2 })
    expect(issued.json()).toMatchObject({
      state: 'issued',
      issuedOn: '2026-03-10',
      allowed: ['copy'],
    })
    const again = await put(a.standing, `/criteria-sets/${copy.id}`, { ...CONTENT, version: 3 })
    expect(again.json().code).toBe('criteria.frozen')
    const next = await copied(a.standing, a.unitId, { copyOf: copy.id, isEdition: true })
    expect(next.json()).toMatchObject({
      edition: 2,
      seriesId: copy.seriesId,
      criteria: CONTENT.criteria,
    })
    expect(await server.events()).toEqual([
      'criteria.copy',
      'criteria.edit',
      'criteria.issue',
      'criteria.copy',
    ])
  })

  test('comes with the program where it is known, marked where it is not', async () => {
    const shipped = await ask(a.standing, '/criteria-sets/01980000-0000-7000-8000-0000000005a1')
    expect(shipped).toMatchObject({ unit: null, allowed: ['copy'] })
    expect(shipped.open).toEqual(expect.arrayContaining(['3a', '10', '15']))
    expect(shipped.problems.map((one: { vi: string }) => one.vi).join(' ')).toContain('điểm tối đa')
    const { items } = await ask(a.standing, '/criteria-sets')
    expect(items).toHaveLength(3)
    expect((await ask(a.standing, '/measures')).items.length).toBeGreaterThan(50)
  })
})

describe('a round', () => {
  test('goes from the cooperative over its board and the commune to the province, and is a figure', async () => {
    const round = await aRound()
    const own: Assessment = await ask(a.cooperative, `/assessments/${round.phat}`)
    expect(own).toMatchObject({ state: 'self', level: 'self', allowed: ['score'], most: 100 })
    expect(own.rows[0]).toMatchObject({ key: '1', computed: 20 })
    expect(own.rows[0]?.why).toContain('1.200 triệu đồng')
    await decided(round)
    const one: Assessment = await ask(a.cooperative, `/assessments/${round.phat}`)
    expect(one).toMatchObject({ state: 'decided', total: 60, bandName: 'Trung bình', allowed: [] })
    expect(one.rows[1]?.marks.map(({ level, points }) => [level, points])).toEqual([
      ['self', 50],
      ['commune', 45],
      ['province', 40],
    ])
    expect(one.lift).toMatchObject({
      bandName: 'Khá',
      missing: 5,
      gains: [
        { key: '1', gain: 20, vi: 'Doanh thu: hiện 1.200 triệu đồng, cần từ 2.000 triệu đồng' },
      ],
    })
    const published = await send(a.standing, `/assessment-rounds/${round.id}/publish`, {
      version: 1,
    })
    expect(published.json()).toMatchObject({
      state: 'published',
      appealUntilOn: '2026-03-20',
      total: { count: 2, bands: { average: 1 }, notRated: 1 },
      byUnit: [{ unit: { id: east.unitId }, count: 2 }],
    })
    expect(await server.figures()).toEqual([
      { code: 'H4', value: 1, from: 'assessment' },
      { code: 'H4k', value: 0, from: 'assessment' },
      { code: 'H4x', value: 1, from: 'assessment' },
    ])
  })

  test('an appeal within its term changes the result and the figures; after it there is none', async () => {
    const round = await aRound()
    await decided(round)
    await done(send(a.standing, `/assessment-rounds/${round.id}/publish`, { version: 1 }))
    const appeal = { action: 'appeal', version: 5, text: 'Đã nộp bổ sung báo cáo tài chính' }
    expect((await deed(a.cooperative, round.phat, appeal)).json()).toMatchObject({ appeal: 'open' })
    expect((await ask(a.standing, `/assessments/${round.phat}`)).allowed).toEqual(['decide'])
    const decision = {
      action: 'decide',
      version: 6,
      text: 'Chấp nhận báo cáo bổ sung',
      marks: marks(20, 50, 'Báo cáo bổ sung hợp lệ'),
    }
    expect((await deed(a.standing, round.phat, decision)).json()).toMatchObject({
      appeal: 'changed',
      bandName: 'Khá',
      total: 70,
    })
    expect((await server.figures()).map(({ value }) => value)).toEqual([1, 1, 1])
    const late = await aRound(a.standing, a.unitId)
    await decided(late)
    await done(send(a.standing, `/assessment-rounds/${late.id}/publish`, { version: 1 }))
    clock.now = new Date('2026-03-21T03:00:00Z')
    expect((await deed(a.cooperative, late.phat, appeal)).json().code).toBe(
      'assessments.wrong_state',
    )
  })

  test('of a commune ends there; who has not answered is scored in its place', async () => {
    const round = await aRound(east.officer, east.unitId)
    const scored = await deed(east.officer, round.phat, score(1, marks(20, 60)))
    expect(scored.json()).toMatchObject({ state: 'decided', bandName: 'Tốt' })
    const young = await deed(east.officer, round.tan, score(1, marks(10, 60)))
    expect(young.json()).toMatchObject({
      state: 'decided',
      band: null,
      notRated: 'Hoạt động chưa đủ 12 tháng',
    })
    const other = await aRound(east.officer, east.unitId)
    const fined = await deed(
      east.officer,
      other.phat,
      score(1, marks(20, 60), { exclusion: 'fined' }),
    )
    expect(fined.json()).toMatchObject({ total: 80, bandName: 'Yếu' })
  })

  test('points above the most, missing or changed without a word are refused by name', async () => {
    const round = await aRound()
    await done(deed(a.cooperative, round.phat, score(1, marks(20, null))))
    const before = await counted()
    const refused = await deed(east.officer, round.phat, score(2, marks(15, 70)))
    expect(refused.json()).toMatchObject({
      code: 'assessments.wrong_marks',
      detail: 'Vượt điểm tối đa: tiêu chí 2. Cần ghi lý do vì điểm khác bước trước: tiêu chí 1.',
    })
    expect(
      (await deed(east.officer, round.phat, score(2, marks(20, null)))).json().detail,
    ).toContain('Chưa chấm: tiêu chí 2')
    expect(
      (await send(a.standing, `/assessment-rounds/${round.id}/publish`, { version: 1 })).json(),
    ).toMatchObject({ code: 'assessments.undecided' })
    expect(await counted()).toEqual(before)
  })

  test('is set beside another set, and scored anew under it', async () => {
    const round = await aRound()
    await decided(round)
    const [first, second] = CONTENT.criteria
    const next = await anIssuedSet(
      {
        name: 'Bộ tiêu chí tỉnh A, sửa đổi',
        criteria: [
          { ...first, rule: { by: 'steps', value: '[H10]', steps: [{ from: 1000, points: 40 }] } },
          second,
        ],
      },
      { copyOf: round.set.id, isEdition: true },
    )
    const compared = await ask(a.standing, `/assessment-rounds/${round.id}/compare?set=${next.id}`)
    expect(compared).toMatchObject({
      count: 2,
      changed: 1,
      rows: [
        { left: { total: 60, bandName: 'Trung bình' }, right: { total: 80, bandName: 'Tốt' } },
        {},
      ],
    })
    const again = await send(a.standing, `/assessment-rounds/${round.id}/rescore`, {
      setId: next.id,
      version: 1,
    })
    expect(again.json()).toMatchObject({
      set: { id: next.id },
      total: { bands: { good: 1 }, notRated: 1 },
    })
    const one: Assessment = await ask(a.standing, `/assessments/${round.phat}`)
    expect(one.steps.at(-1)).toMatchObject({ action: 'rescore', total: 80 })
    expect((await server.events()).at(-1)).toBe('assessment.rescore')
  })

  test('is sent twice and opened once; its list is a cooperative’s own alone', async () => {
    const set = await anIssuedSet()
    const body = { ...ROUND, unitId: a.unitId, setId: set.id }
    const key = { 'idempotency-key': 'mo-dot-danh-gia-mot-lan' }
    await Promise.all([1, 2].map(() => send(a.standing, '/assessment-rounds', body, key)))
    await send(a.standing, '/assessment-rounds', body, key)
    expect(await counted()).toMatchObject({ rounds: 1, assessments: 2 })
    const names = async (person: typeof a.officer) =>
      (await ask(person, '/assessments')).items.map((one: Assessment) => one.entity.name)
    expect(await names(a.standing)).toEqual(['HTX Minh Phát', 'HTX Minh Tân'])
    expect(await names(a.cooperative)).toEqual(['HTX Minh Phát'])
    expect(await names(west.officer)).toEqual([])
    expect(await names(b.standing)).toEqual([])
    expect((await ask(a.cooperative, '/assessment-rounds')).items).toMatchObject([{ count: 1 }])
    expect((await ask(b.standing, '/assessment-rounds')).items).toEqual([])
  })
})

test('other units, other roles and who last saw another version are refused, and nothing is recorded', async () => {
  const round = await aRound()
  const draft = (await copied()).json()
  const before = await counted()
  const point = score(1, marks(20, 50))
  const open = { ...ROUND, year: 2026, setId: round.set.id }
  const refused = [
    [await copied(b.standing), 403],
    [await copied(a.cooperative), 403],
    [await put(b.standing, `/criteria-sets/${draft.id}`, { ...CONTENT, version: 1 }), 404],
    [await put(east.officer, `/criteria-sets/${draft.id}`, { ...CONTENT, version: 1 }), 404],
    [await put(a.standing, `/criteria-sets/${draft.id}`, { ...CONTENT, version: 9 }), 409],
    [await send(a.standing, `/criteria-sets/${draft.id}/issue`, { version: 9 }), 409],
    [await send(b.standing, '/assessment-rounds', { ...open, unitId: a.unitId }), 403],
    [await send(west.officer, '/assessment-rounds', { ...open, unitId: east.unitId }), 403],
    [
      await send(a.standing, '/assessment-rounds', { ...open, unitId: a.unitId, setId: draft.id }),
      422,
    ],
    [
      await send(a.standing, '/assessment-rounds', {
        ...ROUND,
        unitId: a.unitId,
        setId: round.set.id,
      }),
      422,
    ],
    [await send(b.standing, `/assessment-rounds/${round.id}/publish`, { version: 1 }), 404],
    [await send(east.officer, `/assessment-rounds/${round.id}/publish`, { version: 1 }), 403],
    [
      await send(east.officer, `/assessment-rounds/${round.id}/rescore`, {
        version: 1,
        setId: draft.id,
      }),
      403,
    ],
    [await deed(b.standing, round.phat, point), 404],
    [await deed(west.officer, round.phat, point), 404],
    [await deed(b.cooperative, round.phat, point), 404],
    [await deed(a.cooperative, round.tan, point), 404],
    [await deed(a.officer, round.phat, point), 403],
    [await deed(a.standing, round.phat, point), 422],
    [await deed(a.cooperative, round.phat, { ...point, version: 7 }), 409],
    [await deed(a.cooperative, round.phat, { action: 'not_rate', version: 1, text: 'x' }), 403],
    [await deed(east.officer, round.phat, { action: 'send_back', version: 1, text: 'x' }), 422],
    [await deed(a.cooperative, round.phat, { action: 'appeal', version: 1, text: 'x' }), 422],
  ] as const
  expect(refused.map(([{ statusCode }]) => statusCode)).toEqual(refused.map(([, code]) => code))
  expect(await counted()).toEqual(before)
})
