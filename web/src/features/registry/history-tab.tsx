import { TRAIT_WORDS } from '@hopluc/shared/entity-words'
import type { EntityAttribute, EntityHistory } from '@hopluc/shared/entities'
import { FOREVER, type PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { formatDate, formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Columns, Section } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { RecordHistory } from '../audit/record-history.tsx'
import { unitWords } from '../organisation/words.ts'
import { useListNames } from './list-queries.ts'
import { entityHistoryQuery } from './queries.ts'
import type { EntityPartProps } from './sections.ts'
import { ATTRIBUTES, attributeWords, type ListNames, sourceWords, say } from './words.ts'

type Version = EntityHistory['items'][number]
type Place = EntityHistory['places'][number]

/** What changed from one version to the next, newest first; beside it what the audit holds. */
export function HistoryTab({ entity, day, isPast }: EntityPartProps) {
  const names = useListNames()
  const { data, error, refetch } = useQuery(entityHistoryQuery(entity.id))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton rows={6} />
  // As of a past day nothing of what came later is told.
  const versions = data.items.filter(({ fromOn }) => !isPast || fromOn <= day)
  const places = data.places.filter(({ fromOn }) => !isPast || fromOn <= day)
  return (
    <Columns
      aside={
        <>
          <Places places={places} day={day} />
          {!isPast && <RecordHistory subject={entity.id} />}
        </>
      }
    >
      <Section title={t('registry.history.title')}>
        {versions.length === 0 && <EmptyState>{t('registry.history.none')}</EmptyState>}
        {versions.map((version, index) => (
          <VersionPart
            key={version.fromOn}
            version={version}
            before={versions[index + 1]}
            day={day}
            names={names}
          />
        ))}
      </Section>
    </Columns>
  )
}

interface PartProps {
  readonly version: Version
  readonly before: Version | undefined
  readonly day: PlainDate
  readonly names: ListNames
}

function VersionPart({ version, before, day, names }: PartProps) {
  const rows = rowsOf(version, before, names)
  const { recordedBy, recordedAt } = version
  return (
    <article className="registry-version">
      <h3>
        {periodOf(version)}
        {isOn(version, day) && <Status kind="done">{t('registry.history.now')}</Status>}
        {!before && <span className="muted">{t('registry.history.first')}</span>}
      </h3>
      <p className="muted small">
        {[recordedBy, formatInstant(recordedAt, day)].filter(Boolean).join(', ')}
      </p>
      {rows.length === 0 ? (
        <p className="muted small">{t('registry.history.same')}</p>
      ) : (
        <ChangeTable rows={rows} isFirst={!before} label={periodOf(version)} />
      )}
      {before && (
        <details className="registry-whole">
          <summary>{t('registry.history.whole')}</summary>
          <ChangeTable rows={rowsOf(version, undefined, names)} isFirst label={periodOf(version)} />
        </details>
      )}
    </article>
  )
}

interface Span {
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate
}

const isOn = ({ fromOn, untilOn }: Span, day: PlainDate) => fromOn <= day && day <= untilOn

function periodOf({ fromOn, untilOn }: Span): string {
  const from = formatDate(fromOn)
  if (untilOn === FOREVER) return t('registry.history.open', { from })
  return t('registry.history.period', { from, until: formatDate(untilOn) })
}

interface Row {
  readonly key: EntityAttribute
  readonly from: string | null
  readonly to: string | null
  readonly source: string
}

function rowsOf(version: Version, before: Version | undefined, names: ListNames): Row[] {
  return ATTRIBUTES.flatMap((key) => {
    const to = attributeWords(key, version.attributes, names)
    const from = before ? attributeWords(key, before.attributes, names) : null
    return to === from
      ? []
      : [{ key, from, to, source: version.sources[key] ? sourceWords(version.sources[key]) : '–' }]
  })
}

function ChangeTable(props: { rows: readonly Row[]; isFirst: boolean; label: string }) {
  const { rows, isFirst, label } = props
  const words = (value: string | null) =>
    value ?? <span className="muted">{t('registry.history.nothing')}</span>
  return (
    <div className="table-scroll">
      <table className="registry-changes" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('registry.history.attribute')}</th>
            {!isFirst && <th scope="col">{t('registry.history.before')}</th>}
            <th scope="col">{t(isFirst ? 'registry.history.value' : 'registry.history.after')}</th>
            <th scope="col">{t('registry.history.source')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, from, to, source }) => (
            <tr key={key}>
              <th scope="row">{say(TRAIT_WORDS[key])}</th>
              {!isFirst && <td className="muted">{words(from)}</td>}
              <td>{words(to)}</td>
              <td className="muted">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Where its office lay, also where only the units changed around it. */
function Places({ places, day }: { places: readonly Place[]; day: PlainDate }) {
  if (places.length === 0) return null
  return (
    <Section title={t('registry.history.places')}>
      <ol className="registry-places">
        {places.map((place) => (
          <li key={place.fromOn}>
            <span className="figures muted">{periodOf(place)}</span>
            <span>
              {[place.address, unitWords(place.unit)].filter(Boolean).join(', ')}
              {isOn(place, day) && <Status kind="done">{t('registry.history.now')}</Status>}
              {place.act && <small className="muted">{place.act}</small>}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
