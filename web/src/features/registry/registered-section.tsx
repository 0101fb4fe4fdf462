import type { EntityAttribute } from '@hopluc/shared/entities'
import { type ReactNode, useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { unitWords } from '../organisation/words.ts'
import { useListNames } from './list-queries.ts'
import type { EntityPartProps } from './sections.ts'
import { attributeWords, lineWords, type ListNames, sourceWords } from './words.ts'

const SHOWN = [
  'code',
  'shortName',
  'foreignName',
  'law',
  'governance',
  'lines',
  'representative',
  'phone',
  'email',
  'website',
] as const satisfies readonly EntityAttribute[]

/** What stands on the certificate; where each line comes from is told when pointed at, or for all at once. */
export function RegisteredSection({ entity }: EntityPartProps) {
  const names = useListNames()
  const [isSourced, setSourced] = useState(false)
  const { attributes, sources, place } = entity
  const rows: [key: string, label: string, value: ReactNode, source: string][] = SHOWN.map(
    (key) => [
      key,
      t(`registry.attribute.${key}`),
      key === 'lines' ? (
        <Lines codes={attributes.lines} names={names} />
      ) : (
        attributeWords(key, attributes, names)
      ),
      sourceWords(sources[key]),
    ],
  )
  const isHere = place.lat !== null && place.lon !== null
  rows.splice(
    1,
    0,
    [
      'address',
      t('registry.attribute.address'),
      [place.address, unitWords(place.unit)].filter(Boolean).join(', '),
      t('registry.history.open', { from: formatDate(place.fromOn) }),
    ],
    [
      'point',
      t('registry.attribute.point'),
      isHere && (
        <span className="figures">
          {t('registry.entity.point', { lat: place.lat ?? 0, lon: place.lon ?? 0 })}
        </span>
      ),
      t('registry.history.open', { from: formatDate(place.fromOn) }),
    ],
  )
  const shown = rows.filter(([, , value]) => value !== null && value !== false && value !== '')
  return (
    <Section
      title={t('registry.entity.registered')}
      more={
        <Button
          kind="quiet"
          isSmall
          aria-pressed={isSourced}
          onPress={() => setSourced(!isSourced)}
        >
          {t(isSourced ? 'registry.entity.sources.hide' : 'registry.entity.sources')}
        </Button>
      }
    >
      <dl className="description-list registry-facts">
        {shown.map(([key, label, value, source]) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its source is read by the keyboard too */}
              <span data-tip={source} tabIndex={isSourced ? -1 : 0}>
                {value}
              </span>
              {isSourced && <small>{source}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Lines({ codes, names }: { codes: readonly string[]; names: ListNames }) {
  if (codes.length === 0) return null
  return (
    <>
      {codes.map((code, index) => (
        <span key={code} className="registry-line">
          {lineWords(code, names)}
          {index === 0 && codes.length > 1 && (
            <span className="muted"> · {t('registry.entity.main')}</span>
          )}
        </span>
      ))}
    </>
  )
}
