import { randomUUIDv7 as newId } from 'node:crypto'
import type { Id } from '@hopluc/shared/values'
import type { Kysely } from 'kysely'
import type { Schema } from '../../platform/db.ts'
import type { TestProvince } from '../../testing/organisation.ts'

export { aRegister, assertDone } from '../documents/fixture-for-test.ts'

/** What a standing officer types for a session of the committee, ten days from now. */
export function aMeeting(more: object = {}) {
  return {
    kind: 'committee',
    title: 'Họp Ban Chỉ đạo quý I năm 2026',
    heldOn: '2026-03-20',
    startsAt: '07:30',
    place: 'Phòng họp số 1, UBND tỉnh',
    chairName: 'Nguyễn Văn An',
    chairTitle: 'Phó Chủ tịch UBND tỉnh, Trưởng Ban Chỉ đạo',
    secretaryName: 'Trần Thị Hạnh',
    ...more,
  }
}

export function anInvited(agencyId: Id) {
  return { agencyId, name: 'Sở NN&MT tỉnh Minh An', title: null }
}

let number = 0

/** A task of the committee in a status that has held since January, without its events. */
export async function aDraftTask(
  owner: Kysely<Schema>,
  { committeeId, unitId, departmentId, standing }: TestProvince,
  { status, title }: { status: string; title: string },
): Promise<Id> {
  const id = newId()
  number += 1
  await owner
    .insertInto('tasks')
    .values({
      id,
      issuer_id: committeeId,
      issuer_unit_id: unitId,
      year: 2026,
      number,
      title,
      manner: 'assign',
      origin: 'document',
      lead_id: departmentId,
      is_given: true,
      created_by: standing.accountId,
    })
    .execute()
  await owner
    .insertInto('task_spans')
    .values({
      task_id: id,
      from_on: '2026-01-01',
      until_on: '9999-12-31',
      status,
      due_on: '2026-02-28',
      lead_id: departmentId,
    })
    .execute()
  return id
}
