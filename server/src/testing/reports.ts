import { Report } from '@hopluc/shared/reports'
import type { Id } from '@hopluc/shared/values'
import { Document, Packer, Paragraph } from 'docx'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { assertDone, aRegister } from './papers.ts'

/** The first six months of 2025, of which the communes have stated figures. */
export const FIRST_HALF = { kind: 'half', year: 2025, part: 1 }

/** A template with a figure, comparisons, an average, a loop, a missing figure and a paragraph. */
export const LINES = [
  'Có {{H1}} HTX, {{H1; so với: cùng kỳ}}.',
  'Thành viên: {{H8}}. Lãi bình quân: {{H11b}}.',
  '{{lặp: các đơn vị}}{{tên đơn vị}}: {{H1}}; {{hết lặp}}',
  'Tổ hợp tác: {{T4}}.',
  '{{đoạn: Khó khăn}}',
  'Mã {{mã kiểm tra}}',
]

/** An app in which two communes have stated figures, and short ways to report on them. */
export async function aReportRoom() {
  const register = await aRegister()
  const { app, as, get, post, owner, organisation } = register
  const [east, west] = organisation.a.communes
  /** What a commune states of an indicator for a half of 2025. */
  async function state(unitId: Id, code: string, value: number, year = 2025): Promise<void> {
    await sql`insert into periods (kind, from_on, until_on)
      values ('half', make_date(${year}, 1, 1), make_date(${year}, 6, 30)) on conflict do nothing`.execute(
      owner,
    )
    await sql`with cell as (
        select ${unitId}::uuid as unit, i.id as indicator, p.id as period
        from indicators i join periods p on p.kind = 'half' and p.from_on = make_date(${year}, 1, 1)
        where i.code = ${code}
      ), before as (
        update figures f set is_last = false from cell c where f.unit_id = c.unit and f.indicator_id = c.indicator
          and f.period_id = c.period and f.is_last returning f.seq
      ) insert into figures (unit_id, indicator_id, year, period_id, seq, value, state, source, stated_by)
      select unit, indicator, ${year}, period, coalesce((select max(seq) from before), 0) + 1, ${value}, 'checked',
        '{}', ${newId()} from cell`.execute(owner)
  }
  for (const [unitId, cooperatives, members] of [
    [east.unitId, 12, 3400],
    [west.unitId, 7, 1250],
  ] as const) {
    await state(unitId, 'H1', cooperatives)
    await state(unitId, 'H8', members)
    await state(unitId, 'H1', cooperatives - 1, 2024)
    await state(unitId, 'H11', cooperatives * 45)
  }

  async function aWord(...lines: string[]): Promise<Buffer> {
    const children = lines.map((line) => new Paragraph(line))
    return Packer.toBuffer(new Document({ sections: [{ children }] }))
  }

  async function upload(who: string, name: string, bytes: Buffer, url = '/files', more = '') {
    const edge = 'x-edge'
    return app.inject({
      method: 'POST',
      url: `/api${url}`,
      headers: { 'content-type': `multipart/form-data; boundary=${edge}`, ...(await as(who)) },
      payload: Buffer.concat([
        Buffer.from(
          `${more}--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n` +
            'content-type: application/octet-stream\r\n\r\n',
        ),
        bytes,
        Buffer.from(`\r\n--${edge}--\r\n`),
      ]),
    })
  }

  async function aTemplate(who: string, ...lines: string[]): Promise<string> {
    const file = await upload(who, 'mau.docx', await aWord(...lines))
    assertDone(file)
    const { id: fileId } = file.json()
    const added = await post(who, '/report-templates', {
      fileId,
      name: 'Mẫu của tỉnh Minh An',
      periodKind: 'half',
    })
    assertDone(added)
    return added.json().key
  }

  async function aReport(template: string, who = 'standing', more: object = {}): Promise<Report> {
    const answer = await post(who, '/reports', { template, period: FIRST_HALF, ...more })
    assertDone(answer)
    return Report.parse(answer.json())
  }

  const step = async (report: Report, name: string, payload: object = {}, who = 'standing') => {
    const { version } = Report.parse((await get(who, `/reports/${report.id}`)).json())
    return post(who, `/reports/${report.id}/${name}`, { version, ...payload })
  }
  const done = async (report: Report, name: string, payload: object = {}, who = 'standing') => {
    const answer = await step(report, name, payload, who)
    assertDone(answer)
    return Report.parse(answer.json())
  }

  const fileOf = async (report: Report, name: string, who = 'standing') => {
    const answer = await get(who, `/reports/${report.id}/${name}`)
    assertDone(answer)
    return answer.rawPayload
  }

  /** What the database itself says: added up over the province's communes. */
  async function total(code: string, year = 2025): Promise<number> {
    const { rows } = await sql<{ sum: number }>`select sum(f.value)::float8 as sum from figures f
      join indicators i on i.id = f.indicator_id and i.code = ${code}
      join periods p on p.id = f.period_id and p.kind = 'half' and p.from_on = make_date(${year}, 1, 1)
      where f.is_last`.execute(owner)
    return rows[0]?.sum ?? Number.NaN
  }

  const traces = async () => {
    const { rows } = await sql<
      Record<string, number>
    >`select (select count(*)::int from reports) as reports,
      (select count(*)::int from report_makes) as makes, (select count(*)::int from report_figures) as figures,
      (select count(*)::int from report_templates) as templates,
      (select coalesce(sum(version), 0)::int from reports) as versions,
      (select count(*)::int from documents) as documents,
      (select count(*)::int from audit_open) as audit`.execute(owner)
    return rows[0]
  }

  return {
    ...register,
    aWord,
    upload,
    aTemplate,
    aReport,
    step,
    done,
    fileOf,
    total,
    traces,
    state,
    east,
    west,
  }
}
