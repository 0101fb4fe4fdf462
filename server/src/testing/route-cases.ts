import { type Kysely, sql } from 'kysely'
import type { Schema } from '../platform/db.ts'
import { assessmentIds, ASSESSMENT_READS } from './route-cases-assessments.ts'
import { CHECK_READS, checkIds } from './route-cases-entity-checks.ts'
import { figureIds, FIGURE_READS } from './route-cases-figures.ts'
import { DIFFICULTY_READS, difficultyIds } from './route-cases-difficulties.ts'
import { SUPPORT_READS, supportIds } from './route-cases-support.ts'
import { ACTIVITY_READS, activityIds } from './route-cases-activities.ts'
import { RECOGNITION_READS, recognitionIds } from './route-cases-recognitions.ts'
import { LOAN_READS, loanIds } from './route-cases-loans.ts'
import { planIds, PLAN_READS } from './route-cases-plans.ts'
import { REPORT_READS, reportIds } from './route-cases-reports.ts'
import { RETURN_READS, returnIds } from './route-cases-returns.ts'
import { PART_READS, PART_TABLES } from './route-cases-registry-parts.ts'
import { REGISTRY_READS } from './route-cases-registry.ts'
import { YEAR_READS } from './route-cases-registry-years.ts'

/**
 * How a route is tried. `all`: the same for everyone, and says why. `self`: what is the caller's own.
 * Else who of the demo reaches it, with which body; `at` where the address is not made of `ids`.
 */
export type RouteCase =
  | { all: string }
  | { self: true; body?: object }
  | {
      as: string
      body?: object
      at?: string
      /** It answers a file. */
      file?: true
      /** The body takes this part of what another address answers. */
      from?: { at: string; key: string }
      /** What is wrong beside, for the one who may: something of this installation, not of the record. */
      code?: string
      /** What a stranger is answered instead of a refusal, though nothing is done. */
      quiet?: number
      /** It takes a file. */
      upload?: true
    }

/** Records of the demo by the noun of the address that names them. */
export type Ids = Record<string, string>

/** Of each table of what hangs on an entity, the row of the entity by which routes are tried. */
const partIds = sql.join(
  PART_TABLES.map(
    (table) => sql`(select t.id from ${sql.table(table)} t join entities e on e.id = t.entity_id
      where e.name = 'Mật danh' limit 1) as ${sql.ref(table)}`,
  ),
)

