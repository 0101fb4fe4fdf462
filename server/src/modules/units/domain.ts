import { addDays, type PlainDate } from '@hopluc/shared/values'
import { AppError } from '../../platform/errors.ts'

export interface Period {
  fromOn: PlainDate
  untilOn: PlainDate
}

/** What becomes of a record's versions when it is otherwise from a day on. */
export type VersionPlan =
  | { step: 'correct'; fromOn: PlainDate }
  | { step: 'follow'; closedOn: PlainDate; closes: PlainDate; untilOn: PlainDate }

/**
 * A change from the very day on which the last version begins corrects that version. From a later day
 * it closes the last version the day before. The past before the last version is never rewritten.
 */
export function planChange(last: Period, fromOn: PlainDate): VersionPlan {
  if (fromOn > last.untilOn) throw alreadyOver(last.untilOn)
  if (fromOn < last.fromOn) throw tooEarly(last.fromOn)
  if (fromOn === last.fromOn) return { step: 'correct', fromOn }
  return {
    step: 'follow',
    closes: last.fromOn,
    closedOn: addDays(fromOn, -1),
    untilOn: last.untilOn,
  }
}

/** The last version ends; it has to have been for at least a day. */
export function assertCanEnd(last: Period, untilOn: PlainDate): void {
  if (untilOn > last.untilOn) throw alreadyOver(last.untilOn)
  if (untilOn < last.fromOn) throw tooEarly(last.fromOn)
}

function tooEarly(from: PlainDate) {
  return new AppError('rule', 'organisation.too_early', {
    vi: `Ngày hiệu lực không được trước ${words(from)}, ngày bắt đầu của bản đang có. Lịch sử trước đó không sửa.`,
    en: `It cannot take effect before ${words(from)}, when the present version begins. Earlier history is not changed.`,
  })
}

function alreadyOver(until: PlainDate) {
  return new AppError('rule', 'organisation.over', {
    vi: `Đã kết thúc vào ngày ${words(until)} nên không thay đổi từ sau ngày đó.`,
    en: `It ended on ${words(until)} and cannot change after that.`,
  })
}

function words(day: PlainDate): string {
  return day.split('-').toReversed().join('/')
}
