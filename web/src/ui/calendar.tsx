import './date-picker.css'
import { type CalendarDate, parseDate } from '@internationalized/date'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { PlainDate } from '@hopluc/shared/values'
import {
  Button,
  Calendar as AriaCalendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components/Calendar'
import { t } from '../lib/i18n.ts'
import { Icon } from './icon.tsx'

type DayOff = ((day: PlainDate) => string | undefined) | undefined

function Inside({ dayOff }: { dayOff: DayOff }) {
  return (
    <>
      <header className="calendar-head">
        <Button slot="previous" className="icon-button" aria-label={t('ui.previousMonth')}>
          <Icon of={IconChevronLeft} />
        </Button>
        <Heading className="calendar-title" />
        <Button slot="next" className="icon-button" aria-label={t('ui.nextMonth')}>
          <Icon of={IconChevronRight} />
        </Button>
      </header>
      <CalendarGrid className="calendar-grid">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className="calendar-weekday">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => {
            const why = dayOff?.(date.toString())
            return (
              <CalendarCell
                date={date}
                className={why ? 'calendar-day calendar-off' : 'calendar-day'}
                {...(why && { title: `${why} (${t('ui.nonWorking')})` })}
              />
            )
          }}
        </CalendarGridBody>
      </CalendarGrid>
    </>
  )
}

/** The calendar inside a date picker, which tells it the day. Weeks begin on Monday. */
export function MonthGrid({ dayOff }: { dayOff: DayOff }) {
  return (
    <AriaCalendar className="calendar" firstDayOfWeek="mon">
      <Inside dayOff={dayOff} />
    </AriaCalendar>
  )
}

export interface CalendarProps {
  readonly label: string
  readonly value: PlainDate | null
  readonly onChange: (day: PlainDate) => void
  readonly min?: PlainDate | undefined
  readonly max?: PlainDate | undefined
  readonly dayOff?: DayOff
}

/** A month on the page itself. */
export function Calendar({ label, value, onChange, min, max, dayOff }: CalendarProps) {
  return (
    <AriaCalendar<CalendarDate>
      className="calendar"
      firstDayOfWeek="mon"
      aria-label={label}
      value={value === null ? null : parseDate(value)}
      onChange={(day) => onChange(day.toString())}
      {...(min && { minValue: parseDate(min) })}
      {...(max && { maxValue: parseDate(max) })}
    >
      <Inside dayOff={dayOff} />
    </AriaCalendar>
  )
}
