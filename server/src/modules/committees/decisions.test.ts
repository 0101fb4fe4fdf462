import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { aServer } from './server-for-test.ts'

vi.setConfig({ testTimeout: 30_000 })
const { owner, a, b, ask, send, textOf, events } = await aServer()
const url = `/committees/${a.committeeId}`
const chairSeatId = randomUUID()
await owner
  .insertInto('committee_members')
  .values({
    id: chairSeatId,
    committee_id: a.committeeId,
    name: '',
    office: 'Phó Chủ tịch UBND tỉnh',
    part: 'head',
    agency_id: a.peopleCommitteeId,
    from_on: '2020-01-01',
  })
  .execute()

describe('a decision that is prepared', () => {
  test('goes out as Word, and is recorded with its paper once it is signed', async () => {
    const proposal = {
      standingAgencyId: a.standingAgencyId,
      leaving: [chairSeatId],
      joining: [
        {
          name: 'Minh Văn An',
          office: 'Chủ tịch UBND tỉnh',
          part: 'head',
          agencyId: a.peopleCommitteeId,
          inChargeOf: 'Chỉ đạo chung',
        },
      ],
    }
    for (const person of [a.otherOfficer, b.standing])
      expect((await send(person, `${url}/decision-drafts`, proposal)).statusCode).toBe(403)
    expect(await events()).toEqual([])
    const made = await send(a.standing, `${url}/decision-drafts`, proposal)
    expect(made.statusCode).toBe(201)
    const { documentId } = made.json()
    const committee = await ask(a.standing, url)
    expect(committee.drafts).toMatchObject([{ documentId, state: 'draft', proposal }])
    expect(committee.head).toBe('Phó Chủ tịch UBND tỉnh')
    const { content } = await owner
      .selectFrom('documents')
      .select('content')
      .where('id', '=', documentId)
      .executeTakeFirstOrThrow()
    const { paper } = JSON.parse(JSON.stringify(content))
    const text = await textOf(a.standing, paper)
    expect(text).toContain('QUYẾT ĐỊNH')
    expect(text).toContain('1. Minh Văn An, Chủ tịch UBND tỉnh: Trưởng ban (Chỉ đạo chung)')
    expect(text).toMatch(/Thay thế Quyết định số \d+\/QĐ-UBND ngày [\d/]+/)
    expect((await ask(b.standing, paper)).code).toBe('committees.not_found')
  })
})
