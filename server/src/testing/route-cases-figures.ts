import { sql } from 'kysely'
import type { RouteCase } from './route-cases.ts'

/** An indicator, and a figure that others have published, by which routes are tried. */
export const figureIds = sql`
  (select id from indicators where code = 'H4') as indicators,
  (select id from published_figures where place = '' limit 1) as published`

const SAME = { all: 'the catalogue and what others have published, the same for everyone' } as const
const at = (address: string): RouteCase => ({ as: 'standing', at: address })
const PUBLISHED = {
  place: 'Mật danh',
  code: 'H1',
  period: '2024',
  value: 10,
  agency: 'Cơ quan thử',
  source: 'Báo cáo thử',
}
const INDICATOR = {
  name: 'Chỉ tiêu thử',
  nameEn: null,
  measure: 'HTX',
  definition: '',
  owner: '',
  formula: null,
  decimals: 0,
  isActive: true,
}

export const FIGURE_READS: Record<string, RouteCase> = {
  'GET /figures': at('/figures?unit={units}'),
  'GET /figures/trend': at('/figures/trend?unit={units}&code=H8&period=2025'),
  'GET /figures/explain': at('/figures/explain?unit={units}&code=H10&period=2025'),
  'GET /figures/published': SAME,
  'GET /indicators': SAME,
}

export const FIGURE_OWN_WRITES: Record<string, RouteCase> = {
  'POST /indicators/formula': {
    self: true,
    body: { formula: '[H10] / [H1]', code: null, measure: null },
  },
}

export const FIGURE_ADMIN_WRITES: Record<string, RouteCase> = {
  'POST /indicators': {
    as: 'admin',
    body: {
      ...INDICATOR,
      id: '00000000-0000-7000-8000-00000000aaaa',
      code: 'Z1',
      origin: 'return',
      addsUp: 'sum',
    },
  },
  'PATCH /indicators/{id}': { as: 'admin', body: { version: 1, name: 'HTX hiệu quả' } },
  'POST /figures/published': { as: 'admin', body: PUBLISHED },
  'PUT /figures/published/{id}': {
    as: 'admin',
    at: '/figures/published/{published}',
    body: { ...PUBLISHED, version: 1 },
  },
}
