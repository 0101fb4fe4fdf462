import { HOME_EN } from './features/home/texts.en.ts'
import { NOTICES_EN } from './features/notices/texts.en.ts'
import { TASK_DEEDS_EN } from './features/tasks/texts-deeds.en.ts'
import { TASK_FORMS_EN } from './features/tasks/texts-forms.en.ts'
import { TASK_PAGE_EN } from './features/tasks/texts-page.en.ts'
import { TASK_LINES_EN } from './features/tasks/texts-lines.en.ts'
import { TASKS_EN } from './features/tasks/texts.en.ts'
import { DIALOGUES_EN } from './features/dialogues/texts.en.ts'
import { ASSESSMENTS_EN } from './features/assessments/texts.en.ts'
import { DIFFICULTIES_EN } from './features/difficulties/texts.en.ts'
import { DOCUMENTS_EN } from './features/documents/texts.en.ts'
import { COURSES_EN } from './features/courses/texts.en.ts'
import { ACTIVITIES_EN } from './features/activities/texts.en.ts'
import { ALLIANCE_DUES_EN } from './features/alliance-dues/texts.en.ts'
import { MARKET_EN } from './features/market/texts.en.ts'
import { RECOGNITIONS_EN } from './features/recognitions/texts.en.ts'
import { GRADUATES_EN } from './features/graduates/texts.en.ts'
import { TRADE_EVENTS_EN } from './features/trade-events/texts.en.ts'
import { SUPPORT_EN } from './features/support/texts.en.ts'
import { CHECKS_EN } from './features/checks/texts.en.ts'
import { RURAL_EN } from './features/rural-sheets/texts.en.ts'
import { LOANS_EN } from './features/loans/texts.en.ts'
import { MEETINGS_EN } from './features/meetings/texts.en.ts'
import { SEARCH_EN } from './features/search/texts.en.ts'
import { ACCOUNTS_EN } from './features/accounts/texts.en.ts'
import { SESSION_LATE_EN } from './features/session/texts-late.en.ts'
import { SECURITY_EN } from './features/security/texts.en.ts'
import { AUDIT_EN } from './features/audit/texts.en.ts'
import { PLANS_EN } from './features/plans/texts.en.ts'
import { PURGES_EN } from './features/purges/texts.en.ts'
import { MATTERS_EN } from './features/matters/texts.en.ts'
import { COMMITTEES_EN } from './features/committees/texts.en.ts'
import { PROGRAMMES_EN } from './features/committees/texts-programme.en.ts'
import { UNIT_IMPORT_EN } from './features/unit-import/texts.en.ts'
import { ORGANISATION_EN } from './features/organisation/texts.en.ts'
import { PERSONAL_EN } from './features/personal-data/texts.en.ts'
import { REORGANISATIONS_EN } from './features/reorganisations/texts.en.ts'
import { FIGURES_EN } from './features/readings/texts-figures.en.ts'
import { FORMS_EN } from './features/report-forms/texts.en.ts'
import { RETURNS_EN } from './features/returns/texts.en.ts'
import { FIGURE_TABLES_EN } from './features/figures/texts.en.ts'
import { REPORTS_EN } from './features/reports/texts.en.ts'
import { ROUNDS_EN } from './features/rounds/texts.en.ts'
import { NOTICE_EN } from './features/readings/texts-notice.en.ts'
import { SHELL_LATE_EN } from './features/shell/texts-late.en.ts'
import { TEMPLATES_EN } from './features/templates/texts.en.ts'
import { REGISTRY_EN } from './features/registry/texts.en.ts'
import { REGISTRY_ENTITY_EN } from './features/registry/texts-entity.en.ts'
import { PARTS_EN } from './features/registry/parts/texts.en.ts'
import { DOUBLES_EN } from './features/registry/doubles/texts.en.ts'
import { REGISTRY_FORMS_EN } from './features/registry/texts-forms.en.ts'
import { REGISTRY_YEARS_EN } from './features/registry/years/texts.en.ts'
import { REGISTRY_IMPORT_EN } from './features/registry/import/texts.en.ts'
import { REGISTRY_SETTINGS_EN } from './features/registry/texts-settings.en.ts'
import { READINGS_EN } from './features/readings/texts.en.ts'
import { READING_ACCURACY_EN } from './features/reading-accuracy/texts.en.ts'
import { SESSION_EN } from './features/session/texts.en.ts'
import { SHELL_EN } from './features/shell/texts.en.ts'
import type { InEnglish } from './lib/in-english.ts'
import { LIB_EN } from './lib/texts.en.ts'
import type { LATE } from './texts-late.ts'
import type { VI } from './texts.ts'
import { UI_EN } from './ui/texts.en.ts'

/** Loaded only by those who chose English. */
export const EN: InEnglish<typeof VI & typeof LATE> = {
  ...LIB_EN,
  ...UI_EN,
  ...SHELL_EN,
  ...SESSION_EN,
  ...HOME_EN,
  ...TASK_LINES_EN,
  ...TASKS_EN,
  ...TASK_PAGE_EN,
  ...TASK_DEEDS_EN,
  ...TASK_FORMS_EN,
  ...NOTICES_EN,
  ...ACCOUNTS_EN,
  ...SECURITY_EN,
  ...SESSION_LATE_EN,
  ...AUDIT_EN,
  ...MATTERS_EN,
  ...PLANS_EN,
  ...PURGES_EN,
  ...ORGANISATION_EN,
  ...UNIT_IMPORT_EN,
  ...COMMITTEES_EN,
  ...PROGRAMMES_EN,
  ...PERSONAL_EN,
  ...REORGANISATIONS_EN,
  ...READINGS_EN,
  ...READING_ACCURACY_EN,
  ...NOTICE_EN,
  ...FIGURES_EN,
  ...DIALOGUES_EN,
  ...ASSESSMENTS_EN,
  ...DIFFICULTIES_EN,
  ...DOCUMENTS_EN,
  ...CHECKS_EN,
  ...RURAL_EN,
  ...LOANS_EN,
  ...COURSES_EN,
  ...GRADUATES_EN,
  ...TRADE_EVENTS_EN,
  ...SUPPORT_EN,
  ...RECOGNITIONS_EN,
  ...MARKET_EN,
  ...ALLIANCE_DUES_EN,
  ...ACTIVITIES_EN,
  ...MEETINGS_EN,
  ...SEARCH_EN,
  ...TEMPLATES_EN,
  ...REGISTRY_EN,
  ...REGISTRY_ENTITY_EN,
  ...PARTS_EN,
  ...DOUBLES_EN,
  ...REGISTRY_FORMS_EN,
  ...REGISTRY_IMPORT_EN,
  ...REGISTRY_SETTINGS_EN,
  ...REGISTRY_YEARS_EN,
  ...REPORTS_EN,
  ...ROUNDS_EN,
  ...FIGURE_TABLES_EN,
  ...RETURNS_EN,
  ...FORMS_EN,
  ...SHELL_LATE_EN,
}
