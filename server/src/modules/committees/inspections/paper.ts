import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../../platform/context.ts'
import { makeInspectionMinutes } from '../../papers/index.ts'
import { getBody, headOf } from '../../task-papers/index.ts'
import { wrongState } from '../refusals.ts'
import * as store from './store.ts'

const paragraphs = (text: string | null) =>
  (text ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))

/** Minutes of an inspection that was made, as .docx. */
export async function paper(context: Context, id: Id): Promise<{ name: string; bytes: Buffer }> {
  const { today } = context
  return context.read(async (db) => {
    const row = await store.get(db, id, today)
    if (row.madeOn === null) throw wrongState('inspections')
    const body = await getBody(db, row.body.id, row.madeOn)
    const remedies = await store.listRemedies(db, id, today)
    const unit = `${row.unit.kind} ${row.unit.name}`
    const bytes = await makeInspectionMinutes({
      head: headOf(body, 'BB', row.madeOn),
      subject: row.subject,
      on: row.madeOn,
      place: row.place ?? `Ủy ban nhân dân ${unit}`,
      leader: row.leader,
      inspected: row.entity === null ? unit : `${row.entity.name}, ${unit}`,
      present: paragraphs(row.present),
      findings: paragraphs(row.findings),
      remedies: remedies.map(({ text, agency, dueOn }) => ({ text, by: agency.name, dueOn })),
      nextOn: row.nextOn,
      isDemo: row.isDemo,
      recipients: {
        lines: ['Trưởng ban (để báo cáo)', `Ủy ban nhân dân ${unit}`],
        archive: 'Lưu: VT, BCĐ',
      },
    })
    return { name: `Biên bản kiểm tra ${row.madeOn.split('-').toReversed().join('.')}.docx`, bytes }
  })
}
