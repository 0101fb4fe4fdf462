import type { PeriodKind } from '@hopluc/shared/periods'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'

export type TemplateRow = Awaited<ReturnType<typeof listTemplates>>[number]

const rows = (db: Reader) =>
  db
    .selectFrom('report_templates as t')
    .select([
      't.id',
      't.name',
      't.file_id as fileId',
      't.is_for_below as isForBelow',
      't.created_words as changedBy',
      't.created_at as changedAt',
      't.ended_on as endedOn',
      't.version',
    ])
    .select((from) => [
      from.ref('t.period_kind').$castTo<PeriodKind>().as('periodKind'),
      sql<boolean>`t.agency_id in (select acting_agencies())`.as('isOwn'),
      sql<Named>`(select jsonb_build_object('id', v.agency_id, 'name', v.name, 'shortName', v.short_name)
        from agency_versions v where v.agency_id = t.agency_id order by v.from_on desc limit 1)`.as(
        'agency',
      ),
    ])

/** Those that are offered on the day, by name. */
export function listTemplates(db: Reader, day: PlainDate) {
  return rows(db)
    .where((from) => from.or([from('t.ended_on', 'is', null), from('t.ended_on', '>', day)]))
    .orderBy('t.name')
    .orderBy('t.id')
    .execute()
}

export function getTemplate(db: Reader, id: Id): Promise<TemplateRow> {
  return rows(db).where('t.id', '=', id).executeTakeFirstOrThrow(templateNotFound)
}

/** Locks the template for this transaction, and refuses a caller who last saw another version. */
export async function lockTemplate(tx: Tx, id: Id, version: number): Promise<TemplateRow> {
  await tx
    .selectFrom('report_templates')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const template = await getTemplate(tx, id)
  if (template.version === version) return template
  throw new AppError('conflict', 'reports.template_changed', {
    vi: 'Mẫu báo cáo vừa được người khác thay đổi. Hãy tải lại để xem bản mới.',
    en: 'Someone has just changed this template. Reload to see the new one.',
  })
}

export interface NewTemplate {
  id: Id
  agencyId: Id
  name: string
  periodKind: PeriodKind
  fileId: Id
  isForBelow: boolean
  accountId: Id
  byWords: string
}

export async function insertTemplate(tx: Tx, template: NewTemplate): Promise<void> {
  await tx
    .insertInto('report_templates')
    .values({
      id: template.id,
      agency_id: template.agencyId,
      name: template.name,
      period_kind: template.periodKind,
      file_id: template.fileId,
      is_for_below: template.isForBelow,
      created_by: template.accountId,
      created_words: template.byWords,
    })
    .execute()
}

export async function updateTemplate(
  tx: Tx,
  id: Id,
  patch: Partial<Pick<NewTemplate, 'name' | 'fileId' | 'isForBelow'>> & { endedOn?: PlainDate },
): Promise<void> {
  const { name, fileId, isForBelow, endedOn } = patch
  await tx
    .updateTable('report_templates')
    .set({
      ...(name && { name }),
      ...(fileId && { file_id: fileId }),
      ...(isForBelow !== undefined && { is_for_below: isForBelow }),
      ...(endedOn && { ended_on: endedOn }),
    })
    .set((from) => ({ version: from('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export function templateNotFound() {
  return new AppError('not_found', 'reports.template_not_found', {
    vi: 'Không tìm thấy mẫu báo cáo này, hoặc mẫu không thuộc phạm vi của đồng chí.',
    en: 'There is no such template, or it is outside your scope.',
  })
}