export async function idsFor(owner: Kysely<Schema>): Promise<Ids> {
  const { rows } = await sql<Ids>`
    with me as (select a.id as account, p.id as post, p.agency_id as agency, p.committee_id as committee
      from accounts a join posts p on p.account_id = a.id and date '2026-03-10' between p.from_on and p.until_on
      where a.username = 'standing' limit 1)
    select me.account as accounts, me.agency as agencies, me.committee as committees,
      (select unit_id from agency_versions where agency_id = me.committee limit 1) as units,
      (select agency_id from posts p join accounts a on a.id = p.account_id where a.username = 'department'
        and date '2026-03-10' between p.from_on and p.until_on limit 1) as department,
      (select id from accounts where username = 'department') as "departmentAccount",
      (select p.id from posts p join accounts a on a.id = p.account_id where a.username = 'department'
        and date '2026-03-10' between p.from_on and p.until_on limit 1) as "departmentPost",
      (select task_id from opinion_rounds limit 1) as tasks,
      (select id from tasks where issuer_id = me.committee and not is_given limit 1) as "draftTask",
      (select id from opinion_rounds limit 1) as "opinion-rounds",
      (select id from documents where owner_id = me.committee and direction = 'outgoing' limit 1) as documents,
      (select d.id from documents d join conclusion_notices n on n.document_id = d.id
        where d.owner_id = me.committee limit 1) as notice,
      (select id from directives where owner_id = me.committee limit 1) as directives,
      (select id from meetings where agency_id in (me.committee, me.agency) limit 1) as meetings,
      (select id from readings where owner_id = me.committee and state = 'open' limit 1) as readings,
      (select id from files limit 1) as files,
      (select id from jobs where name = 'exports.sheet' limit 1) as jobs,
      (select id from jobs where name = 'units.import' limit 1) as imports,
      (select id from jobs where name = 'entities.import' limit 1) as "importJob",
      (select id from entity_import_mappings where name = 'Mật danh' limit 1) as entity_import_mappings,
      (select id from entity_imports where file_name = 'Mật danh' limit 1) as entity_imports,
      (select id from jobs where name = 'matters.archive' limit 1) as matters,
      (select id from purges where state = 'draft' limit 1) as purges,
      (select id from purges where state = 'done' limit 1) as "donePurge",
      (select id from retention_rules limit 1) as "retention-rules",
      (select id from posts where role = 'delegate' limit 1) as delegation,
      (select u.unit_id from unit_versions u where u.parent_id = (select unit_id from agency_versions
        where agency_id = me.committee limit 1) and u.until_on = '9999-12-31'
        and not exists (select from agency_versions v where v.unit_id = u.unit_id and v.kind = 'steering_committee')
        limit 1) as commune,
      (select s.task_id from task_spans s join tasks t on t.id = s.task_id where t.issuer_id = me.committee
        and date '2026-03-10' between s.from_on and s.until_on and s.status = 'overdue' limit 1) as "lateTask",
      (select i.id from inspections i join inspection_remedies r on r.inspection_id = i.id
        where i.body_id = me.committee and i.state = 'made' order by r.task_id is null desc limit 1) as "madeInspection",
      (select id from files where name = 'quản trị' limit 1) as "adminFile",
      (select coalesce(of_id, id) from committee_members where committee_id = me.committee limit 1) as "seatId",
      (select id from committee_members where committee_id = me.committee and until_on > '2026-03-10' limit 1) as "memberId",
      (select id from inspections where body_id = me.committee and state = 'planned' limit 1) as inspections,
      (select r.id from inspection_remedies r join inspections i on i.id = r.inspection_id
        where i.body_id = me.committee and i.state = 'made' order by r.task_id is null desc limit 1) as "remedyId",
      (select id from duties where body_id = me.committee limit 1) as duties,
      (select id from duties where holder_office = 'Mật danh' limit 1) as leaders,
      (select id from programmes where body_id = me.committee limit 1) as programmes,
      (select id from programme_items where programme_id in (select id from programmes where body_id = me.committee) limit 1) as "itemId",
      (select p.agency_id from posts p join accounts a on a.id = p.account_id where a.username = 'alliance'
        and date '2026-03-10' between p.from_on and p.until_on limit 1) as alliances,
      (select c.id from congresses c join posts p on p.agency_id = c.alliance_id
        join accounts a on a.id = p.account_id where a.username = 'alliance' limit 1) as "congressId",
      (select id from committee_drafts limit 1) as "draftId",
      (select id from reorganisations where state = 'applied' limit 1) as reorganisations,
      (select id from hand_overs limit 1) as "handOverId",
      (select id from api_tokens order by id limit 1) as "tokenId",
      (select id from api_tokens order by id desc limit 1) as tokens,
      (select id from sessions where device = 'Mật danh' order by id limit 1) as "sessionId",
      (select id from sessions where device = 'Mật danh' order by id desc limit 1) as sessions,
      (select id from passkeys limit 1) as passkeys,
      (select id from account_identities limit 1) as "identityId",
      (select id from data_requests where subject_id is not null limit 1) as "dataRequest",
      (select subject_id from data_requests where subject_id is not null limit 1) as "dataSubject",
      (select id from entities where name = 'Mật danh' limit 1) as entities,
      (select id from entity_events where kind = 'congress'
        and entity_id in (select id from entities where name = 'Mật danh') limit 1) as "congressEvent",
      (select id from entities where name = 'Mật danh Liên hiệp' limit 1) as "unionId",
      (select p.id from entity_proposals p join entities e on e.id = p.entity_id
        where e.name = 'Mật danh' limit 1) as proposal,
      (select e.id from entities e join posts p on p.agency_id = e.agency_id
        join accounts a on a.id = p.account_id where a.username = 'cooperative' limit 1) as "ownEntity",
      (select p.id from entity_proposals p join entities e on e.id = p.entity_id
        join posts t on t.agency_id = e.agency_id join accounts a on a.id = t.account_id
        where a.username = 'cooperative' and p.state = 'open' limit 1) as "ownProposal",
      (select id from commune_works where note = 'Mật danh' limit 1) as work,
      (select id from saved_views limit 1) as views,
      (select id from entity_doubles limit 1) as "entity-doubles",
      (select id from entity_merges limit 1) as "entity-merges",
      ${figureIds},
      ${partIds}, ${planIds}, ${reportIds}, ${returnIds}, ${difficultyIds}, ${assessmentIds}, ${checkIds}, ${loanIds}, ${recognitionIds}, ${activityIds}, ${supportIds},
      me.post as "postId"
    from me`.execute(owner)
  const [ids] = rows
  if (!ids) throw new Error('the demo has no standing officer')
  const missing = Object.entries(ids).flatMap(([name, id]) => (id ? [] : name))
  if (missing.length > 0) throw new Error(`the demo has no ${missing.join(', ')}`)
  return ids
}

