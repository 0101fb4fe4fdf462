import { sql } from 'kysely'
import { expect, test } from 'vitest'
import './holding-list.ts'
import { listHoldings } from './modules/holdings/index.ts'
import { aDatabase } from './testing/database.ts'

const { owner } = await aDatabase()

/** Which module carries over what refers to a unit or an agency. */
const CARRIED: Readonly<Record<string, readonly string[]>> = {
  units: ['unit_versions', 'unit_successions'],
  agencies: ['agency_versions', 'agency_names', 'agency_successions', 'entities.agency_id'],
  committees: ['committee_versions', 'committee_members'],
  'committee-work': [
    'duties',
    'inspections.body_id',
    'inspections.unit_id',
    'programme_items',
    'boards',
  ],
  accounts: ['posts'],
  registry: ['entity_places', 'entity_spans'],
  tasks: ['tasks', 'task_parties', 'task_persons', 'opinions', 'task_spans'],
  meetings: ['meetings', 'meeting_attendees'],
  documents: ['documents', 'directives'],
  readings: ['readings'],
  figures: ['figures'],
}

/** What stays where it is, and why. */
const STAYS: Readonly<Record<string, string>> = {
  unit_ancestry: 'made anew from the versions of units',
  unit_parts: 'made anew from the successions of units',
  scope_agencies: 'made anew from posts and successions',
  scope_units: 'made anew from posts and successions',
  audit_entries: 'the audit says who acted then',
  audit_open: 'the audit says who acted then',
  audit_payloads: 'the audit says who acted then',
  files: 'who uploaded it; read by whoever reads what it belongs to',
  document_numbers: 'books of numbers end with the body, the successor begins its own',
  document_readers: 'to whom a paper was made known then',
  task_numbers: 'codes of tasks end with the body, the successor begins its own',
  self_reviews: 'what an agency said of its tasks in a quarter',
  hand_overs: 'minutes of a handing over, at the agency where it was made',
  committee_drafts: 'about a body that ends; its paper passes over with the drafts',
  committee_reminders: 'who was reminded of what, then',
  congresses: 'held by the Alliance that was; the successor holds its own',
  entity_memberships: 'joining another Alliance is the member’s own decision',
  inspection_remedies: 'what was asked for then; open ones are tasks, which pass over',
  programmes: 'the year’s programme of the body that was; open items are the lead’s, and pass over',
  purges: 'who ordered it',
  expected_reporters: 'who was asked for a period, then',
  figure_sums: 'made anew from figures',
  figure_sum_states: 'made anew from figures',
  stale_sums: 'what has to be added up anew',
  commune_works: 'planned in the unit that was; the heir goes on with it by work_units()',
  entity_search: 'made anew from the spans of entities',
  entity_doubles: 'found anew when an entity is moved; those above what came to them see the pair',
  entity_merges: 'where both lay when they were merged; the heirs see it',
  entity_import_mappings: 'how an agency’s files are laid out; the successor maps its own',
  entity_imports: 'what its people imported, then; the successor imports its own',
  plans: 'a plan is of its body and its area; who comes after reads it and goes on with it',
  targets: 'who answers for it then; the explanation that is asked is a task, which passes over',
  target_allotments: 'what the unit was given; told to the end of its days',
  target_registrations: 'what the unit said of itself, then',
  target_tasks: 'of whom it was asked, then',
  support_policies: 'policies of a body’s own list; the successor keeps its own',
  plan_needs: 'what the agency said of itself, then',
  plan_funds: 'what the agency was allotted; told to the end of its days',
  reports: 'of which unit it spoke then; its document passes over',
  report_templates: 'the successor uploads its own, and reads those of whom it came from',
  report_makes: 'which report it was compared with',
  report_figures: 'what the report printed then',
  report_forms: 'whose form it is; the successor reads it and makes its own',
  rounds: 'who asked of whom, then; the successor goes on with it',
  returns: 'of the unit that was asked; its successor reads it and carries it to its end',
  return_cells: 'of the unit that was asked, then',
  return_texts: 'of the unit that was asked, then',
  return_clients: 'what a browser sent for the unit that was asked',
  return_offers: 'for the unit that was asked, then',
  return_invites: 'by the unit that was asked, then',
  return_remarks: 'to the unit that was asked, then',
  return_events: 'of the unit that was asked, then',
  assessments: 'where the cooperative lay; the successor, who keeps its register, goes on with it',
  assessment_rounds: 'who opened it for which unit; the successor goes on with it',
  assessment_steps: 'by whom it was scored, then',
  criteria_sets: 'whose set it is; the successor reads it and copies it',
  difficulties: 'where it arose and who answers; the successors read it and answer',
  graduates: 'who pays the support and where the cooperative lay, then',
  wage_floors: 'whose list it is; the successor keeps its own',
  trade_events: 'who organised it; the successor reads it and goes on with it',
  trade_participants: 'where the cooperative lay, then',
  courses: 'whose course it is; the successor reads it and goes on with it',
  course_people: 'where the cooperative lay and who entered the person, then',
  difficulty_events: 'to whom it went, then',
  difficulty_rules:
    'who answers in the unit; its successor says so anew, and until then the defaults hold',
  support_programmes: 'who runs it; the successor goes on with it',
  support_appraisers: 'who was asked; the successor says it',
  support_applications: 'where it was asked for and by whom, then',
  support_opinions: 'who said it, then',
  entity_checks: 'where it lay and who inspects; the successors read it and go on with it',
  entity_check_limits: 'what the province allows; the successor says so anew',
  rural_criteria: 'what the province asks for; its successor says so anew',
  rural_evidence: 'what the commune showed, then',
  loan_funds: 'who runs it; the successor goes on with it',
  loans: 'where it was asked for and by whom, then',
  market_prices: 'who saw the price, then',
  alliance_dues: 'to whom it was owed, then; the successor goes on with it',
  activities: 'who did it, then; the successor goes on with it',
  recognitions: 'where the cooperative lay and who proposed it, then; the successors go on with it',
  recognition_lists: 'what the province recognised; the successor says what it does',
  saved_views: 'filters that people of the agency shared; the successor keeps its own',
}

