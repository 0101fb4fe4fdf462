import { GOVERNANCE_WORDS, KIND_WORDS, LAW_WORDS, TRAIT_WORDS } from '@hopluc/shared/entity-words'
import {
  CooperativeLaw,
  EntityKind,
  Governance,
  type EntityAttribute,
} from '@hopluc/shared/entities'
import { t } from '../../lib/i18n.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { codeHint, type TypedAttributes } from './form-model.ts'
import { CommoditiesPicker, LinesPicker } from './pickers.tsx'
import { say } from './words.ts'

const MILLION = 1_000_000

interface FieldProps {
  readonly attribute: EntityAttribute
  readonly attributes: TypedAttributes
  readonly set: (change: Partial<TypedAttributes>) => void
  readonly error?: string | undefined
  readonly isRequired?: boolean | undefined
}

/** The field in which one attribute is entered, the same in every form. */
export function AttributeField(props: FieldProps) {
  const { attribute, attributes, set, error, isRequired } = props
  const common = {
    label: say(TRAIT_WORDS[attribute]),
    name: `attributes.${attribute}`,
    error,
    isRequired: isRequired ?? false,
  }
  switch (attribute) {
    case 'kind':
      return (
        <Select
          {...common}
          value={attributes.kind}
          onChange={(kind) => set({ kind })}
          options={EntityKind.options.map((kind) => ({
            value: kind,
            label: say(KIND_WORDS[kind]),
          }))}
        />
      )
    case 'law':
      return (
        <Select
          {...common}
          value={attributes.law ?? ''}
          onChange={(law) => set({ law: CooperativeLaw.safeParse(law).data ?? null })}
          options={[
            { value: '', label: t('registry.form.none') },
            ...CooperativeLaw.options.map((law) => ({ value: law, label: say(LAW_WORDS[law]) })),
          ]}
        />
      )
    case 'governance':
      return (
        <Select
          {...common}
          value={attributes.governance ?? ''}
          onChange={(model) => set({ governance: Governance.safeParse(model).data ?? null })}
          options={[
            { value: '', label: t('registry.form.none') },
            ...Governance.options.map((model) => ({
              value: model,
              label: say(GOVERNANCE_WORDS[model]),
            })),
          ]}
        />
      )
    case 'lines':
      return (
        <LinesPicker
          {...common}
          codes={attributes.lines}
          onChange={(lines) => set({ lines })}
          hint={t('registry.form.lines.hint')}
        />
      )
    case 'commodities':
      return (
        <CommoditiesPicker
          {...common}
          codes={attributes.commodities}
          onChange={(commodities) => set({ commodities })}
        />
      )
    case 'charterCapital':
      return (
        <NumberField
          {...common}
          value={attributes.charterCapital === null ? NaN : attributes.charterCapital / MILLION}
          onChange={(value) =>
            set({ charterCapital: Number.isNaN(value) ? null : Math.round(value * MILLION) })
          }
          minValue={0}
          formatOptions={{ maximumFractionDigits: 6 }}
          unit={t('registry.form.capital.unit')}
        />
      )
    case 'officialMembers':
    case 'linkedMembers':
    case 'otherMembers':
    case 'workers':
      return (
        <NumberField
          {...common}
          value={attributes[attribute] ?? NaN}
          onChange={(value) => set({ [attribute]: Number.isNaN(value) ? null : value })}
          minValue={0}
          formatOptions={{ maximumFractionDigits: 0 }}
          unit={t('registry.form.people')}
        />
      )
    default:
      return <WordsField {...props} attribute={attribute} />
  }
}

type WordsAttribute = Exclude<
  EntityAttribute,
  | 'kind'
  | 'law'
  | 'governance'
  | 'lines'
  | 'commodities'
  | 'charterCapital'
  | 'officialMembers'
  | 'linkedMembers'
  | 'otherMembers'
  | 'workers'
>

const TYPES: Partial<Record<WordsAttribute, 'tel' | 'email' | 'url'>> = {
  phone: 'tel',
  email: 'email',
}

function WordsField(props: FieldProps & { attribute: WordsAttribute }) {
  const { attribute, attributes, set, error, isRequired } = props
  const hint =
    attribute === 'name'
      ? t('registry.form.name.hint')
      : attribute === 'code'
        ? codeHint(attributes.code)
        : undefined
  return (
    <TextField
      label={say(TRAIT_WORDS[attribute])}
      name={`attributes.${attribute}`}
      type={TYPES[attribute] ?? 'text'}
      value={attributes[attribute] ?? ''}
      onChange={(words) => set({ [attribute]: attribute === 'name' ? words : words || null })}
      error={error}
      hint={hint}
      isRequired={isRequired ?? false}
    />
  )
}
