import type { Committee } from '@hopluc/shared/committees'
import type { ProgrammeItem, ProgrammeState } from '@hopluc/shared/programmes'
import type { PlainDate } from '@hopluc/shared/values'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { programmeQuery } from './queries.ts'

const KINDS: Record<ProgrammeState, StatusKind> = {
  open: 'term',
  prepared: 'soon',
  done: 'done',
  done_late: 'doneLate',
  late: 'late',
  cancelled: 'cancelled',
}

export function ItemStatus({ state, words }: { state: ProgrammeState; words?: string }) {
  return <Status kind={KINDS[state]}>{words ?? t(`programmes.state.${state}`)}</Status>
}

/** Of the year's items those that matter on the day: what was last done, and what comes next. */
function nearest(items: readonly ProgrammeItem[], day: PlainDate): ProgrammeItem[] {
  const open = items.filter(({ state }) => state !== 'cancelled')
  const next = open.findIndex(({ state, dueOn }) => !state.startsWith('done') && dueOn >= day)
  const from = Math.max(0, (next < 0 ? open.length : next) - 2)
  return open.slice(from, from + 4)
}

/** Meetings and the work programme of the year, four items of it, on the committee's page. */
export function ProgrammeStrip(props: {
  committee: Committee
  day: PlainDate
  asOf: PlainDate | undefined
}) {
  const { committee, day, asOf } = props
  const year = Number(day.slice(0, 4))
  const { data } = useSuspenseQuery(programmeQuery(committee.id, year, asOf))
  const { programme } = data
  return (
    <Section
      title={t('programmes.strip', { year })}
      note={
        programme
          ? t('programmes.counts', { count: programme.items.length, done: programme.done })
          : undefined
      }
      more={
        <Link to="/organisation/committees/$id/programme" params={{ id: committee.id }}>
          {t('programmes.short')}
        </Link>
      }
    >
      {programme ? (
        <ul className="committees-programme">
          {nearest(programme.items, day).map(({ id, state, on, dueOn, text }) => (
            <li key={id}>
              <ItemStatus state={state} words={formatDate(on ?? dueOn)} />
              <div>{text}</div>
              <small>{t(`programmes.state.${state}`)}</small>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted small">{t('programmes.none', { year })}</p>
      )}
    </Section>
  )
}
