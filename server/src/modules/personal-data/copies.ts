import type { DataFoundList } from '@hopluc/shared/personal-data'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { assertAllowed } from '../../platform/errors.ts'
import type { SheetToWrite } from '../../platform/excel.ts'
import { exportMark } from '../exports/index.ts'
import { findPersonal, listPersonal, maskedFor } from '../personal-fields/index.ts'
import { mayKeepRequests } from './policy.ts'
import { noSuchRecord, notNow } from './refusals.ts'
import { getRequest } from './requests-store.ts'
import * as store from './store.ts'

/** Rows a field that are shown and copied; who is named more often is asked for by hand. */
const MOST = 200
/** Letters of a value in the list; the copy holds all. */
const SHOWN = 160

const keyOf = ({ field, record }: store.Found) => `${field}:${record}`

async function find(db: Reader, requestId: Id): Promise<store.Found[]> {
  const { state } = await getRequest(db, requestId)
  if (state === 'completed' || state === 'refused') throw notNow()
  return store.findData(db, requestId, listPersonal(), MOST)
}

/** Of a long text the words around the name. */
function excerpt(value: string, name: string): string {
  if (value.length <= SHOWN) return value
  const at = value.toLocaleLowerCase('vi').indexOf(name.toLocaleLowerCase('vi'))
  const from = Math.max(0, at - SHOWN / 2)
  const part = value.slice(from, from + SHOWN)
  return `${from > 0 ? '…' : ''}${part}${from + SHOWN < value.length ? '…' : ''}`
}

/** What is kept of the person of an open request, in every declared field; the search is recorded. */
export function search(context: Context, requestId: Id): Promise<DataFoundList> {
  const { actor } = context
  return context.write(async (tx) => {
    assertAllowed(mayKeepRequests(actor))
    const { subjectName } = await getRequest(tx, requestId)
    const found = await find(tx, requestId)
    await audit.record(tx, actor, 'personal.search', requestId, { rows: found.length })
    const counts = Map.groupBy(found, ({ field }) => field)
    return {
      items: found.flatMap((one) => {
        const declared = findPersonal(one.field)
        if (!declared) return []
        const { field, name, subject } = declared
        const shown = excerpt(maskedFor(field, one.value) ?? '', subjectName)
        return [
          {
            key: keyOf(one),
            field,
            name,
            subject,
            recordId: one.record,
            shown,
            isSure: one.isSure,
          },
        ]
      }),
      cut: [...counts].flatMap(([field, rows]) => (rows.length >= MOST ? [field] : [])),
    }
  })
}

/** The copy for the person: the chosen rows in full, with purpose and basis; recorded and marked. */
export async function copy(
  context: Context,
  requestId: Id,
  keys: readonly string[],
): Promise<{ name: string; sheet: SheetToWrite }> {
  const { actor, today } = context
  assertAllowed(mayKeepRequests(actor))
  const chosen = new Set(keys)
  return context.write(async (tx) => {
    const { code, subjectName } = await getRequest(tx, requestId)
    const rows = (await find(tx, requestId)).filter((one) => chosen.has(keyOf(one)))
    if (rows.length === 0) throw noSuchRecord()
    const bases = await store.listBases(tx, today)
    const mark = await exportMark(tx, context, {
      purpose: 'subject_request',
      purposeWords: `Yêu cầu số ${code}`,
      reference: requestId,
    })
    await audit.record(tx, actor, 'personal.export', requestId, {
      list: 'subject',
      rows: rows.length,
      fields: [...new Set(rows.map(({ field }) => field))],
    })
    return {
      name: `Dữ liệu cá nhân - yêu cầu ${code.replace('/', '-')}.xlsx`,
      sheet: {
        sheetName: 'Dữ liệu cá nhân',
        title: `Dữ liệu đang giữ về ${subjectName}`,
        mark,
        columns: [
          { header: 'Vai trò trong hệ thống', key: 'subject', width: 28, kind: 'text' },
          { header: 'Dữ liệu', key: 'name', width: 28, kind: 'text' },
          { header: 'Giá trị', key: 'value', width: 60, kind: 'text' },
          { header: 'Mục đích', key: 'purpose', width: 32, kind: 'text' },
          { header: 'Căn cứ pháp lý', key: 'basis', width: 32, kind: 'text' },
          { header: 'Người được xem', key: 'seenBy', width: 32, kind: 'text' },
          { header: 'Thời gian giữ', key: 'retention', width: 32, kind: 'text' },
          { header: 'Trường', key: 'field', width: 26, kind: 'text' },
          { header: 'Bản ghi', key: 'record', width: 38, kind: 'text' },
        ],
        rows: rows.map(({ field, record, value }) => {
          const declared = findPersonal(field)
          return {
            field,
            record,
            value,
            subject: declared?.subject.vi,
            name: declared?.name.vi,
            purpose: declared?.purpose.vi,
            basis: bases.get(field) ?? declared?.basis ?? 'Chưa xác minh',
            seenBy: declared?.seenBy.vi,
            retention: declared?.retention.vi,
          }
        }),
      },
    }
  })
}
