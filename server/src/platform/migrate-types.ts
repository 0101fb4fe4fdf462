import type pg from 'pg'
import { format } from 'prettier'

interface Column {
  table: string
  name: string
  type: string
  is_nullable: boolean
  has_default: boolean
  is_view: boolean
}

const SCALARS: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number', // counts and sequences, all below 2^53: db.ts parses them so
  float4: 'number',
  float8: 'number',
  numeric: 'string', // exact: figures and money never pass through a float
  jsonb: 'unknown',
  json: 'unknown',
  bytea: 'Buffer',
  timestamptz: 'Date',
}

/** Of every table and view in `public`, as Kysely reads it; days and uuids are text. */
export async function databaseTypes(client: Pick<pg.Client, 'query'>): Promise<string> {
  const { rows } = await client.query<Column>(`
    select c.relname as "table", a.attname as name, t.typname as type,
      not a.attnotnull and c.relkind <> 'v' as is_nullable,
      a.atthasdef or a.attidentity <> '' as has_default, c.relkind = 'v' as is_view
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v', 'm')
    join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
      and not c.relispartition and c.relname <> 'migrations'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C", a.attnum`)
  const tables = Map.groupBy(rows, ({ table }) => table)
  const interfaces = [...tables].map(
    ([table, columns]) =>
      `  ${table}: {\n${columns.map((column) => `    ${column.name}: ${typeOf(column)}`).join('\n')}\n  }`,
  )
  const text = `/* oxlint-disable max-lines -- generated from the database by \`npm run db:types\` */
import type { Generated } from 'kysely'

export interface Schema {
${interfaces.join('\n')}
}
`
  return format(text, {
    parser: 'typescript',
    semi: false,
    singleQuote: true,
    printWidth: 100,
    objectWrap: 'collapse',
  })
}

/** A view cannot tell what is null in it: its columns read as filled, and the reader knows better. */
function typeOf({ type, is_nullable, has_default }: Column): string {
  const one = SCALARS[type.replace(/^_/, '')] ?? 'string'
  const whole = type.startsWith('_') ? `${one}[]` : one
  const filled = is_nullable && whole !== 'unknown' ? `${whole} | null` : whole
  return has_default ? `Generated<${filled}>` : filled
}
