import { TRAIT_WORDS } from '@hopluc/shared/entity-words'
import type { Entity, EntityAttribute } from '@hopluc/shared/entities'
import { type ReactNode, useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { unitWords } from '../organisation/words.ts'
import { useListNames } from './list-queries.ts'
import type { EntityPartProps } from './sections.ts'
import { attributeWords, lineWords, type ListNames, sourceWords, say } from './words.ts'

const REST = [
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

interface Fact {
  readonly id: string
  readonly label: string
  readonly value: ReactNode
  readonly source: string
}

/** What stands on the certificate; where each line comes from is told when pointed at, or for all at once. */
export function RegisteredSection({ entity }: EntityPartProps) {
  const names = useListNames()
  const [isSourced, setSourced] = useState(false)
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
      <dl className="registry-facts">
        {factsOf(entity, names).map(({ id, label, value, source }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <span data-tip={isSourced ? undefined : source}>{value}</span>
              {isSourced && <small>{source}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function factsOf({ attributes, sources, place }: Entity, names: ListNames): Fact[] {
  const fact = (key: EntityAttribute): Fact[] => {
    const words = attributeWords(key, attributes, names)
    if (words === null) return []
    const value = key === 'lines' ? <Lines codes={attributes.lines} names={names} /> : words
    return [{ id: key, label: say(TRAIT_WORDS[key]), value, source: sourceWords(sources[key]) }]
  }
  const since = t('registry.history.open', { from: formatDate(place.fromOn) })
  const { lat, lon } = place
  return [
    ...fact('code'),
    {
      id: 'address',
      label: say(TRAIT_WORDS.address),
      value: [place.address, unitWords(place.unit)].filter(Boolean).join(', '),
      source: since,
    },
    ...(lat !== null && lon !== null
      ? [
          {
            id: 'point',
            label: t('registry.attribute.point'),
            value: t('registry.entity.point', { lat, lon }),
            source: since,
          },
        ]
      : []),
    ...REST.flatMap(fact),
  ]
}

function Lines({ codes, names }: { codes: readonly string[]; names: ListNames }) {
  return codes.map((code, index) => (
    <span key={code} className="registry-line">
      {lineWords(code, names)}
      {index === 0 && codes.length > 1 && (
        <span className="muted"> · {t('registry.entity.main')}</span>
      )}
    </span>
  ))
}
