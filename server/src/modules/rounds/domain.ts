import type { Period } from '@hopluc/shared/periods'
import { periodName } from '@hopluc/shared/periods'
import type { Deadline, NewRound } from '@hopluc/shared/rounds'
import { addDays, type PlainDate } from '@hopluc/shared/values'

type Level = Deadline['level']
type Term = Omit<Deadline, 'isDayOff'>

/**
 * Days after the cut-off by which each level reports: the 25th of the last month for the province is the
 * decree's (09/2019/NĐ-CP, article 13); the days below it who asks sets, these are the usual ones.
 */
const OFFSETS: Readonly<Record<Level, number>> = {
  commune: 2,
  district: 4,
  department: 6,
  province: 11,
  nation: 16,
}
const ORDER: readonly Level[] = ['commune', 'district', 'department', 'province', 'nation']
/** A round opens so many days before its cut-off. */
const OPENS_BEFORE = 10

export const BASIS = 'Nghị định 09/2019/NĐ-CP, Điều 12 và Điều 13'

export interface RoundDays {
  opensOn: PlainDate
  cutoffOn: PlainDate
  estimateOn: PlainDate
  deadlines: Term[]
  checkDueOn: PlainDate | null
}

/** Which level's deadline is that of those asked. */
export const levelOf = (asked: NewRound['asked']): Level =>
  asked.by === 'level' ? asked.level : 'department'

/** What was not said follows from the period's window and the usual offsets. */
export function daysOf(wanted: NewRound, period: Period, today: PlainDate): RoundDays {
  const cutoffOn = wanted.cutoffOn ?? period.windowUntil
  const usual = addDays(cutoffOn, -OPENS_BEFORE)
  const first = ORDER.indexOf(levelOf(wanted.asked))
  const levels = ORDER.slice(Math.max(0, first), Math.max(0, first) + 4).filter(
    (level) => level !== 'nation' || first >= 3,
  )
  const said = new Map(wanted.deadlines.map((one) => [one.level, one.dueOn]))
  const deadlines = [...new Set([...levels, ...said.keys()])].map((level) => ({
    level,
    dueOn: said.get(level) ?? addDays(cutoffOn, OFFSETS[level]),
  }))
  return {
    opensOn: wanted.opensOn ?? (usual > today ? today : usual),
    cutoffOn,
    estimateOn: wanted.estimateOn ?? period.untilOn,
    deadlines: deadlines.toSorted(
      (one, other) => ORDER.indexOf(one.level) - ORDER.indexOf(other.level),
    ),
    checkDueOn:
      wanted.checkDueOn ?? (wanted.checkerId ? addDays(cutoffOn, OFFSETS.department) : null),
  }
}

export const titleOf = (wanted: NewRound, formName: string): string =>
  wanted.title ??
  `${formName}, ${periodName(wanted.period).replace(/^./, (letter) => letter.toLocaleLowerCase('vi'))}`

/** The day of those asked. */
export function dueOf(asked: NewRound['asked'], { deadlines, cutoffOn }: RoundDays): PlainDate {
  return deadlines.find(({ level }) => level === levelOf(asked))?.dueOn ?? addDays(cutoffOn, 2)
}
