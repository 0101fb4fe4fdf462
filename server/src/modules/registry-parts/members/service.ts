import { Member, type MemberPage, type MemberQuery } from '@hopluc/shared/entity-parts-people'
import type { Id } from '@hopluc/shared/values'
import * as z from 'zod'
import type { Context } from '../../../platform/context.ts'
import { may, mayReadPersons } from '../policy.ts'
import { readingOf } from '../rows/index.ts'
import { numberOf } from '../words.ts'
import { percentOf, sumOf, warningsOf } from './domain.ts'
import { members } from './part.ts'
import * as store from './store.ts'

/** The register as of a day: persons for the entity and its keeper, counts for everyone who reads it. */
export function list(context: Context, entityId: Id, query: MemberQuery): Promise<MemberPage> {
  return context.read(async (db) => {
    const reading = await readingOf(db, context, entityId, query.asOf)
    const { day } = reading
    const isOpen = mayReadPersons(reading)
    const rows = isOpen ? await store.list(db, entityId, query, day) : []
    const counts = await store.counts(db, entityId, day)
    const registered = await store.registered(db, entityId, day)
    const unpaid = isOpen ? await store.countUnpaid(db, entityId, day) : 0
    const { charterCapital } = registered
    const shown = rows.slice(0, query.limit).map((row) => {
      const percent = percentOf(numberOf(row, 'share'), charterCapital)
      return members.present({ ...row, percent }, reading)
    })
    const items = z.array(Member).parse(shown)
    const last = rows.length > query.limit ? items.at(-1) : undefined
    return {
      items,
      next: last ? `_${last.id}` : null,
      isOpen,
      mayChange: day >= context.today && may(context.actor, 'entity.keep_members', reading),
      asOf: day,
      counts: counts.map(({ kind, subject, members: count, share }) => ({
        kind,
        subject,
        members: count,
        share,
      })),
      total: { members: sumOf(counts, 'members'), share: sumOf(counts, 'share'), charterCapital },
      warnings: warningsOf(counts, registered, unpaid),
    }
  })
}
