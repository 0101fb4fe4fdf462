import type { Id } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { meetingListQuery, meetingQuery } from './queries.ts'

/** A meeting that is planned or was held, found by its name; or none. */
export function MeetingPicker(props: {
  label: string
  hint?: string
  value: Id | null
  onChange: (id: Id | null) => void
}) {
  const { value } = props
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(
    meetingListQuery({ when: 'all', q: words || undefined, limit: 20 }),
  )
  const chosen = useQuery({ ...meetingQuery(value ?? ''), enabled: value !== null })
  const options = (data?.items ?? []).filter(({ state }) => state !== 'cancelled')
  return (
    <ComboBox
      {...props}
      valueLabel={chosen.data?.title}
      options={options.map(({ id, title, heldOn, state }) => ({
        value: id,
        label: title,
        note: [heldOn && formatDate(heldOn), t(`meetings.state.${state}`)]
          .filter(Boolean)
          .join(' · '),
      }))}
      onSearch={setWords}
      isSearching={isFetching}
      placeholder={t('readings.intake.meeting.none')}
    />
  )
}
