import type { PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'

interface Line {
  code: string
  name: string
  level: string
  parent: string
}

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The units of a day that have a code, as the list `code,name,level,parent_code` that can be imported. */
export async function unitsAsCsv(
  db: Reader,
  day: PlainDate,
): Promise<{ csv: string; rows: number }> {
  const lines = await rowsOf(
    db,
    sql<Line>`select v.code, upper(left(v.kind, 1)) || substr(v.kind, 2) || ' ' || v.name as name, v.level,
        coalesce(case when p.level <> 'nation' then p.code end, '') as parent
      from unit_versions v left join unit_versions p on p.unit_id = v.parent_id
        and ${day} between p.from_on and p.until_on
      where ${day} between v.from_on and v.until_on and v.level <> 'nation' and v.code is not null
      order by case v.level when 'province' then 1 when 'district' then 2 else 3 end, v.code`,
  )
  const rows = lines.map(({ code, name, level, parent }) =>
    [code, name, level, parent].map(cell).join(','),
  )
  return { csv: `${['code,name,level,parent_code', ...rows].join('\n')}\n`, rows: rows.length }
}
