import { NOTICES } from './features/notices/texts.ts'
import { TASK_DEEDS } from './features/tasks/texts-deeds.ts'
import { TASK_FORMS } from './features/tasks/texts-forms.ts'
import { TASKS } from './features/tasks/texts.ts'
import { TASK_PAGE } from './features/tasks/texts-page.ts'
import { DIALOGUES } from './features/dialogues/texts.ts'
import { ASSESSMENTS } from './features/assessments/texts.ts'
import { DIFFICULTIES } from './features/difficulties/texts.ts'
import { DOCUMENTS } from './features/documents/texts.ts'
import { COURSES } from './features/courses/texts.ts'
import { ACTIVITIES } from './features/activities/texts.ts'
import { ALLIANCE_DUES } from './features/alliance-dues/texts.ts'
import { MARKET } from './features/market/texts.ts'
import { RECOGNITIONS } from './features/recognitions/texts.ts'
import { GRADUATES } from './features/graduates/texts.ts'
import { TRADE_EVENTS } from './features/trade-events/texts.ts'
import { SUPPORT } from './features/support/texts.ts'
import { CHECKS } from './features/checks/texts.ts'
import { RURAL } from './features/rural-sheets/texts.ts'
import { LOANS } from './features/loans/texts.ts'
import { MATTERS } from './features/matters/texts.ts'
import { PLANS } from './features/plans/texts.ts'
import { PURGES } from './features/purges/texts.ts'
import { MEETINGS } from './features/meetings/texts.ts'
import { SEARCH } from './features/search/texts.ts'
import { ACCOUNTS } from './features/accounts/texts.ts'
import { SESSION_LATE } from './features/session/texts-late.ts'
import { SECURITY } from './features/security/texts.ts'
import { AUDIT } from './features/audit/texts.ts'
import { COMMITTEES } from './features/committees/texts.ts'
import { PROGRAMMES } from './features/committees/texts-programme.ts'
import { ORGANISATION } from './features/organisation/texts.ts'
import { UNIT_IMPORT } from './features/unit-import/texts.ts'
import { PERSONAL } from './features/personal-data/texts.ts'
import { REORGANISATIONS } from './features/reorganisations/texts.ts'
import { FIGURES } from './features/readings/texts-figures.ts'
import { NOTICE } from './features/readings/texts-notice.ts'
import { SHELL_LATE } from './features/shell/texts-late.ts'
import { TEMPLATES } from './features/templates/texts.ts'
import { REGISTRY } from './features/registry/texts.ts'
import { REGISTRY_ENTITY } from './features/registry/texts-entity.ts'
import { PARTS } from './features/registry/parts/texts.ts'
import { DOUBLES } from './features/registry/doubles/texts.ts'
import { REGISTRY_FORMS } from './features/registry/texts-forms.ts'
import { REGISTRY_YEARS } from './features/registry/years/texts.ts'
import { REGISTRY_IMPORT } from './features/registry/import/texts.ts'
import { REGISTRY_SETTINGS } from './features/registry/texts-settings.ts'
import { FORMS } from './features/report-forms/texts.ts'
import { RETURNS } from './features/returns/texts.ts'
import { FIGURE_TABLES } from './features/figures/texts.ts'
import { REPORTS } from './features/reports/texts.ts'
import { ROUNDS } from './features/rounds/texts.ts'
import { READINGS } from './features/readings/texts.ts'
import { READING_ACCURACY } from './features/reading-accuracy/texts.ts'

/** All other texts, loaded beside the first page that needs them. A feature adds its own here. */
export const LATE = {
  ...TASKS,
  ...TASK_PAGE,
  ...TASK_DEEDS,
  ...TASK_FORMS,
  ...NOTICES,
  ...ACCOUNTS,
  ...SECURITY,
  ...SESSION_LATE,
  ...AUDIT,
  ...ORGANISATION,
  ...UNIT_IMPORT,
  ...COMMITTEES,
  ...PROGRAMMES,
  ...PERSONAL,
  ...REORGANISATIONS,
  ...READINGS,
  ...READING_ACCURACY,
  ...NOTICE,
  ...FIGURES,
  ...DIALOGUES,
  ...ASSESSMENTS,
  ...DIFFICULTIES,
  ...DOCUMENTS,
  ...CHECKS,
  ...RURAL,
  ...LOANS,
  ...COURSES,
  ...GRADUATES,
  ...TRADE_EVENTS,
  ...SUPPORT,
  ...RECOGNITIONS,
  ...MARKET,
  ...ALLIANCE_DUES,
  ...ACTIVITIES,
  ...MATTERS,
  ...PLANS,
  ...PURGES,
  ...MEETINGS,
  ...SEARCH,
  ...TEMPLATES,
  ...REGISTRY,
  ...REGISTRY_ENTITY,
  ...PARTS,
  ...DOUBLES,
  ...REGISTRY_FORMS,
  ...REGISTRY_IMPORT,
  ...REGISTRY_SETTINGS,
  ...REGISTRY_YEARS,
  ...ROUNDS,
  ...FIGURE_TABLES,
  ...RETURNS,
  ...FORMS,
  ...SHELL_LATE,
  ...REPORTS,
}
