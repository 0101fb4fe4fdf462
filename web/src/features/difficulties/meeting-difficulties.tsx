import './difficulties.css'
import type { DifficultyItem } from '@hopluc/shared/difficulties'
import type { MeetingRecord } from '@hopluc/shared/meetings'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { unitWords } from '../organisation/words.ts'
import { choicesQuery, difficultiesQuery } from './queries.ts'
import { DifficultyStatus } from './words.tsx'

/** What a meeting goes through, and the book of what was raised at it. */
export function MeetingDifficulties({
  meeting,
  isDue,
}: {
  meeting: MeetingRecord
  isDue: boolean
}) {
  const { data } = useQuery(difficultiesQuery({ meeting: meeting.id }))
  const { data: choices } = useQuery(choicesQuery)
  const mayRaise =
    isDue && choices?.mayRaise === true && !choices.isCooperative && meeting.state !== 'cancelled'
  const raised = data?.items.filter(({ meetingId }) => meetingId === meeting.id) ?? []
  const put = data?.items.filter(({ meetingId }) => meetingId !== meeting.id) ?? []
  return (
    <>
      {put.length > 0 && (
        <Section title={t('difficulties.meeting.put')}>
          <Lines items={put} />
        </Section>
      )}
      {(raised.length > 0 || mayRaise) && (
        <Section title={t('difficulties.meeting.raised')}>
          {raised.length === 0 ? (
            <p className="muted">{t('difficulties.meeting.none')}</p>
          ) : (
            <Lines items={raised} />
          )}
          {mayRaise && (
            <p>
              <ButtonLink to="/difficulties/new" search={{ meeting: meeting.id }}>
                {t('difficulties.meeting.add')}
              </ButtonLink>
            </p>
          )}
        </Section>
      )}
    </>
  )
}

function Lines({ items }: { items: readonly DifficultyItem[] }) {
  return (
    <ul className="difficulties-uses">
      {items.map((one) => (
        <li key={one.id}>
          <span>
            <Link to="/difficulties/$id" params={{ id: one.id }}>
              {one.text}
            </Link>
            <small>
              {[one.entity?.name, unitWords(one.unit), one.handler.name]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
          <DifficultyStatus one={one} />
        </li>
      ))}
    </ul>
  )
}
