import type { TaskRow } from '@hopluc/shared/tasks'
import type { Named, PlainDate } from '@hopluc/shared/values'
import type { DunningLetterInput, LateTask, Signature } from '../papers/index.ts'
import { type Body, headOf, signatureOf } from '../task-papers/index.ts'

interface Late {
  body: Body
  /** The body's own words before and after the table. */
  words: Pick<DunningLetterInput, 'opening' | 'closing'>
  under: 'committee' | 'people_committee'
  rows: readonly (readonly [Named, readonly TaskRow[]])[]
  lateTask: (row: TaskRow, day: PlainDate) => LateTask
  answerTo: string
  answerBy: PlainDate
  asOf: PlainDate
}

/** By order of the head of the committee, the standing agency presses. */
const BY_ORDER: Signature = {
  authority: {
    mode: 'TL',
    principal: 'Trưởng Ban',
    deputyFor: null,
    post: 'Thủ trưởng cơ quan Thường trực',
    officeHeld: null,
  },
  name: null,
}

export function letterInput({
  body,
  words,
  under,
  rows,
  lateTask,
  answerTo,
  answerBy,
  asOf,
}: Late): DunningLetterInput {
  const isCommittee = body.kind === 'steering_committee'
  return {
    head: headOf(body, '', asOf),
    abstract: 'đôn đốc thực hiện nhiệm vụ quá hạn về phát triển kinh tế tập thể',
    to: rows.map(([agency]) => agency.name),
    ...words,
    asOf,
    agencies: rows.map(([agency, own]) => ({
      name: agency.name,
      tasks: own.map((row) => lateTask(row, asOf)),
    })),
    answerBy,
    answerTo,
    recipients: {
      lines: [
        'Như trên',
        isCommittee ? 'Trưởng Ban (để báo cáo)' : 'Chủ tịch, các Phó Chủ tịch (để báo cáo)',
      ],
      archive: 'Lưu: VT',
    },
    signature: isCommittee && under === 'committee' ? BY_ORDER : signatureOf(body),
  }
}
