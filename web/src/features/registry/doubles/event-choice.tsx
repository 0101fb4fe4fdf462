import type { HeldRows } from '@hopluc/shared/entity-doubles'
import type { Entity } from '@hopluc/shared/entities'
import { formatDate, formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Checkbox } from '../../../ui/choice.tsx'
import { Section } from '../../../ui/page.tsx'
import { eventWords } from '../event-words.ts'
import { DOUBLES } from './texts.ts'
import { type Chosen, isThere } from './merge-model.ts'

interface Props {
  readonly kept: Entity
  readonly gone: Entity
  readonly chosen: Chosen
  readonly onChange: ((chosen: Chosen) => void) | undefined
}

/** Which legal events pass to the one that stays: from them its status follows. */
export function EventChoice({ kept, gone, chosen, onChange }: Props) {
  const events = gone.events.filter(({ voidReason }) => voidReason === null)
  return (
    <Section title={t('doubles.events')}>
      {events.length === 0 && <p className="muted">{t('doubles.events.none')}</p>}
      <ul className="doubles-events">
        {events.map((event) => (
          <li key={event.id}>
            <Checkbox
              isSelected={chosen.events.includes(event.id)}
              isDisabled={!onChange || (event.kind === 'registered' && isThere(kept, event))}
              onChange={(bring) =>
                onChange?.({
                  ...chosen,
                  events: bring
                    ? [...chosen.events, event.id]
                    : chosen.events.filter((id) => id !== event.id),
                })
              }
            >
              <span>
                {eventWords(event)}, <span className="figures">{formatDate(event.onDay)}</span>
                {isThere(kept, event) && (
                  <span className="muted"> ({t('doubles.events.already')})</span>
                )}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type TableKey = Extract<keyof typeof DOUBLES, `doubles.table.${string}`>
const isKnown = (key: string): key is TableKey => key in DOUBLES

/** What hangs on the one that goes, and passes with it. */
export function HeldRowsList({ rows }: { readonly rows: readonly HeldRows[] }) {
  return (
    <Section title={t('doubles.held')}>
      {rows.length === 0 ? (
        <p className="muted">{t('doubles.held.none')}</p>
      ) : (
        <>
          <ul className="doubles-events">
            {rows.map(({ table, count }) => {
              const key = `doubles.table.${table}`
              const what = t(isKnown(key) ? key : 'doubles.table.other')
              return (
                <li key={table}>{t('doubles.held.words', { what, count: formatNumber(count) })}</li>
              )
            })}
          </ul>
          <p className="muted small">{t('doubles.held.note')}</p>
        </>
      )}
    </Section>
  )
}
