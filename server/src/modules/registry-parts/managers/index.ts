import { Manager, ManagerBody, Managers } from '@hopluc/shared/entity-parts-people'
import { sql } from 'kysely'
import { showPersonal } from '../../personal-fields/index.ts'
import { mayReadPersons } from '../policy.ts'
import { type Part, partRoutes } from '../rows/index.ts'
import { isOn, numberOf, textOf, warning } from '../words.ts'

const OFFICES = sql`array_position(array['chairman', 'vice_chairman', 'board_member', 'director',
  'deputy_director', 'group_head', 'head_controller', 'controller', 'accountant', 'other'], office)`

/** Who manages it, then and now. Year of birth and phone are for its keeper; the phone is masked. */
const managers: Part = {
  noun: 'managers',
  deed: 'manager',
  table: 'entity_managers',
  action: 'entity.keep_managers',
  body: ManagerBody,
  item: Manager,
  list: Managers,
  order: sql`until_on desc, ${OFFICES}, from_on desc`,
  hidden: ['birthYear'],
  present: (row, reading) => ({
    ...row,
    isCurrent: isOn(row, reading.day),
    birthYear: mayReadPersons(reading) ? row['birthYear'] : null,
    phone: showPersonal(
      reading.context.actor,
      'entity_managers.phone',
      textOf(row, 'id') ?? '',
      textOf(row, 'phone'),
    ),
  }),
  warn: (rows, { day }) => {
    const now = rows.filter((row) => isOn(row, day))
    const young = now.filter(
      (row) => Number(day.slice(0, 4)) - (numberOf(row, 'birthYear') ?? 0) < 18,
    )
    return [
      ...(now.filter((row) => row['office'] === 'director').length > 1
        ? [
            warning(
              'managers.two_directors',
              'office',
              'Có hơn một giám đốc trong cùng thời gian.',
              'There is more than one director at a time.',
            ),
          ]
        : []),
      ...(young.length > 0
        ? [
            warning(
              'managers.age',
              'birthYear',
              'Có cán bộ quản lý chưa đủ 18 tuổi theo năm sinh.',
              'A manager is under 18 by the year of birth.',
            ),
          ]
        : []),
    ]
  },
}

export const managerRoutes = partRoutes(managers)
