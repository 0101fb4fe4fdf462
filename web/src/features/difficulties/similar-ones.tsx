import type { DifficultyItem } from '@hopluc/shared/difficulties'
import type { Id } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { t } from '../../lib/i18n.ts'
import { Checkbox } from '../../ui/choice.tsx'
import { unitWords } from '../organisation/words.ts'
import { optionsQuery } from './queries.ts'

interface Props {
  readonly to: Id
  readonly chosen: readonly DifficultyItem[]
  readonly onChange: (chosen: readonly DifficultyItem[]) => void
}

/** What others raised of the same: dealt with in one go. */
export function SimilarOnes({ to, chosen, onChange }: Props) {
  const { data } = useQuery(optionsQuery(to))
  if (!data || data.similar.length === 0) return null
  const isChosen = ({ id }: DifficultyItem) => chosen.some((one) => one.id === id)
  return (
    <fieldset className="difficulties-similar">
      <legend>{t('difficulties.similar')}</legend>
      {data.similar.map((one) => (
        <Checkbox
          key={one.id}
          isSelected={isChosen(one)}
          onChange={(isOn) =>
            onChange(isOn ? [...chosen, one] : chosen.filter(({ id }) => id !== one.id))
          }
        >
          <span>
            {one.text}
            <small>{[one.entity?.name, unitWords(one.unit)].filter(Boolean).join(', ')}</small>
          </span>
        </Checkbox>
      ))}
    </fieldset>
  )
}
