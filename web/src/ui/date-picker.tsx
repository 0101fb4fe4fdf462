import './field.css'
import './popover.css'
import './date-picker.css'
import { type CalendarDate, parseDate } from '@internationalized/date'
import { IconCalendar } from '@tabler/icons-react'
import type { PlainDate } from '@hopluc/shared/values'
import type { ClipboardEvent } from 'react'
import {
  Button,
  DateInput,
  DatePicker as AriaDatePicker,
  DateSegment,
  Group,
  Popover,
} from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { t } from '../lib/i18n.ts'
import { readDay } from '../lib/read-day.ts'
import { MonthGrid } from './calendar.tsx'
import { FieldLabel, FieldNotes, type FieldWords } from './field.tsx'
import { Icon } from './icon.tsx'

export interface DatePickerProps extends FieldWords {
  /** `YYYY-MM-DD`, or null while none is entered. */
  readonly value: PlainDate | null
  readonly onChange: (value: PlainDate | null) => void
  readonly name?: string | undefined
  readonly min?: PlainDate | undefined
  readonly max?: PlainDate | undefined
  /** Says why a day is not worked ("Tết Nguyên đán"); such days are marked, not forbidden. */
  readonly dayOff?: ((day: PlainDate) => string | undefined) | undefined
  readonly isRequired?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly isReadOnly?: boolean | undefined
  /** Without a calendar: days long ago are typed faster. */
  readonly isTyped?: boolean | undefined
}

/** A day, typed as 25/07/2018, pasted, or picked on the calendar. */
export function DatePicker(props: DatePickerProps) {
  const { label, isLabelHidden, hint, error, value, onChange, min, max } = props
  const paste = (event: ClipboardEvent) => {
    const day = readDay(event.clipboardData.getData('text'))
    if (day === undefined || props.isDisabled || props.isReadOnly) return
    event.preventDefault()
    onChange(day)
  }
  return (
    <AriaDatePicker<CalendarDate>
      className="field"
      value={value === null ? null : parseDate(value)}
      onChange={(next) => onChange(next === null ? null : next.toString())}
      granularity="day"
      shouldForceLeadingZeros
      validationBehavior="aria"
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      {...(props.name && { name: props.name })}
      {...(min && { minValue: parseDate(min) })}
      {...(max && { maxValue: parseDate(max) })}
      {...(error && { isInvalid: true })}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} isRequired={props.isRequired} />
      <Group className="control date-control" onPaste={paste}>
        <DateInput className="date-input">
          {(segment) => <DateSegment segment={segment} className="date-segment" />}
        </DateInput>
        {!props.isTyped && (
          <Button className="control-toggle" aria-label={t('ui.openCalendar')}>
            <Icon of={IconCalendar} />
          </Button>
        )}
      </Group>
      <FieldNotes hint={hint} error={error} />
      {!props.isTyped && (
        <Popover className="popover" offset={4}>
          <Dialog className="date-dialog" aria-label={label}>
            <MonthGrid dayOff={props.dayOff} />
          </Dialog>
        </Popover>
      )}
    </AriaDatePicker>
  )
}

/** A day that is typed or pasted, without a calendar. */
export function DateField(props: Omit<DatePickerProps, 'isTyped' | 'dayOff'>) {
  return <DatePicker {...props} isTyped />
}
