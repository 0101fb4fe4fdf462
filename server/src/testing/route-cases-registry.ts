import type { RouteCase } from './route-cases.ts'

const v = { version: 1 }
const DAY = '2026-03-10'
const standing = (body: object = v): RouteCase => ({ as: 'standing', body })
/** Of whoever may, the file is no list: it is looked at and refused. */
const LIST = { fileId: '{files}', day: DAY }
const MANY = { ids: ['{entities}'], fromOn: DAY, set: { governance: 'full' } }
const SAME = { all: 'the same for everyone' } as const
const SOURCE = { from: 'certificate', on: DAY }

/** A list as it stands is replaced by itself. */
const list = (name: string): RouteCase => ({
  as: 'admin',
  body: v,
  from: { at: `/entities/${name}`, key: 'items' },
})

export const REGISTRY_READS: Record<string, RouteCase> = {
  'GET /entities': { as: 'standing' },
  'GET /entities/counts': { as: 'standing', at: '/entities/counts?by=kind,size' },
  'GET /entities/points': {
    as: 'standing',
    at: '/entities/points?west=100&south=8&east=110&north=24',
  },
  'GET /entities/{id}': { as: 'standing' },
  'GET /entities/{id}/versions': { as: 'standing' },
  'GET /entities/suggest': { as: 'standing', at: '/entities/suggest?q=mat danh' },
  'GET /entity-doubles': { as: 'standing' },
  'GET /entity-doubles/{id}': { as: 'standing' },
  'GET /entities/full': { as: 'standing', file: true },
  'GET /entities/import-mappings': { as: 'standing' },
  'GET /entities/imports/template': { all: 'an empty sheet, the same for everyone' },
  'GET /entities/imports': { all: 'those of one’s own agency' },
  'GET /entities/imports/{id}/rejected': {
    as: 'standing',
    at: '/entities/imports/{entity_imports}/rejected',
    file: true,
  },
  'GET /entities/imports/{id}': { as: 'standing', at: '/entities/imports/{importJob}' },
  'GET /entities/commodities': SAME,
  'GET /entities/lines': SAME,
  'GET /entities/line-groups': SAME,
  'GET /entities/size-thresholds': SAME,
  'GET /entities/member-minimums': SAME,
}

export const REGISTRY_WRITES: Record<string, RouteCase> = {
  'POST /entities': standing({
    attributes: { name: 'HTX Minh Thử', kind: 'cooperative' },
    place: { unitId: '{units}' },
    fromOn: DAY,
    source: SOURCE,
    events: [{ kind: 'registered', onDay: DAY }],
  }),
  'PATCH /entities/{id}': standing({
    ...v,
    fromOn: DAY,
    attributes: { phone: '1' },
    source: SOURCE,
  }),
  'POST /entities/imports/preview': standing(LIST),
  'POST /entities/imports/remarks': standing(LIST),
  'POST /entities/imports': standing(LIST),
  'DELETE /entities/import-mappings/{id}': {
    as: 'standing',
    at: '/entities/import-mappings/{entity_import_mappings}',
  },
  'POST /entities/bulk-changes/preview': standing(MANY),
  'POST /entities/bulk-changes': standing(MANY),
  // As they were seen before: a conflict for whoever may, so that both are still there for the others.
  'POST /entity-doubles/{id}/merge': standing({
    keptId: '{entities}',
    goneId: '{unionId}',
    keptVersion: 99,
    goneVersion: 99,
  }),
  'POST /entity-doubles/{id}/keep-apart': standing({ reason: 'Hai đơn vị' }),
  'POST /entity-merges/{id}/undo': standing({ reason: 'Gộp nhầm' }),
  'POST /entities/{id}/events': standing({ ...v, kind: 'congress', onDay: DAY }),
  'POST /entities/{id}/events/{eventId}/void': {
    as: 'standing',
    body: { ...v, reason: 'Ghi nhầm' },
    at: '/entities/{entities}/events/{congressEvent}/void',
  },
}

export const REGISTRY_ADMIN_WRITES: Record<string, RouteCase> = {
  'PUT /entities/commodities': list('commodities'),
  'PUT /entities/lines': list('lines'),
  'PUT /entities/line-groups': list('line-groups'),
  'PUT /entities/size-thresholds': list('size-thresholds'),
  'PUT /entities/member-minimums': list('member-minimums'),
  'POST /entities/lines/import': { as: 'admin', body: { ...v, csv: 'mã,tên\n0112,Trồng ngô' } },
}
