import type { KeptView, KeptViews, NewView, ViewList } from '@hopluc/shared/saved-views'
import type { Id } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { declarePermissions } from '../identity/index.ts'
import * as store from './store.ts'

declarePermissions({
  module: 'saved-views',
  vi: 'Bộ lọc đã lưu',
  en: 'Saved filters',
  actions: {},
  deeds: {
    'view.keep': { vi: 'Lưu bộ lọc', en: 'Keep filters under a name' },
    'view.remove': { vi: 'Xóa bộ lọc đã lưu', en: 'Remove kept filters' },
  },
})

/** One's own, and what others of the agency share; by name. */
export function list({ read, actor }: Context, of: ViewList): Promise<KeptViews> {
  return read(async (db) => ({ items: await store.list(db, of, actor.accountId) }))
}

export function keep({ write, actor }: Context, view: NewView): Promise<KeptView> {
  const id = newId()
  return write(async (tx) => {
    await store.insert(tx, actor, id, view)
    await audit.record(tx, actor, 'view.keep', id, view)
    return { ...view, id, isOwn: true, byWords: actor.byWords }
  })
}

/** Only one's own. */
export function remove({ write, actor }: Context, id: Id): Promise<void> {
  return write(async (tx) => {
    const removed = await store.remove(tx, id, actor.accountId)
    if (!removed) throw notFound()
    await audit.record(tx, actor, 'view.remove', id, { before: removed })
  })
}

const notFound = () =>
  new AppError('not_found', 'views.not_found', {
    vi: 'Không tìm thấy bộ lọc này trong các bộ lọc của đồng chí.',
    en: 'You have kept no such filters.',
  })
