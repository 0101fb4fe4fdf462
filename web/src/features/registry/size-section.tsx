import { FIELD_WORDS, SECTOR_WORDS, SIZE_WORDS, TRAIT_WORDS } from '@hopluc/shared/entity-words'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { useListNames } from './list-queries.ts'
import type { EntityPartProps } from './sections.ts'
import { attributeWords, sourceWords, say } from './words.ts'

const FIGURES = [
  'charterCapital',
  'officialMembers',
  'linkedMembers',
  'otherMembers',
  'workers',
  'commodities',
] as const

/** What the registration counts, and what follows from it: field, sector, size. */
export function SizeSection({ entity }: EntityPartProps) {
  const names = useListNames()
  const { attributes, sources, field, sector, size } = entity
  const rows = FIGURES.flatMap((key) => {
    const words = attributeWords(key, attributes, names)
    return words === null ? [] : [{ key, words, source: sources[key] && sourceWords(sources[key]) }]
  })
  return (
    <Section title={t('registry.entity.counts')}>
      <table className="registry-size">
        <tbody>
          {rows.map(({ key, words, source }) => (
            <tr key={key}>
              <th scope="row">{say(TRAIT_WORDS[key])}</th>
              <td className={key === 'commodities' ? '' : 'figures'}>{words}</td>
              <td className="muted">{source}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say(TRAIT_WORDS.size)}</th>
            <td colSpan={2}>
              {size ? (
                say(SIZE_WORDS[size])
              ) : (
                <span className="muted">{t('registry.entity.size.unknown')}</span>
              )}
            </td>
          </tr>
          {field && (
            <tr>
              <th scope="row">{say(TRAIT_WORDS.field)}</th>
              <td colSpan={2}>{say(FIELD_WORDS[field])}</td>
            </tr>
          )}
          {sector && (
            <tr>
              <th scope="row">{say(TRAIT_WORDS.sector)}</th>
              <td colSpan={2}>{say(SECTOR_WORDS[sector])}</td>
            </tr>
          )}
        </tbody>
      </table>
    </Section>
  )
}
