import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { aServerWithEntities } from '../../testing/entities.ts'
import type { TestPerson } from '../../testing/organisation.ts'

/** On 10/03/2026 the Department of Finance of A runs a fund, HTX Minh Phát may borrow. */
export async function aLendingServer() {
  const server = await aServerWithEntities()
  const { owner, a, made, send, on, countedIn } = server
  const neighbourId = await server.anEntity(a.communes[0].unitId, null, 'HTX Minh Tân')

  /** Empties what was lent, and sets up the fund anew. */
  const begin = async (): Promise<Id> => {
    on('2026-03-10')
    await sql`truncate loan_funds, audit_entries cascade`.execute(owner)
    const { id } = await made(a.standing, '/loan-funds', aFund())
    return id
  }
  return {
    ...server,
    neighbourId,
    begin,
    deed: (person: TestPerson, id: Id, body: object) => send(person, `/loans/${id}/deeds`, body),
    /** Everything that a write leaves behind, counted. */
    counted: () =>
      countedIn('loan_funds', 'loans', 'loan_events', 'loan_relations', 'audit_entries'),
  }
}

export const aFund = (more: object = {}) => ({
  id: newId(),
  name: 'Quỹ hỗ trợ phát triển HTX',
  legalBasis: 'Nghị định 45/2021/NĐ-CP',
  charterCapital: 20_000_000_000,
  ownPercent: 20,
  onePercent: 15,
  relatedPercent: 25,
  maxAmount: null,
  maxMonths: 60,
  yearlyRate: 8000,
  latePercent: 150,
  basis: 'months',
  groupDays: [10, 90, 180, 360],
  isEnded: false,
  ...more,
})
