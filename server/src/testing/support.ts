import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { aServerWithEntities } from './entities.ts'

/** Two provinces on 10/03/2026; the Department of Finance of A runs a programme, HTX Minh Phát may apply. */
export async function aSupportServer() {
  const server = await aServerWithEntities()
  const { owner, a, made, on } = server
  const neighbourId = await server.anEntity(a.communes[0].unitId, null, 'HTX Minh Tân')

  /** Empties what was supported, and sets up a programme with an open call. */
  const begin = async (): Promise<{ programmeId: Id; callId: Id }> => {
    on('2026-03-10')
    await sql`truncate support_programmes, audit_entries, notices cascade`.execute(owner)
    const { id } = await made(a.standing, '/support-programmes', aProgramme())
    const { calls } = await made(a.standing, '/support-calls', aCall(id))
    return { programmeId: id, callId: calls[0].id }
  }
  const aProgramme = (more: object = {}) => ({
    id: newId(),
    kind: 'machinery',
    name: 'Hỗ trợ máy móc',
    legalBasis: 'Nghị quyết 10/2025/NQ-HĐND',
    fromOn: '2026-01-01',
    untilOn: '2026-12-31',
    sources: [{ name: 'Ngân sách tỉnh', amount: 3_000_000_000 }],
    rule: [{ by: 'compare', value: '[H8]', op: '>=', to: '30' }],
    priority: ['members'],
    checklist: ['Đơn đề nghị'],
    maxAmount: 500_000_000,
    appraiserIds: [a.departmentId],
    isEnded: false,
    ...more,
  })
  const aCall = (programmeId: Id) => ({
    id: newId(),
    programmeId,
    name: 'Đợt 1',
    opensOn: '2026-03-01',
    closesOn: '2026-03-31',
    budget: null,
  })
  return {
    ...server,
    neighbourId,
    begin,
    aProgramme,
    aCall,
    /** Everything that a write leaves behind, counted. */
    counted: async () => {
      const { rows } = await sql<object>`select
        (select count(*)::int from support_programmes) as programmes,
        (select count(*)::int from support_calls) as calls,
        (select count(*)::int from support_applications) as applications,
        (select coalesce(sum(version), 0)::int from support_applications) as versions,
        (select count(*)::int from support_opinions) as opinions,
        (select count(*)::int from support_events) as events,
        (select count(*)::int from audit_entries) as deeds`.execute(owner)
      return rows[0]
    },
  }
}
