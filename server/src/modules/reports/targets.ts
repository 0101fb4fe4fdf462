import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import { targetsTold, type ToldTarget } from '../plans/index.ts'
import type { Row } from './fill.ts'
import { LIGHTS } from './marks.ts'
import type { LoopName, TextName } from './words.ts'

const SHORT = ['short', 'missed', 'over_limit']

/** Targets of a unit's plans in the span of a report, with their lights, and how many stand how. */
export async function targetsIn(
  context: Context,
  unitId: Id,
  window: { fromOn: PlainDate; untilOn: PlainDate },
): Promise<{ rows: Partial<Record<LoopName, Row[]>>; texts: Partial<Record<TextName, string>> }> {
  const all = await targetsTold(context, unitId, window)
  const short = all.filter(({ kind }) => SHORT.includes(kind))
  return {
    rows: {
      'chỉ tiêu kế hoạch': all.map(targetRow),
      'chỉ tiêu dự báo thiếu': short.map(targetRow),
    },
    texts: {
      'số chỉ tiêu kế hoạch': String(all.length),
      'số chỉ tiêu đạt': String(all.filter(({ kind }) => kind === 'met').length),
      'số chỉ tiêu dự báo thiếu': String(short.length),
    },
  }
}

function targetRow(target: ToldTarget, index: number): Row {
  const { plan, words, measure, bound, done, forecast, verdict, light, lead } = target
  return {
    isRow: true,
    texts: {
      stt: String(index + 1),
      'lời văn': words,
      'tên kế hoạch': plan,
      'đơn vị tính': measure,
      'mức chỉ tiêu': bound,
      'kết quả thực hiện': done,
      'dự báo cuối kỳ': forecast,
      'so chỉ tiêu': `${LIGHTS[light].mark} ${LIGHTS[light].words}: ${verdict}`,
      'cơ quan chịu trách nhiệm': lead,
    },
  }
}
