import { beforeEach, expect, test } from 'vitest'
import { aTaskList } from '../../testing/tasks.ts'

const { organisation, clock, get, post, did, aTask, counts, empty } = await aTaskList()
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
