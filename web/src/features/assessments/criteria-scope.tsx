import { EntityKind, Sector } from '@hopluc/shared/entities'
import { KIND_WORDS, SECTOR_WORDS } from '@hopluc/shared/entity-words'
import { language, t } from '../../lib/i18n.ts'
import { Checkbox } from '../../ui/choice.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'

/** For whom a set is. */
export interface Scope {
  readonly kinds: readonly EntityKind[]
  /** None: all. */
  readonly sectors: readonly Sector[]
}

interface Props {
  readonly scope: Scope
  readonly onChange: (scope: Scope) => void
  readonly isTried: boolean
}

export function ScopeFields({ scope, onChange, isTried }: Props) {
  return (
    <Section title={t('assess.scope')} note={t('assess.scope.hint')}>
      <fieldset className="assess-scope">
        <legend className="field-label">{t('assess.scope.kinds')}</legend>
        {EntityKind.options.map((kind) => (
          <Checkbox
            key={kind}
            isSelected={scope.kinds.includes(kind)}
            onChange={(isOn) => onChange({ ...scope, kinds: switched(scope.kinds, kind, isOn) })}
          >
            {KIND_WORDS[kind][language()]}
          </Checkbox>
        ))}
      </fieldset>
      <fieldset className="assess-scope">
        <legend className="field-label">{t('assess.scope.sectors')}</legend>
        {Sector.options.map((sector) => (
          <Checkbox
            key={sector}
            isSelected={scope.sectors.includes(sector)}
            onChange={(isOn) =>
              onChange({ ...scope, sectors: switched(scope.sectors, sector, isOn) })
            }
          >
            {SECTOR_WORDS[sector][language()]}
          </Checkbox>
        ))}
      </fieldset>
      {isTried && scope.kinds.length === 0 && (
        <Notice kind="error">{t('assess.scope.none')}</Notice>
      )}
    </Section>
  )
}

const switched = <One,>(all: readonly One[], one: One, isOn: boolean): One[] =>
  isOn ? [...all, one] : all.filter((other) => other !== one)
