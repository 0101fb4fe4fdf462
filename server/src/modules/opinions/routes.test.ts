import { beforeEach, expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { aTaskList } from '../../testing/tasks.ts'

const { organisation, clock, db, get, post, did, aTask, counts, empty } = await aTaskList()
const { a } = organisation

beforeEach(empty)

async function aRound() {
  const { id } = await aTask({ coIds: [a.otherDepartmentId, a.standingAgencyId] })
  const { version } = await did('officer', id, 'take_up')
  const agencyIds = [a.otherDepartmentId, a.standingAgencyId]
  const command = {
    title: 'Dự thảo Kế hoạch',
    text: 'Toàn văn',
    untilOn: '2026-03-13',
    agencyIds,
    version,
  }
  return { id, command }
}

test('a round asks co-ordinators, whose answers come into one table in Word', async () => {
  const { id, command } = await aRound()
  const round = (await post('officer', `/tasks/${id}/opinion-rounds`, command)).json()
  expect(round.opinions).toHaveLength(2)
  expect((await get('otherofficer', '/tasks/pending')).json().items).toMatchObject([
    { kind: 'opinion', roundId: round.id },
  ])
  clock.now = new Date('2026-03-15T03:00:00Z')
  const remarks = [{ place: 'Mục II.3', text: 'Bổ sung kinh phí' }]
  const said = await post('otherofficer', `/opinion-rounds/${round.id}/answers`, {
    answer: 'remarks',
    remarks,
  })
  const own = said
    .json()
    .opinions.find((one: { agency: { id: string } }) => one.agency.id === a.otherDepartmentId)
  expect(own).toMatchObject({ answer: 'remarks', isLate: true, isSilent: false })
  expect(said.json().opinions.filter((one: { isSilent: boolean }) => one.isSilent)).toHaveLength(1)
  const replies = [{ handling: 'taken', reply: 'Đã bổ sung' }]
  const reply = { version: said.json().version, agencyId: a.otherDepartmentId, replies }
  const replied = (await post('officer', `/opinion-rounds/${round.id}/replies`, reply)).json()
  const closed = await post('leader', `/opinion-rounds/${round.id}/close`, {
    version: replied.version,
  })
  expect(closed.json()).toMatchObject({ closedOn: '2026-03-15', allowed: ['reply'] })
  expect((await get('officer', `/tasks/${id}`)).json()).toMatchObject({ waits: { atCo: 5 } })
  const paper = await get('officer', `/opinion-rounds/${round.id}/summary`)
  expect(paper.statusCode).toBe(200)
  expect(paper.rawPayload.subarray(0, 2).toString()).toBe('PK')
})

test('is refused to who does not lead, for who does not help, and when it is over', async () => {
  const { id, command } = await aRound()
  const before = await counts()
  const url = `/tasks/${id}/opinion-rounds`
  expect((await post('otherofficer', url, command)).statusCode).toBe(403)
  expect((await post('chair', url, command)).statusCode).toBe(403)
  expect((await post('strangerofficer', url, command)).statusCode).toBe(404)
  expect((await post('officer', url, { ...command, version: 1 })).statusCode).toBe(409)
  expect((await post('officer', url, { ...command, agencyIds: [a.allianceId] })).json().code).toBe(
    'opinions.not_co_ordinator',
  )
  expect((await post('officer', url, { ...command, untilOn: '2026-03-09' })).statusCode).toBe(422)
  expect(await counts()).toEqual(before)

  const round = (await post('officer', url, command)).json()
  const opened = await counts()
  const answers = `/opinion-rounds/${round.id}/answers`
  expect((await post('officer', answers, { answer: 'agree' })).statusCode).toBe(403)
  expect((await post('alliance', answers, { answer: 'agree' })).statusCode).toBe(404)
  expect((await post('otherofficer', answers, { answer: 'remarks' })).statusCode).toBe(422)
  expect(await counts()).toEqual(opened)
  expect((await post('otherofficer', answers, { answer: 'agree' })).statusCode).toBe(200)
  expect((await post('otherofficer', answers, { answer: 'agree' })).json().code).toBe(
    'opinions.answered',
  )
})

test('row security keeps others from answering and from taking over, whatever the server forgets', async () => {
  const { id, command } = await aRound()
  const round = (await post('officer', `/tasks/${id}/opinion-rounds`, command)).json()
  const writing = (person: typeof a.officer) =>
    createContext(db, person.actor, '2026-03-10', clock.now).write
  const answering = (person: typeof a.officer) =>
    writing(person)(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('opinions')
        .set({ answer: 'agree' })
        .where('round_id', '=', round.id)
        .where('agency_id', '=', a.otherDepartmentId)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    })
  expect(await answering(organisation.observer)).toBe(0)
  expect(await answering(a.standing)).toBe(0) // of the standing agency, which is asked as well
  expect(await answering(organisation.b.officer)).toBe(0)
  expect(await answering(a.otherOfficer)).toBe(1)

  const asked = { round_id: round.id, agency_id: a.allianceId }
  const adding = writing(a.otherOfficer)((tx) => tx.insertInto('opinions').values(asked).execute())
  await expect(adding).rejects.toThrow('row-level security')
  const taking = writing(a.otherOfficer)((tx) =>
    tx.updateTable('tasks').set({ issuer_id: a.otherDepartmentId }).where('id', '=', id).execute(),
  )
  await expect(taking).rejects.toThrow('permission denied')
  const speaking = writing(a.otherOfficer)((tx) =>
    tx
      .insertInto('task_comments')
      .values({
        id: crypto.randomUUID(),
        task_id: id,
        account_id: a.chair.accountId,
        by_words: 'Trưởng ban',
        text: 'Đồng ý',
      })
      .execute(),
  )
  await expect(speaking).rejects.toThrow('row-level security')
})

