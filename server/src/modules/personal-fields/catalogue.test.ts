import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { aDatabase } from '../../testing/database.ts'
import { listPersonal } from './index.ts'

const { owner } = await aDatabase()
const declared = listPersonal()

/** Words by which a column says that it holds data of persons. */
const SOUNDS = new RegExp(
  [
    'phone|mobile|telephone|zalo|facebook|e?mail',
    'birth|born|gender|sex|ethnic|relig|nationality|marital|disab|health',
    'identity|identification|citizen|cccd|cmnd|passport|tax_code|insurance_no',
    'address|residence|hometown|bank|account_number|account_no|iban|income|salary',
    'full_name|first_name|last_name|surname|person|contact|photo|portrait|avatar|signature|fingerprint',
    'signer|holder|chair_name|chair_title|secretary|asker|member_name|founder|manager|director|owner_name',
    'by_words|device|username',
  ].join('|'),
)
/** What only sounds so, and why. */
const NOT_PERSONAL: Record<string, string> = {
  'entity_versions.phone': 'of the office of a cooperative',
  'entity_versions.email': 'of the office of a cooperative',
  'entity_search.phone': 'of the office of a cooperative, by which it is found',
  'entity_import_mappings.fingerprint': 'of the heads of a file',
  'entity_places.address': 'of a cooperative; public by NĐ 92/2024, Điều 29',
}

interface Column {
  field: string
  type: string
}
const { rows: columns } = await sql<Column>`
  select c.relname || '.' || a.attname as field, format_type(a.atttypid, null) as type
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not c.relispartition order by 1`.execute(owner)

function undeclared(of: readonly Column[]): string[] {
  const known = new Set(declared.map(({ field }) => field))
  return of.flatMap(({ field, type }) => {
    const isData = ['text', 'date', 'jsonb', 'bytea', 'text[]'].includes(type)
    const sounds = SOUNDS.test(field.slice(field.indexOf('.') + 1))
    return isData && sounds && !known.has(field) && !(field in NOT_PERSONAL) ? [field] : []
  })
}

test('a column that sounds personal is declared', () => {
  // To be declared in its module by declarePersonalData(); or said above why it is not personal.
  expect(undeclared(columns)).toEqual([])
})

test('a new column with a phone, a birth day or a number of identity would be missed', async () => {
  const added = [
    'members.phone',
    'members.birth_date',
    'entities.identity_number',
    'x.home_address',
  ]
  expect(undeclared(added.map((field) => ({ field, type: 'text' })))).toEqual(added)
})

test('what is declared is there, with the columns that name record and account', () => {
  expect(createApp).toBeTypeOf('function') // loads the modules, which declare their own
  const there = new Set(columns.map(({ field }) => field))
  const wanted = declared.flatMap(({ table, field, record, account }) => [
    field,
    `${table}.${record}`,
    ...(account ? [`${table}.${account}`] : []),
  ])
  expect(wanted.filter((field) => !there.has(field))).toEqual([])
  expect(declared.length).toBeGreaterThan(40)
})

test('every field says whose it is, why, who sees it and how long it is kept, in both languages', () => {
  const lacking = declared.filter(({ subject, name, purpose, seenBy, retention }) =>
    [subject, name, purpose, seenBy, retention].some(({ vi, en }) => !vi || !en),
  )
  expect(lacking.map(({ field }) => field)).toEqual([])
})

test('phones, e-mails and numbers of identity are masked', () => {
  const open = declared.filter(
    ({ column, mask }) =>
      /phone|e?mail$|identity_number|birth_(date|day|on)$/.test(column) && !mask,
  )
  expect(open.map(({ field }) => field)).toEqual([])
})

test('what can be corrected carries a version, by which others see that it changed', () => {
  const there = new Set(columns.map(({ field }) => field))
  const without = declared.filter(({ table, correct }) => correct && !there.has(`${table}.version`))
  expect(without.map(({ field }) => field)).toEqual([])
})
