import type { Id } from '@hopluc/shared/values'
import type { Context } from '../../../platform/context.ts'
import { makeProgramme } from '../../papers/index.ts'
import { getBody, headOf, signatureOf } from '../../task-papers/index.ts'
import { present } from './service.ts'

/** The programme as .docx. */
export function paper(context: Context, id: Id): Promise<{ name: string; bytes: Buffer }> {
  const { today } = context
  return context.read(async (db) => {
    const programme = await present(db, context, id)
    const body = await getBody(db, programme.body.id, programme.issuedOn ?? today)
    const bytes = await makeProgramme({
      head: { ...headOf(body, 'CTr', today), year: programme.year },
      committee: body.name,
      year: programme.year,
      rows: programme.items
        .filter(({ state }) => state !== 'cancelled')
        .map(({ month, text, lead, seat, product, dueOn }) => ({
          month,
          text,
          lead: seat?.words ?? lead?.shortName ?? '',
          product: product ?? '',
          due: dueOn,
        })),
      isDemo: programme.isDemo,
      recipients: {
        lines: ['Trưởng ban, các Phó Trưởng ban', 'Các thành viên Ban Chỉ đạo'],
        archive: 'Lưu: VT, BCĐ',
      },
      signature: signatureOf(body),
      on: programme.issuedOn ?? today,
    })
    return { name: `Chương trình công tác năm ${programme.year}.docx`, bytes }
  })
}
