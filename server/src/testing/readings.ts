import type { ReadingDetail, Review } from '@hopluc/shared/readings'
import { sql } from 'kysely'
import { aRegister, assertDone } from './papers.ts'

/** A meeting of the committee of Minh An, as the news tell it four days before the tests' day. */
export const CONCLUSION = `Họp Ban Chỉ đạo phát triển kinh tế tập thể tỉnh Minh An

Sáng ngày 06/3/2026, đồng chí Nguyễn Văn Minh, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp Ban Chỉ đạo phát triển kinh tế tập thể tỉnh Minh An. Đến nay toàn tỉnh có 120 HTX, trong đó có HTX nông nghiệp Minh Phát (xã Minh An Đông).

Kết luận cuộc họp, đồng chí Nguyễn Văn Minh, Phó Chủ tịch UBND tỉnh yêu cầu Sở Tài chính rà soát các HTX ngừng hoạt động, hoàn thành trước ngày 30/4/2026; Sở Công Thương hỗ trợ HTX quảng bá sản phẩm. Đề nghị Hội Nông dân tuyên truyền, vận động hội viên tham gia HTX. Yêu cầu các đơn vị liên quan triển khai thực hiện tốt Kế hoạch số 15/KH-UBND ngày 10/01/2026. Các xã tổ chức gặp gỡ HTX định kỳ hàng quý để nắm tình hình hoạt động.`

let serial = 0

/** The same conclusion as a text of its own. */
export function aConclusion(more = ''): string {
  serial += 1
  return `${CONCLUSION}\n\nTin số ${serial}. ${more}`
}

export type Register = Awaited<ReturnType<typeof aReadingRoom>>

/** An app with two provinces, and short ways to read, review and confirm as somebody. */
export async function aReadingRoom() {
  const register = await aRegister()
  const { post, get, ask, owner, key } = register

  const read = async (text: string, username = 'standing'): Promise<string> => {
    const response = await post(username, '/readings', { text })
    assertDone(response)
    return response.json().id
  }
  const reading = async (id: string, username = 'standing'): Promise<ReadingDetail> => {
    const response = await get(username, `/readings/${id}`)
    assertDone(response)
    return response.json()
  }
  const save = (id: string, version: number, review: Review, username = 'standing') =>
    ask(username, 'PUT', `/readings/${id}/review`, { version, review })
  const confirm = (id: string, version: number, username = 'standing', headers = {}) =>
    ask(username, 'POST', `/readings/${id}/confirm`, { version, takeOpen: true }, headers)

  return {
    ...register,
    read,
    reading,
    save,
    confirm,
    /** A reading confirmed as proposed; its draft notice. */
    aDraft: async (text = aConclusion()) => {
      const id = await read(text)
      const { version } = await reading(id)
      const response = await confirm(id, version, 'standing', key())
      assertDone(response)
      const { noticeId, documentId } = response.json()
      return { id, noticeId, documentId }
    },
    /** Every row that a reading, its confirmation or its notice leaves behind. */
    traces: async () => {
      const { rows } = await sql<Record<string, number>>`select
        (select count(*)::int from readings) as readings,
        (select coalesce(sum(version), 0)::int from readings) as "readingVersions",
        (select count(*)::int from directives) as directives,
        (select coalesce(sum(version), 0)::int from directives) as "directiveVersions",
        (select count(*)::int from conclusion_notices) as notices,
        (select coalesce(sum(version), 0)::int from conclusion_notices) as "noticeVersions",
        (select count(*)::int from finds) as finds,
        (select count(*)::int from documents) as documents,
        (select count(*)::int from meetings) as meetings,
        (select count(*)::int from tasks) as tasks,
        (select count(*)::int from task_events) as events,
        (select count(*)::int from files) as files,
        (select count(*)::int from notices) as told,
        (select count(*)::int from audit_entries) as audit`.execute(owner)
      return rows[0]
    },
    empty: async () => {
      await sql`truncate readings, directives, conclusion_notices, finds, documents, document_numbers,
        meetings, tasks, files, notices, audit_entries, idempotency_keys cascade`.execute(owner)
    },
  }
}

/** Every column of every table as text, searched for some words: where they left a trace. */
export async function tablesHolding(
  { owner }: Pick<Register, 'owner'>,
  words: string,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(owner)
  const found: string[] = []
  for (const { name } of rows) {
    const table = sql.table(name)
    const hit = await sql<{ hit: boolean }>`select exists (
      select from ${table} t where position(${words} in t::text) > 0
        or position(encode(convert_to(${words}, 'UTF8'), 'hex') in t::text) > 0) as hit`.execute(
      owner,
    )
    if (hit.rows[0]?.hit) found.push(name)
  }
  return found
}
