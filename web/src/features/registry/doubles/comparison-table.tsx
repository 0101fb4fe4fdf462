import { TRAIT_WORDS } from '@hopluc/shared/entity-words'
import type { Entity } from '@hopluc/shared/entities'
import { useState } from 'react'
import { t } from '../../../lib/i18n.ts'
import { Checkbox } from '../../../ui/choice.tsx'
import { unitWords } from '../../organisation/words.ts'
import { useListNames } from '../list-queries.ts'
import { ATTRIBUTES, attributeWords, sourceWords, say } from '../words.ts'
import { type Chosen, isDifferent } from './merge-model.ts'

interface Props {
  readonly kept: Entity
  readonly gone: Entity
  readonly chosen: Chosen
  /** Without it the two are only read. */
  readonly onChange: ((chosen: Chosen) => void) | undefined
}

interface Row {
  readonly key: string
  readonly label: string
  readonly kept: string | null
  readonly gone: string | null
  readonly sources: readonly [string, string] | null
  readonly isDifferent: boolean
  readonly isTaken: boolean
  readonly take: ((isTaken: boolean) => void) | undefined
}

/** Every attribute of both; where they differ, one may take over that of the one that goes. */
export function ComparisonTable(props: Props) {
  const [isWhole, setWhole] = useState(false)
  const rows = useRows(props).filter((row) => isWhole || row.isDifferent)
  const sides = [t('doubles.kept'), t('doubles.gone')] as const
  return (
    <>
      <Checkbox isSelected={!isWhole} onChange={(only) => setWhole(!only)}>
        {t('doubles.onlyDifferent')}
      </Checkbox>
      <table className="doubles-table" aria-label={t('doubles.pair')}>
        <thead>
          <tr>
            <th scope="col">{t('doubles.attribute')}</th>
            {sides.map((side) => (
              <th key={side} scope="col">
                {side}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              <td data-side={sides[0]} className={row.isTaken ? 'muted' : ''}>
                {row.kept ?? <span className="muted">{t('doubles.empty')}</span>}
                {row.sources && row.kept && <div className="muted small">{row.sources[0]}</div>}
              </td>
              <td data-side={sides[1]} className={row.isTaken ? 'is-taken' : ''}>
                {row.gone ?? <span className="muted">{t('doubles.empty')}</span>}
                {row.sources && row.gone && <div className="muted small">{row.sources[1]}</div>}
                {row.isDifferent && row.gone && row.take && (
                  <Checkbox
                    isSelected={row.isTaken}
                    onChange={row.take}
                    aria-label={t('doubles.take', { what: row.label })}
                  >
                    {t('doubles.take.short')}
                  </Checkbox>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function useRows({ kept, gone, chosen, onChange }: Props): Row[] {
  const names = useListNames()
  const attributes = ATTRIBUTES.map((key): Row => {
    const isTaken = chosen.take.includes(key)
    return {
      key,
      label: say(TRAIT_WORDS[key]),
      kept: attributeWords(key, kept.attributes, names),
      gone: attributeWords(key, gone.attributes, names),
      sources: [sourceWords(kept.sources[key]), sourceWords(gone.sources[key])],
      isDifferent: isDifferent(kept, gone, key),
      isTaken,
      take:
        onChange &&
        ((take) =>
          onChange({
            ...chosen,
            take: take ? [...chosen.take, key] : chosen.take.filter((one) => one !== key),
          })),
    }
  })
  const [here, there] = [placeWords(kept), placeWords(gone)]
  return [
    ...attributes,
    {
      key: 'place',
      label: t('doubles.place'),
      kept: here,
      gone: there,
      sources: null,
      isDifferent: here !== there,
      isTaken: chosen.takePlace,
      take: onChange && ((takePlace) => onChange({ ...chosen, takePlace })),
    },
    {
      key: 'status',
      label: t('doubles.status'),
      kept: kept.statusWords?.vi ?? null,
      gone: gone.statusWords?.vi ?? null,
      sources: null,
      isDifferent: kept.status !== gone.status,
      isTaken: false,
      take: undefined,
    },
  ]
}

function placeWords({ place: { address, unit } }: Entity): string {
  return [address, unitWords(unit)].filter(Boolean).join(', ')
}
