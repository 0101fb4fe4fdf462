import type {
  ChainLink,
  LinkRelation,
  PaperKind,
  DocumentState,
  RelatedDocument,
} from '@hopluc/shared/documents'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'

/** A paper rests on one that rests on another …: further than this nobody follows. */
const DEEPEST = 12

interface ChainRow {
  id: Id
  kind: PaperKind
  symbol: string | null
  issued_on: string | null
  issuer_name: string
  abstract: string
  state: DocumentState
  is_stub: boolean
  depth: number
  via_id: Id | null
}

/** What this paper rests on and what rests on it, both ways to the end, in one query. */
export async function getChain(db: Reader, id: Id): Promise<ChainLink[]> {
  const rows = await db
    .selectFrom(
      sql<ChainRow>`(
        with recursive up (id, via_id, depth) as (
          select ${id}::uuid, null::uuid, 0
          union
          select l.to_id, l.from_id, up.depth - 1
          from up join document_links l on l.from_id = up.id and l.relation = 'rests_on'
          where up.depth > ${-DEEPEST}
        ), down (id, via_id, depth) as (
          select ${id}::uuid, null::uuid, 0
          union
          select l.from_id, l.to_id, down.depth + 1
          from down join document_links l on l.to_id = down.id and l.relation = 'rests_on'
          where down.depth < ${DEEPEST}
        ), nearest as (
          select distinct on (id) id, via_id, depth
          from (select * from up union all select * from down) found
          order by id, abs(depth)
        )
        select d.id, d.kind, d.symbol, d.issued_on, d.issuer_name, d.abstract, d.state, d.is_stub,
          nearest.depth, nearest.via_id
        from nearest join documents d on d.id = nearest.id
      )`.as('chain'),
    )
    .selectAll()
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    symbol: row.symbol,
    issuedOn: row.issued_on,
    issuerName: row.issuer_name,
    abstract: row.abstract,
    state: row.state,
    isStub: row.is_stub,
    depth: row.depth,
    viaId: row.via_id,
  }))
}

/** The other relations of a paper, from both ends. */
export async function listRelated(db: Reader, id: Id): Promise<RelatedDocument[]> {
  const ends = [
    { own: 'from_id', other: 'to_id', isIncoming: false },
    { own: 'to_id', other: 'from_id', isIncoming: true },
  ] as const
  const found: RelatedDocument[] = []
  for (const { own, other, isIncoming } of ends) {
    const rows = await db
      .selectFrom('document_links as l')
      .innerJoin('documents as d', 'd.id', `l.${other}`)
      .select(['d.id', 'd.symbol', 'd.issued_on as issuedOn', 'd.abstract'])
      .select((from) => [
        from.ref('d.kind').$castTo<PaperKind>().as('kind'),
        from.ref('l.relation').$castTo<LinkRelation>().as('relation'),
      ])
      .where(`l.${own}`, '=', id)
      .where('l.relation', '<>', 'rests_on')
      .orderBy('d.listed_on', 'desc')
      .limit(50)
      .execute()
    found.push(...rows.map((row) => ({ ...row, isIncoming })))
  }
  return found
}

/** Whether `below` rests on `above`, directly or by others. */
export async function restsOn(db: Reader, below: Id, above: Id): Promise<boolean> {
  const found = await db
    .selectFrom(
      sql<{ id: Id }>`(
        with recursive up (id) as (
          select ${below}::uuid
          union
          select l.to_id from up join document_links l on l.from_id = up.id and l.relation = 'rests_on'
        ) select id from up where id = ${above}::uuid
      )`.as('up'),
    )
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}

export async function insertLink(
  tx: Tx,
  link: { fromId: Id; toId: Id; relation: LinkRelation; words: string | null },
): Promise<boolean> {
  const made = await tx
    .insertInto('document_links')
    .values({ from_id: link.fromId, to_id: link.toId, relation: link.relation, words: link.words })
    .onConflict((conflict) => conflict.doNothing())
    .returning('from_id')
    .executeTakeFirst()
  return made !== undefined
}

export async function deleteLink(
  tx: Tx,
  link: { fromId: Id; toId: Id; relation: LinkRelation },
): Promise<void> {
  await tx
    .deleteFrom('document_links')
    .where('from_id', '=', link.fromId)
    .where('to_id', '=', link.toId)
    .where('relation', '=', link.relation)
    .execute()
}

/** Papers that this one replaces and that are still in force. */
export async function listReplaced(db: Reader, id: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom('document_links as l')
    .innerJoin('documents as d', 'd.id', 'l.to_id')
    .select('d.id')
    .where('l.from_id', '=', id)
    .where('l.relation', '=', 'replaces')
    .where('d.state', '=', 'issued')
    .where(sql<boolean>`d.owner_id in (select agency_id from visible_agencies)`)
    .execute()
  return rows.map((row) => row.id)
}
