import { sql } from 'kysely'
import type { RouteCase } from './route-cases.ts'

/** The report and the template of the committee by which routes are tried. */
export const reportIds = sql`
  (select document_id from reports where template_name = 'Mật danh' limit 1) as reports,
  (select id from report_templates where name = 'Mật danh' limit 1) as "report-templates"`

const STANDING: RouteCase = { as: 'standing' }
const standing = (body: object, more: { at?: string; code?: string; quiet?: number } = {}) =>
  ({ as: 'standing', body, ...more }) satisfies RouteCase
const file = (path: string): RouteCase => ({ as: 'standing', at: path, file: true })
const STEP = standing({ version: 99 })
const TEMPLATE = { fileId: '{files}', periodKind: 'half' }

export const REPORT_READS: Record<string, RouteCase> = {
  'GET /reports': STANDING,
  'GET /reports/options': { self: true },
  'GET /reports/{id}': STANDING,
  'GET /reports/{id}/outdated': STANDING,
  'GET /reports/{id}/report.docx': file('/reports/{reports}/report.docx'),
  'GET /reports/{id}/marked.docx': file('/reports/{reports}/marked.docx'),
  'GET /reports/{id}/annex.xlsx': file('/reports/{reports}/annex.xlsx'),
  'GET /report-templates': STANDING,
  'GET /report-templates/words': { all: 'the words of templates, the same for everyone' },
  'GET /report-templates/{key}/file': file('/report-templates/{report-templates}/file'),
  'GET /public/reports/{code}': {
    all: 'asked by whoever holds a copy; only what was issued is told',
  },
}

export const REPORT_WRITES: Record<string, RouteCase> = {
  'POST /reports': standing(
    {
      template: 'committee-half',
      period: { kind: 'half', year: 2025, part: 2 },
      issuerId: '{committees}',
    },
    // whoever writes reports is told that this is another's body
    { quiet: 422 },
  ),
  'PUT /reports/{id}/texts': standing({ version: 99, texts: [] }),
  'POST /reports/{id}/make': STEP,
  'POST /reports/{id}/submit': STEP,
  'POST /reports/{id}/redraft': STEP,
  'POST /reports/{id}/correct': STEP,
  'POST /reports/{id}/signed-paper': {
    as: 'standing',
    at: '/reports/{reports}/signed-paper',
    body: {},
    upload: true,
  },
  'POST /reports/{id}/issue': standing({
    version: 99,
    symbol: '12/BC-BCĐ',
    issuedOn: '2026-03-10',
    signerName: 'Nguyễn Văn Minh',
  }),
  'POST /report-templates/check': standing(TEMPLATE),
  'POST /report-templates': standing({ ...TEMPLATE, name: 'Mẫu 6 tháng' }),
  'PUT /report-templates/{id}': standing({ ...TEMPLATE, name: 'Mẫu 6 tháng', version: 99 }),
  'POST /report-templates/{id}/end': STEP,
}