const DIRECTORY = { all: 'the organisation is known to everyone signed in' } as const
const PUBLIC = { all: 'asked before anybody is known' } as const
const SAME = { all: 'the same for everyone' } as const
const SELF = { self: true } as const
const STANDING = { as: 'standing' } as const
const ADMIN = { as: 'admin' } as const
const PAPER = { as: 'standing', file: true } as const

/** Every address that reads. */
export const READS: Record<string, RouteCase> = {
  ...REGISTRY_READS,
  ...PART_READS,
  ...YEAR_READS,
  ...PLAN_READS,
  ...REPORT_READS,
  ...FIGURE_READS,
  ...RETURN_READS,
  ...DIFFICULTY_READS,
  ...ASSESSMENT_READS,
  ...CHECK_READS,
  ...LOAN_READS,
  ...RECOGNITION_READS,
  ...ACTIVITY_READS,
  ...SUPPORT_READS,
  'GET /health': PUBLIC,
  'GET /ready': PUBLIC,
  'GET /demo': PUBLIC,
  'GET /session/outside': PUBLIC,
  'GET /session/outside/{provider}': PUBLIC,
  'GET /session/outside/{provider}/callback': PUBLIC,
  'GET /session/second-factor': PUBLIC,
  'GET /sign-in-rules/password': PUBLIC,
  'GET /calendar': SAME,
  'GET /roles': SAME,
  'GET /tasks/rights': SAME,
  'GET /agencies': DIRECTORY,
  'GET /agencies/{id}': DIRECTORY,
  'GET /units': DIRECTORY,
  'GET /units/tree': DIRECTORY,
  'GET /units/{id}': DIRECTORY,
  'GET /committees': DIRECTORY,
  'GET /committees/missing': DIRECTORY,
  'GET /committees/levels': DIRECTORY,
  'GET /committees/{id}': DIRECTORY,
  'GET /committees/{id}/work': DIRECTORY,
  'GET /alliances/{id}': DIRECTORY,
  'GET /duties/entities': DIRECTORY,
  'GET /organisation/changes': DIRECTORY,
  'GET /leaders': DIRECTORY,
  'GET /session': SELF,
  'GET /session/counts': SELF,
  'GET /sessions': SELF,
  'GET /second-factor': SELF,
  'GET /tokens': SELF,
  'GET /documents/options': SELF,
  'GET /numbering': SELF,
  'GET /accounts': ADMIN,
  'GET /accounts/{id}': ADMIN,
  'GET /accounts/{id}/duties': ADMIN,
  'GET /accounts/{id}/hand-overs/{handOverId}/minutes': { as: 'admin', file: true },
  'GET /accounts/{id}/contact': ADMIN,
  'GET /personal-data/fields': { all: 'what is kept of persons is no secret to them' },
  'GET /personal-data/deadlines': { all: 'who asks may know when the answer is due' },
  'GET /personal-data/requests': ADMIN,
  'GET /personal-data/requests/{id}': { as: 'admin', at: '/personal-data/requests/{dataRequest}' },
  'GET /accounts/{id}/security': ADMIN,
  'GET /accounts/{id}/sessions': ADMIN,
  'GET /accounts/{id}/tokens': ADMIN,
  'GET /sign-in-rules': ADMIN,
  'GET /reorganisations': ADMIN,
  'GET /reorganisations/{id}': { as: 'admin', at: '/reorganisations/{reorganisations}' },
  'GET /reorganisations/{id}/report': {
    as: 'admin',
    at: '/reorganisations/{reorganisations}/report',
  },
  'GET /units/imports/{id}': { as: 'admin', at: '/units/imports/{imports}' },
  'GET /units/{id}/holding': ADMIN,
  'GET /audit': STANDING,
  'GET /committees/{id}/decision-drafts/{draftId}': PAPER,
  'GET /committees/{id}/programme': STANDING,
  'GET /committees/{id}/reminders/letter': {
    as: 'standing',
    at: '/committees/{committees}/reminders/letter?units={commune}',
    file: true,
  },
  'GET /committees/{id}/seats/{seatId}/worklist': STANDING,
  'GET /directives': STANDING,
  'GET /directives/{id}': STANDING,
  'GET /documents': STANDING,
  'GET /documents/books': {
    as: 'standing',
    at: '/documents/books?direction=outgoing&year=2026&bodyId={committees}',
  },
  'GET /documents/{id}': STANDING,
  'GET /documents/{id}/notice': { as: 'standing', at: '/documents/{notice}/notice' },
  'GET /documents/{id}/notice.docx': {
    as: 'standing',
    at: '/documents/{notice}/notice.docx',
    file: true,
  },
  'GET /dunning': STANDING,
  'GET /files/{id}': PAPER,
  'GET /inspections': STANDING,
  'GET /inspections/{id}': STANDING,
  'GET /inspections/{id}/paper': {
    as: 'standing',
    at: '/inspections/{madeInspection}/paper',
    file: true,
  },
  'GET /jobs/{id}': STANDING,
  'GET /matters/{id}': STANDING,
  'GET /purges': ADMIN,
  'GET /purges/{id}': ADMIN,
  'GET /purges/{id}/minutes': { as: 'admin', file: true, at: '/purges/{donePurge}/minutes' },
  'GET /retention-rules': ADMIN,
  'GET /meetings': STANDING,
  'GET /meetings/{id}': STANDING,
  'GET /meetings/{id}/papers/{paper}': {
    as: 'standing',
    at: '/meetings/{meetings}/papers/invitation',
    file: true,
  },
  'GET /notices': STANDING,
  'GET /opinion-rounds/{id}': { as: 'department' },
  'GET /opinion-rounds/{id}/summary': { as: 'department', file: true },
  'GET /programmes/{id}/paper': PAPER,
  'GET /readings': STANDING,
  'GET /reading-words': {
    all: "the words are nobody's secret, and everyone's texts are read with them",
  },
  'GET /readings/accuracy': STANDING,
  'GET /readings/{id}': STANDING,
  'GET /readings/{id}/agencies': STANDING,
  'GET /search': { as: 'standing', at: '/search?q=kế hoạch' },
  'GET /self-reviews': {
    as: 'department',
    at: '/self-reviews?quarter=2026-Q1&agency={department}',
  },
  'GET /self-reviews/paper': {
    as: 'department',
    at: '/self-reviews/paper?quarter=2026-Q1&agency={department}',
    file: true,
  },
  'GET /tasks': STANDING,
  'GET /tasks/calendar': { as: 'standing', at: '/tasks/calendar?month=2026-03' },
  'GET /tasks/mine': STANDING,
  'GET /tasks/mine/products': {
    as: 'department',
    at: '/tasks/mine/products?quarter=2026-Q1',
    file: true,
  },
  'GET /tasks/pending': STANDING,
  'GET /tasks/summary': STANDING,
  'GET /tasks/{id}': STANDING,
  'GET /tasks/{id}/people': { as: 'department' },
  'GET /templates/{agencyId}': { as: 'standing', at: '/templates/{committees}' },
}
