import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { CellRef, FormCheck } from '@hopluc/shared/report-forms'
import { t } from '../../lib/i18n.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { newCheck, put, refKey, refsOf, without } from './form-model.ts'
import type { DefinitionProps } from './section-editor.tsx'

const KINDS = ['part', 'sum', 'balance', 'change', 'ratio'] as const

/** What is checked beside that ước is no less than done, that persons are whole and no cell is blank. */
export function ChecksEditor({ definition, mayEdit, onChange }: DefinitionProps) {
  const { checks } = definition
  const refs = refsOf(definition)
  const set = (next: FormCheck[]) => onChange({ ...definition, checks: next })
  return (
    <Section title={t('forms.checks')} note={t('forms.checks.note')}>
      <ul className="form-checks">
        {checks.map((check, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- checks have no name of their own
          <li key={`${at} ${check.kind}`}>
            <p className="form-indicator-name">
              <b>{t(`forms.check.${check.kind}`)}</b>
              {mayEdit && (
                <span className="form-indicator-tools">
                  <IconButton
                    label={t('ui.remove', { name: t(`forms.check.${check.kind}`) })}
                    icon={IconTrash}
                    isSmall
                    onPress={() => set(without(checks, at))}
                  />
                </span>
              )}
            </p>
            {mayEdit ? (
              <CheckFields
                check={check}
                refs={refs}
                onChange={(next) => set(put(checks, at, next))}
              />
            ) : (
              <p className="muted small">
                {checkWords(check)} · {t(`forms.severity.${check.severity}`)}
              </p>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <p className="form-add">
          <Menu
            label={t('forms.check.add')}
            words={t('forms.check.add')}
            icon={IconPlus}
            actions={KINDS.map((kind) => ({
              id: kind,
              label: t(`forms.check.${kind}`),
              isDisabled: refs.length === 0,
              run: () => {
                const check = newCheck(kind, refs)
                if (check) set([...checks, check])
              },
            }))}
          />
        </p>
      )}
    </Section>
  )
}

const list = (refs: readonly CellRef[]) => refs.map(refKey).join(' + ')

function checkWords(check: FormCheck): string {
  switch (check.kind) {
    case 'part':
      return `${refKey(check.part)} ≤ ${refKey(check.whole)}`
    case 'sum':
      return `${list(check.parts)} = ${refKey(check.whole)}`
    case 'balance':
      return t('forms.balance', {
        plus: list(check.plus) || '0',
        minus: list(check.minus) || '0',
        closing: refKey(check.closing),
      })
    case 'change':
      return t('forms.change', { percent: check.percent })
    case 'ratio':
      return t('forms.ratio', {
        top: refKey(check.top),
        bottom: check.bottom ? refKey(check.bottom) : '1',
        most: check.most,
      })
  }
}

interface FieldsProps {
  readonly check: FormCheck
  readonly refs: readonly CellRef[]
  readonly onChange: (check: FormCheck) => void
}

function CheckFields({ check, refs, onChange }: FieldsProps) {
  return (
    <div className="form-line-fields">
      <Select
        label={t('forms.severity')}
        value={check.severity}
        onChange={(severity) => onChange({ ...check, severity })}
        options={[
          { value: 'error', label: t('forms.severity.error') },
          { value: 'warning', label: t('forms.severity.warning') },
        ]}
      />
      <Own check={check} refs={refs} onChange={onChange} />
    </div>
  )
}

function Own({ check, refs, onChange }: FieldsProps) {
  switch (check.kind) {
    case 'part':
      return (
        <>
          <One
            label="forms.ref.part"
            refs={refs}
            value={check.part}
            onChange={(part) => onChange({ ...check, part })}
          />
          <One
            label="forms.ref.whole"
            refs={refs}
            value={check.whole}
            onChange={(whole) => onChange({ ...check, whole })}
          />
        </>
      )
    case 'sum':
      return (
        <>
          <Many
            label="forms.ref.parts"
            refs={refs}
            value={check.parts}
            onChange={(parts) => parts.length > 0 && onChange({ ...check, parts })}
          />
          <One
            label="forms.ref.whole"
            refs={refs}
            value={check.whole}
            onChange={(whole) => onChange({ ...check, whole })}
          />
        </>
      )
    case 'balance':
      return (
        <>
          <One
            label="forms.ref.closing"
            refs={refs}
            value={check.closing}
            onChange={(closing) => onChange({ ...check, closing })}
          />
          <Many
            label="forms.ref.plus"
            refs={refs}
            value={check.plus}
            onChange={(plus) => onChange({ ...check, plus })}
          />
          <Many
            label="forms.ref.minus"
            refs={refs}
            value={check.minus}
            onChange={(minus) => onChange({ ...check, minus })}
          />
        </>
      )
    case 'change':
      return (
        <NumberField
          label={t('forms.percent')}
          value={check.percent}
          minValue={1}
          maxValue={10_000}
          onChange={(percent) => onChange({ ...check, percent })}
        />
      )
    case 'ratio':
      return (
        <>
          <One
            label="forms.ref.top"
            refs={refs}
            value={check.top}
            onChange={(top) => onChange({ ...check, top })}
          />
          <One
            label="forms.ref.bottom"
            refs={refs}
            value={check.bottom}
            hasNone
            onChange={(bottom) => onChange({ ...check, bottom })}
            onNone={() => onChange({ ...check, bottom: null })}
          />
          <NumberField
            label={t('forms.most')}
            value={check.most}
            minValue={0}
            onChange={(most) => onChange({ ...check, most })}
          />
        </>
      )
  }
}

type RefLabel =
  `forms.ref.${'part' | 'whole' | 'parts' | 'closing' | 'plus' | 'minus' | 'top' | 'bottom'}`
const NONE = '-'

function One(props: {
  label: RefLabel
  refs: readonly CellRef[]
  value: CellRef | null
  onChange: (ref: CellRef) => void
  hasNone?: boolean
  onNone?: () => void
}) {
  const { label, refs, value, onChange, hasNone = false, onNone } = props
  const choose = (key: string) => {
    const ref = refs.find((one) => refKey(one) === key)
    if (ref) onChange(ref)
    else onNone?.()
  }
  return (
    <Select
      label={t(label)}
      value={value ? refKey(value) : hasNone ? NONE : null}
      onChange={choose}
      options={[
        ...(hasNone ? [{ value: NONE, label: t('forms.ref.none') }] : []),
        ...refs.map((ref) => ({ value: refKey(ref), label: refKey(ref) })),
      ]}
    />
  )
}

function Many(props: {
  label: RefLabel
  refs: readonly CellRef[]
  value: readonly CellRef[]
  onChange: (refs: CellRef[]) => void
}) {
  const { label, refs, value, onChange } = props
  const rest = refs.filter((ref) => !value.some((one) => refKey(one) === refKey(ref)))
  return (
    <div className="form-many">
      <span className="form-many-label">{t(label)}</span>
      {value.map((ref, at) => (
        <span key={refKey(ref)} className="form-many-one">
          {refKey(ref)}
          <IconButton
            label={t('ui.remove', { name: refKey(ref) })}
            icon={IconTrash}
            isSmall
            onPress={() => onChange(without(value, at))}
          />
        </span>
      ))}
      <Menu
        label={t('forms.ref.add')}
        icon={IconPlus}
        actions={rest.map((ref) => ({
          id: refKey(ref),
          label: refKey(ref),
          run: () => onChange([...value, ref]),
        }))}
      />
    </div>
  )
}
