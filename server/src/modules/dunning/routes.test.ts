import mammoth from 'mammoth'
import { beforeEach, describe, expect, test } from 'vitest'
import { aTaskList } from '../../testing/tasks.ts'
import { nextRung } from './domain.ts'

const { organisation, owner, clock, get, post, aTask, counts, empty } = await aTaskList()
const { a } = organisation

beforeEach(empty)

test.each([
  [1, [], 'reminder'],
  [6, ['reminder'], 'reminder'],
  [3, ['reminder', 'reminder'], 'letter'],
  [7, [], 'letter'],
  [20, ['reminder', 'letter'], 'report'],
  [40, ['letter', 'report'], 'agenda'],
] as const)('%i days late, after %j, the next rung is %s', (days, rungs, next) => {
  expect(
    nextRung(
      days,
      rungs.map((rung) => ({ rung })),
    ).next,
  ).toBe(next)
})

describe('late tasks', () => {
  test('are proposed by agency with the next rung, but never those only asked for', async () => {
    const { id } = await aTask()
    await aTask({ leadIds: [a.allianceId], coIds: [] })
    clock.now = new Date('2026-03-22T03:00:00Z')
    const { items } = (await get('standing', '/dunning')).json()
    expect(items).toMatchObject([
      { agency: { id: a.departmentId }, tasks: [{ task: { id, daysLate: 2 }, next: 'reminder' }] },
    ])
    expect((await get('officer', '/dunning')).json().items).toEqual([])
    expect((await get('strangerstanding', '/dunning')).json().items).toEqual([])
  })

  test('are reminded of once each, told to the agency, with a text to copy', async () => {
    const { id } = await aTask()
    clock.now = new Date('2026-03-22T03:00:00Z')
    const command = { taskIds: [id], rung: 'reminder', note: 'qua điện thoại' }
    const before = await counts()
    expect((await post('officer', '/dunning', command)).statusCode).toBe(403)
    expect((await post('strangerstanding', '/dunning', command)).statusCode).toBe(404)
    expect(await counts()).toEqual(before)
    expect((await post('standing', '/dunning', command)).json()).toEqual({ recorded: 1 })
    const page = (await get('standing', `/tasks/${id}`)).json()
    expect(page.rungs).toMatchObject([
      { rung: 'reminder', on: '2026-03-22', note: 'qua điện thoại' },
    ])
    expect(page.comments).toMatchObject([{ kind: 'reminder' }])
    const inbox = (await get('officer', '/notices')).json()
    expect(inbox.items.map(({ kind }: { kind: string }) => kind)).toContain('task.reminded')
    const { items } = (await post('standing', '/dunning/texts', { taskIds: [id] })).json()
    expect(items[0].text).toContain('Kính gửi Sở NN&MT tỉnh Minh An')
    expect(items[0].text).toContain('quá hạn 2 ngày')
  })

  test('go into a letter that is a draft of the register with its file', async () => {
    const { id } = await aTask()
    clock.now = new Date('2026-03-29T03:00:00Z')
    const letter = { taskIds: [id], answerBy: '2026-04-05' }
    const before = await counts()
    expect((await post('leader', '/dunning/letters', letter)).statusCode).toBe(403)
    expect(await counts()).toEqual(before)
    const made = await post('standing', '/dunning/letters', letter)
    expect(made.json()).toMatchObject({ tasks: 1, fileName: 'Công văn đôn đốc 29.03.2026.docx' })
    const { documentId, fileId } = made.json()
    const document = await owner
      .selectFrom('documents')
      .select(['kind', 'state', 'owner_id'])
      .where('id', '=', documentId)
      .executeTakeFirst()
    expect(document).toEqual({ kind: 'CV', state: 'draft', owner_id: a.committeeId })
    const file = await get('standing', `/files/${fileId}`)
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const { items } = (await get('standing', '/dunning')).json()
    expect(items[0].tasks[0]).toMatchObject({
      next: 'report',
      rungs: [{ rung: 'letter', documentId }],
    })
  })

  test('go into a letter of the people’s committee, in its name and under its chair', async () => {
    const { id } = await aTask()
    const letter = { taskIds: [id], answerBy: '2026-04-05', under: 'people_committee' }
    const early = await counts()
    expect((await post('standing', '/dunning/letters', letter)).json()).toMatchObject({
      status: 422,
      code: 'dunning.not_late',
    })
    expect(await counts()).toEqual(early)
    clock.now = new Date('2026-03-29T03:00:00Z')
    const before = await counts()
    for (const who of ['leader', 'otherofficer', 'observer'])
      expect((await post(who, '/dunning/letters', letter)).statusCode).toBe(403)
    for (const who of ['commune', 'strangerstanding', 'strangerchair'])
      expect((await post(who, '/dunning/letters', letter)).statusCode).toBe(404)
    expect(await counts()).toEqual(before)
    const made = (await post('standing', '/dunning/letters', letter)).json()
    expect(made).toMatchObject({ tasks: 1 })
    const words = async ({ fileId }: { fileId: string }) => {
      const { rawPayload: buffer } = await get('standing', `/files/${fileId}`)
      return (await mammoth.extractRawText({ buffer })).value
    }
    const text = await words(made)
    expect(text).toContain('UBND TỈNH MINH AN')
    expect(text).not.toContain('TL. TRƯỞNG BAN')
    const own = (
      await post('standing', '/dunning/letters', { ...letter, under: 'committee' })
    ).json()
    expect(await words(own)).toContain('TL. TRƯỞNG BAN')
  })

  test('that are not late are not pressed for', async () => {
    const { id } = await aTask()
    const before = await counts()
    const response = await post('standing', '/dunning', { taskIds: [id], rung: 'report' })
    expect(response.json()).toMatchObject({ status: 422, code: 'dunning.not_late' })
    expect(await counts()).toEqual(before)
  })
})
