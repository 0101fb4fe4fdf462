import type { Point } from '@hopluc/shared/plans'
import type { Id, PlainDate } from '@hopluc/shared/values'

/** Whose numbers are asked for: the columns, the whole, and the days. */
export interface Area {
  unitId: Id
  columns: readonly Id[]
  fromOn: PlainDate
  day: PlainDate
  /** The day asked for: later than `day` where the plan or its unit had ended by then. */
  askedOn: PlainDate
}

/** One number by unit, and how it came about; null where nothing was stated. */
export interface Count {
  total: number | null
  byUnit: ReadonlyMap<Id, number>
  points: Point[]
  /** The day to which it goes. */
  on: PlainDate | null
  estimate: Point | null
  /** The period of the figure, as addresses carry it; of the register none. */
  period: string | null
  /** There may be one, and whoever asks does not read it. */
  isHidden: boolean
}

/** Of what nobody has stated. */
export const NOTHING: Count = {
  total: null,
  byUnit: new Map(),
  points: [],
  on: null,
  estimate: null,
  period: null,
  isHidden: false,
}
/** From where a plan starts is told by the figures of the year before it; older ones say nothing of it. */
export const BEFORE_DAYS = 366