test('the database itself keeps a lead from another’s opinion, and who is asked from closing', async () => {
  const { id, command } = await aRound()
  const round = (await post('officer', `/tasks/${id}/opinion-rounds`, command)).json()
  const writing = (person: typeof a.officer) =>
    createContext(db, person.actor, '2026-03-10', clock.now).write
  const put = (person: typeof a.officer, values: object) =>
    writing(person)((tx) =>
      tx
        .updateTable('opinions')
        .set(values)
        .where('round_id', '=', round.id)
        .where('agency_id', '=', a.otherDepartmentId)
        .execute(),
    )
  const remark = { place: 'Mục I', text: 'Bổ sung', handling: null, reply: null }
  const remarks = (...all: object[]) => ({ remarks: JSON.stringify(all) })
  await expect(put(a.officer, { answer: 'agree' })).rejects.toThrow('answers for itself')
  await expect(put(a.officer, remarks(remark))).rejects.toThrow('answers for itself')
  await put(a.otherOfficer, { answer: 'remarks', ...remarks(remark) })
  // once, and neither its words nor its answer are another's to change
  await expect(put(a.otherOfficer, { answer: 'agree' })).rejects.toThrow('answers for itself')
  await expect(put(a.officer, remarks({ ...remark, text: 'Đồng ý' }))).rejects.toThrow('for itself')
  await expect(put(a.officer, remarks())).rejects.toThrow('answers for itself')
  const replied = remarks({ ...remark, handling: 'taken', reply: 'Đã bổ sung' })
  await expect(put(a.otherOfficer, replied)).rejects.toThrow('lead replies')
  await put(a.officer, replied)

  const close = (person: typeof a.officer) =>
    writing(person)((tx) =>
      tx
        .updateTable('opinion_rounds')
        .set({ closed_on: '2026-03-10' })
        .where('id', '=', round.id)
        .execute(),
    )
  await expect(close(a.otherOfficer)).rejects.toThrow('lead closes')
  await close(a.officer)
})
