import { Member, MemberBody, MemberPage } from '@hopluc/shared/entity-parts-people'
import { sql } from 'kysely'
import { showPersonal } from '../../personal-fields/index.ts'
import type { Part, Row } from '../rows/index.ts'
import { textOf } from '../words.ts'

/** The register of members: personal numbers are masked even for whoever keeps it. */
export const members: Part = {
  noun: 'members',
  deed: 'member',
  table: 'entity_members',
  action: 'entity.keep_members',
  body: MemberBody,
  item: Member,
  list: MemberPage,
  order: sql`name`,
  hidden: ['name', 'address', 'note', 'nationality'],
  present: (row, { context, day }) => {
    const id = textOf(row, 'id') ?? ''
    const leftOn = textOf(row, 'leftOn')
    const shown = (field: string, value: Row[string]) =>
      showPersonal(
        context.actor,
        `entity_members.${field}`,
        id,
        typeof value === 'string' ? value : null,
      )
    return {
      ...row,
      percent: row['percent'] ?? null,
      isCurrent: (textOf(row, 'joinedOn') ?? '') <= day && (leftOn === null || leftOn > day),
      paperNo: shown('paper_no', row['paperNo']),
      phone: shown('phone', row['phone']),
    }
  },
}
