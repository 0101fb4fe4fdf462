import type { RouteCase } from './route-cases.ts'

const DAY = '2026-03-10'
const standing = (body?: object, more: Partial<{ at: string; file: true }> = {}): RouteCase => ({
  as: 'standing',
  ...(body && { body }),
  ...more,
})

/** What is said of each kind of record that hangs on an entity; the demo’s row is named after the table. */
const PARTS: Record<string, { table: string; body: object }> = {
  members: {
    table: 'entity_members',
    body: { kind: 'official_a', subject: 'person', name: 'Minh', joinedOn: DAY },
  },
  managers: { table: 'entity_managers', body: { office: 'director', name: 'Minh', fromOn: DAY } },
  products: { table: 'entity_products', body: { name: 'Lúa', fromOn: DAY } },
  certificates: { table: 'entity_certificates', body: { kind: 'vietgap', issuedOn: DAY } },
  'growing-areas': { table: 'growing_areas', body: { code: 'VN-01', issuedOn: DAY } },
  memberships: {
    table: 'entity_memberships',
    body: { allianceId: '{alliances}', fromOn: '2020-01-01', untilOn: '2020-12-31' },
  },
  debts: {
    table: 'entity_debts',
    body: { direction: 'owed_to', party: 'member', amount: 1000, arisenOn: DAY },
  },
  settlements: {
    table: 'debt_settlements',
    body: { debtId: '{entity_debts}', onDay: DAY, kind: 'paid', amount: 1 },
  },
  'market-notices': {
    table: 'market_notices',
    body: { side: 'offer', title: 'Bán lúa', fromOn: DAY, untilOn: DAY },
  },
  'value-links': {
    table: 'value_links',
    body: { partnerKind: 'enterprise', partnerName: 'Minh', product: 'Lúa', fromOn: DAY },
  },
}
export const PART_TABLES = Object.values(PARTS).map(({ table }) => table)

const FIGURES = {
  source: { from: 'entity' },
  cells: [{ key: 'H10', year: 2024, value: 5, seq: 0 }],
}

export const PART_READS: Record<string, RouteCase> = {
  ...Object.fromEntries(
    Object.keys(PARTS).map((noun) => [`GET /entities/{id}/${noun}`, standing()]),
  ),
  'GET /entities/{id}/affiliates': standing(undefined, { at: '/entities/{unionId}/affiliates' }),
  'GET /entities/{id}/figures': standing(),
  'GET /entities/{id}/figures/history': standing(undefined, {
    at: '/entities/{entities}/figures/history?key=H8&year=2025',
  }),
  'GET /alliances/{id}/members': { as: 'alliance' },
  'GET /entities/certificates': standing(),
  'GET /entities/debts': standing(),
  'GET /entities/value-links': standing(),
  'GET /entities/market-notices': { all: 'offers and wants are made to be read' },
}

export const PART_WRITES: Record<string, RouteCase> = {
  ...Object.fromEntries(
    Object.entries(PARTS).flatMap(([noun, { table, body }]) => [
      [`POST /entities/{id}/${noun}`, standing(body)],
      [
        `PUT /entities/{id}/${noun}/{partId}`,
        standing({ ...body, version: 1 }, { at: `/entities/{entities}/${noun}/{${table}}` }),
      ],
      [
        `DELETE /entities/{id}/${noun}/{partId}`,
        standing({}, { at: `/entities/{entities}/${noun}/{${table}}?version=9` }),
      ],
    ]),
  ),
  'PUT /entities/{id}/figures': standing(FIGURES),
  'POST /entities/{id}/members/import/preview': standing({ fileId: '{files}' }),
  'POST /entities/{id}/members/import': standing({ fileId: '{files}' }),
}