interface Reference {
  table: string
  column: string
}

/** Keys to units and agencies, and columns that name one without a key. Partitions are their parent. */
async function listReferences(): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select t.relname as table, a.attname as column
    from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
      and t.relname not in ('units', 'agencies')
      and (exists (select from pg_constraint c where c.contype = 'f' and c.conrelid = t.oid
          and a.attnum = any (c.conkey) and c.confrelid in ('units'::regclass, 'agencies'::regclass))
        or a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
          and a.attname ~ '^(.*_)?(unit|agency|body|alliance|committee|lead|co|issuer)_ids?$')
    order by 1, 2`.execute(owner)
  return rows
}

test('whatever refers to a unit or an agency passes over with it, or stays for a reason', async () => {
  const carried = new Set(Object.values(CARRIED).flat())
  const references = await listReferences()
  expect(references.length).toBeGreaterThan(50)
  const forgotten = references.filter(
    ({ table, column }) =>
      !carried.has(table) && !carried.has(`${table}.${column}`) && STAYS[table] === undefined,
  )
  expect(forgotten).toEqual([])
})

test('each of these modules has said what it holds, in the order in which it moves', () => {
  const holdings = listHoldings()
  expect(holdings.map(({ module }) => module)).toEqual(
    expect.arrayContaining([...Object.keys(CARRIED), 'templates']),
  )
  const orders = holdings.map(({ order }) => order)
  expect(orders).toEqual(orders.toSorted((a, b) => a - b))
  for (const { module, move, kinds } of holdings)
    expect([module, move !== undefined || kinds.every(({ manner }) => manner !== 'moves')]).toEqual(
      [module, true],
    )
})
