import { IconPlus, IconX } from '@tabler/icons-react'
import type { Band, Exclusion } from '@hopluc/shared/criteria'
import { useQuery } from '@tanstack/react-query'
import { t } from '../../lib/i18n.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { RuleField } from '../support/rule-field.tsx'
import { isWhole, newExclusion } from './criteria-draft.ts'
import { measuresQuery } from './queries.ts'

const NONE = '-'

interface Props {
  readonly exclusions: readonly Exclusion[]
  readonly bands: readonly Band[]
  readonly onChange: (exclusions: readonly Exclusion[]) => void
  readonly isTried: boolean
}

/** When one is not rated, or falls into a band whatever its points: by a rule, or as people say. */
export function Exclusions({ exclusions, bands, onChange, isTried }: Props) {
  const { data } = useQuery(measuresQuery)
  const change = (key: string, next: Partial<Exclusion>) =>
    onChange(exclusions.map((one) => (one.key === key ? { ...one, ...next } : one)))
  return (
    <Section title={t('assess.exclusions')}>
      <ul className="assess-edit">
        {exclusions.map((one) => (
          <li key={one.key}>
            <div className="assess-edit-case">
              <TextField
                label={t('assess.exclusion')}
                value={one.words}
                onChange={(words) => change(one.key, { words })}
                isRequired
              />
              <Select
                label={t('assess.exclusion.then')}
                value={one.band ?? NONE}
                options={[
                  { value: NONE, label: t('assess.notRated') },
                  ...bands.map(({ code, name }) => ({ value: code, label: name })),
                ]}
                onChange={(band) => change(one.key, { band: band === NONE ? null : band })}
              />
              <IconButton
                label={t('assess.exclusion.remove', { words: one.words })}
                icon={IconX}
                isSmall
                onPress={() => onChange(exclusions.filter(({ key }) => key !== one.key))}
              />
            </div>
            <Checkbox
              isSelected={one.rule === null}
              onChange={(isByHand) => change(one.key, { rule: isByHand ? null : [] })}
            >
              {t('assess.exclusion.byHand')}
            </Checkbox>
            {one.rule !== null && (
              <RuleField
                label={t('assess.conditions')}
                rule={one.rule}
                measures={data?.items ?? []}
                onChange={(rule) => change(one.key, { rule })}
              />
            )}
            {isTried && !isWhole(one) && (
              <Notice kind="error">{t('assess.exclusion.wrong')}</Notice>
            )}
          </li>
        ))}
      </ul>
      <Button icon={IconPlus} onPress={() => onChange([...exclusions, newExclusion(exclusions)])}>
        {t('assess.exclusion.add')}
      </Button>
    </Section>
  )
}
