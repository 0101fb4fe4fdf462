import type { PlainDate } from '@hopluc/shared/values'
import type { Kysely } from 'kysely'
import type { Schema } from '../platform/db.ts'
import { loadAlliances } from './alliances.ts'
import { layOutAssessments } from './assessments.ts'
import { canThoDocuments, canThoMeetings, SIGNED } from './can-tho-papers.ts'
import { canThoTasks } from './can-tho-tasks.ts'
import { canThoWork, KE_SACH_WORK } from './committee-data.ts'
import { loadCommitteeWork } from './committee-work.ts'
import { daysFrom } from './days.ts'
import { layOutDifficulties } from './difficulties.ts'
import { layOutChecks } from './entity-checks.ts'
import { layOutRural } from './rural-sheets.ts'
import { layOutLoans } from './loans.ts'
import { layOutCourses } from './courses.ts'
import { layOutGraduatesAndEvents } from './graduates-events.ts'
import { layOutSupport } from './support.ts'
import { layOutMarket } from './market.ts'
import { layOutActivities } from './activities.ts'
import { layOutRecognitions } from './recognitions.ts'
import { layOutDesk } from './desk.ts'
import { KE_SACH_DOCUMENTS, KE_SACH_MEETINGS } from './ke-sach-papers.ts'
import { KE_SACH_TASKS } from './ke-sach-tasks.ts'
import { NINH_THUAN } from './ninh-thuan.ts'
import { loadOrganisation } from './organisation.ts'
import { loadPapers } from './papers.ts'
import { loadPersonalData } from './personal-data.ts'
import { loadPlans } from './plans.ts'
import { QUANG_NINH } from './quang-ninh.ts'
import { loadRegistry } from './registry.ts'
import { loadRegistryWork } from './registry-work.ts'
import { layOutReports } from './reports.ts'
import type { DemoStory } from './story.ts'
import { layOutReturns } from './returns.ts'
import { loadTasks } from './tasks.ts'
import { loadThaiBinhFigures } from './thai-binh-figures.ts'

export { DEMO_PASSWORD, PEOPLE } from './people.ts'

/**
 * The demonstration as it stood before the reorganisation of 2025: Kế Sách with its people and, as of
 * 12/07/2021, its tasks. For replaying the act.
 */
export async function loadDemoBefore(owner: Kysely<Schema>): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await loadOrganisation(tx, { isBefore: true })
    await loadRegistry(tx, '2021-07-12', { isBefore: true })
    await loadPapers(tx, KE_SACH)
    await loadTasks(tx, KE_SACH, '2021-07-12')
  })
}

/**
 * The whole demonstration, as the owner of the schema: the past of the source
 * reports, and a present that moves with `today`. What the reports do not say is made up, with
 * everything late or weak under names that begin with Minh.
 */
export async function loadDemo(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await loadOrganisation(tx)
    await loadRegistry(tx, today)
    await loadThaiBinhFigures(tx)
    for (const story of [QUANG_NINH, NINH_THUAN, KE_SACH, canTho(today)]) {
      await loadPapers(tx, story)
      await loadTasks(tx, story)
    }
    await loadCommitteeWork(tx, KE_SACH_WORK)
    await loadCommitteeWork(tx, canThoWork(daysFrom(today), today))
    await loadAlliances(tx)
    await loadRegistryWork(tx, today)
    await loadPlans(tx, today)
    await loadPersonalData(tx, today)
  })
  await layOutDesk(owner, today)
  await layOutReturns(owner, today)
  await layOutReports(owner, today)
  await layOutDifficulties(owner, today)
  await layOutAssessments(owner, today)
  await layOutLoans(owner, today)
  await layOutRural(owner, today)
  await layOutChecks(owner, today)
  await layOutSupport(owner, today)
  await layOutCourses(owner, today)
  await layOutGraduatesAndEvents(owner, today)
  await layOutRecognitions(owner, today)
  await layOutActivities(owner, today)
  await layOutMarket(owner, today)
}

const PLAN_DAY = '2021-03-22'
const SIGNED_IN_KE_SACH = new Map(KE_SACH_DOCUMENTS.map(({ key, issuedOn }) => [key, issuedOn]))

const KE_SACH: DemoStory = {
  issuer: 'ks-bcd',
  year: 2021,
  by: { standing: 'ks.standing', chair: 'ks.chair', officer: 'ks.agency', leader: 'ks.leader' },
  actsOn: '2021-07-12',
  assignedOn: (document) => SIGNED_IN_KE_SACH.get(document ?? '') ?? PLAN_DAY,
  documents: KE_SACH_DOCUMENTS,
  meetings: KE_SACH_MEETINGS,
  tasks: KE_SACH_TASKS,
}

function canTho(today: PlainDate): DemoStory {
  const day = daysFrom(today)
  const signed = new Map(Object.entries(SIGNED))
  return {
    issuer: 'ct-bcd',
    year: Number(today.slice(0, 4)),
    by: { standing: 'standing', chair: 'chair', officer: 'department', leader: 'leader' },
    actsOn: today,
    assignedOn: (document) => day(signed.get(document ?? '') ?? -10),
    documents: canThoDocuments(day),
    meetings: canThoMeetings(day),
    tasks: canThoTasks(day),
  }
}
