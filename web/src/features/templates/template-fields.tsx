import type { TemplateWords } from '@hopluc/shared/templates'
import { t } from '../../lib/i18n.ts'
import { FormRow } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'

const MODES = ['TM', 'KT', 'TL', 'TUQ', 'Q', 'direct'] as const
const NOTICE = [
  ['abstract', 2],
  ['opening', 2],
  ['leadIn', 2],
  ['closing', 3],
] as const
const LETTER = [
  ['letterOpening', 3],
  ['letterClosing', 4],
] as const

interface FieldsProps {
  readonly value: TemplateWords
  readonly onChange: (value: TemplateWords) => void
  readonly isDisabled: boolean
  /** What the server said of a part, by its name. */
  readonly faults: Readonly<Record<string, string>>
}

const filled = (text: string) => (text.trim() === '' ? null : text)

/** The words of a body's papers, in the order in which they stand on them. */
export function TemplateFields({ value, onChange, isDisabled, faults }: FieldsProps) {
  const set = (patch: Partial<TemplateWords>) => onChange({ ...value, ...patch })
  const sign = (patch: Partial<TemplateWords['authority']>) =>
    set({ authority: { ...value.authority, ...patch } })
  const { authority } = value
  return (
    <>
      <Section title={t('templates.head')}>
        <div className="form">
          <FormRow>
            <TextField
              label={t('templates.superior')}
              hint={t('templates.superior.hint')}
              value={value.superior ?? ''}
              onChange={(superior) => set({ superior: filled(superior) })}
              isDisabled={isDisabled}
            />
            <TextField
              label={t('templates.issuer')}
              name="words.issuer"
              value={value.issuer}
              onChange={(issuer) => set({ issuer })}
              isDisabled={isDisabled}
              isRequired
            />
          </FormRow>
          <FormRow>
            <TextField
              label={t('readings.notice.symbol')}
              name="words.symbol"
              value={value.symbol}
              onChange={(symbol) => set({ symbol })}
              isDisabled={isDisabled}
              isRequired
            />
            <TextField
              label={t('templates.place')}
              value={value.place}
              onChange={(place) => set({ place })}
              isDisabled={isDisabled}
            />
          </FormRow>
        </div>
      </Section>
      <Section title={t('templates.notice')}>
        <div className="form">
          {NOTICE.map(([name, rows]) => (
            <TextArea
              key={name}
              error={faults[`words.${name}`]}
              label={t(`readings.notice.${name}`)}
              value={value[name]}
              onChange={(text) => set({ [name]: text })}
              rows={rows}
              isDisabled={isDisabled}
            />
          ))}
        </div>
      </Section>
      <Section title={t('templates.letter')}>
        <div className="form">
          {LETTER.map(([name, rows]) => (
            <TextArea
              key={name}
              error={faults[`words.${name}`]}
              label={t(`templates.${name}`)}
              value={value[name]}
              onChange={(text) => set({ [name]: text })}
              rows={rows}
              isDisabled={isDisabled}
            />
          ))}
        </div>
      </Section>
      <Section title={t('templates.foot')}>
        <div className="form">
          <TextArea
            label={t('readings.notice.recipients')}
            hint={t('readings.notice.oneALine')}
            value={value.recipients.join('\n')}
            onChange={(text) => set({ recipients: text.split('\n') })}
            rows={4}
            isDisabled={isDisabled}
          />
          <FormRow>
            <TextField
              label={t('readings.notice.archive')}
              value={value.archive}
              onChange={(archive) => set({ archive })}
              isDisabled={isDisabled}
            />
            <Select
              label={t('readings.notice.mode')}
              options={MODES.map((one) => ({
                value: one,
                label: one === 'direct' ? t('readings.notice.mode.direct') : `${one}.`,
              }))}
              value={authority.mode}
              onChange={(mode) => sign({ mode })}
              isDisabled={isDisabled}
            />
          </FormRow>
          <FormRow>
            <TextField
              label={t('readings.notice.principal')}
              value={authority.principal ?? ''}
              onChange={(principal) => sign({ principal: filled(principal) })}
              isDisabled={isDisabled}
            />
            <TextField
              label={t('readings.notice.deputyFor')}
              value={authority.deputyFor ?? ''}
              onChange={(deputyFor) => sign({ deputyFor: filled(deputyFor) })}
              isDisabled={isDisabled}
            />
          </FormRow>
          <FormRow>
            <TextField
              label={t('readings.notice.post')}
              name="words.authority.post"
              value={authority.post}
              onChange={(post) => sign({ post })}
              isDisabled={isDisabled}
              isRequired
            />
            <TextField
              label={t('readings.notice.officeHeld')}
              value={authority.officeHeld ?? ''}
              onChange={(officeHeld) => sign({ officeHeld: filled(officeHeld) })}
              isDisabled={isDisabled}
            />
          </FormRow>
        </div>
      </Section>
    </>
  )
}
