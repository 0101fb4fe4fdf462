import { PaperKind, PaperUrgency } from '@hopluc/shared/documents'
import type { PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { t } from '../../lib/i18n.ts'
import { Checkbox } from '../../ui/choice.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { FormRow } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { AgenciesPicker } from '../tasks/agency-picker.tsx'
import { DocumentsPicker } from './document-picker.tsx'
import { documentOptionsQuery } from './queries.ts'
import type { Registration } from './registration.ts'

interface Fields {
  readonly form: Registration
  readonly set: (form: Registration) => void
}

/** What stands in the head and foot of the paper itself. */
export function HeadFields({ form, set, today }: Fields & { today: PlainDate }) {
  const isOutgoing = form.direction === 'outgoing'
  const isDraft = isOutgoing && !form.isIssued && !form.isStub
  return (
    <>
      {isOutgoing && (
        <Checkbox isSelected={form.isIssued} onChange={(isIssued) => set({ ...form, isIssued })}>
          {t('documents.form.issued')}
        </Checkbox>
      )}
      <FormRow>
        <Select
          label={t('documents.kind')}
          value={form.kind}
          options={PaperKind.options.map((kind) => ({
            value: kind,
            label: t(`documents.kind.${kind}`),
          }))}
          onChange={(kind) => set({ ...form, kind })}
        />
        <TextField
          label={t(isDraft ? 'documents.form.symbol.draft' : 'documents.symbol')}
          name="symbol"
          value={form.symbol}
          onChange={(symbol) => set({ ...form, symbol })}
          hint={isDraft ? t('documents.form.symbol.hint') : undefined}
        />
        {!isDraft && (
          <DatePicker
            label={t('documents.issuedOn')}
            value={form.issuedOn}
            onChange={(issuedOn) => set({ ...form, issuedOn })}
            max={today}
          />
        )}
      </FormRow>
      <TextArea
        label={t('documents.abstract')}
        name="abstract"
        value={form.abstract}
        onChange={(abstract) => set({ ...form, abstract })}
        isRequired={!form.isStub}
        rows={2}
      />
      <FormRow>
        {!isOutgoing && (
          <TextField
            label={t('documents.issuer')}
            name="issuerName"
            value={form.issuerName}
            onChange={(issuerName) => set({ ...form, issuerName })}
            isRequired
          />
        )}
        <TextField
          label={t('documents.signer')}
          name="signerName"
          value={form.signerName}
          onChange={(signerName) => set({ ...form, signerName })}
        />
        <TextField
          label={t('documents.signerTitle')}
          name="signerTitle"
          value={form.signerTitle}
          onChange={(signerTitle) => set({ ...form, signerTitle })}
        />
      </FormRow>
      <FormRow>
        <Select
          label={t('documents.urgency')}
          value={form.urgency}
          options={PaperUrgency.options.map((one) => ({
            value: one,
            label: t(`documents.urgency.${one}`),
          }))}
          onChange={(urgency) => set({ ...form, urgency })}
        />
        {form.direction === 'incoming' && (
          <>
            <DatePicker
              label={t('documents.arrivedOn')}
              value={form.arrivedOn}
              onChange={(arrivedOn) => set({ ...form, arrivedOn })}
              max={today}
            />
            <TextField
              label={t('documents.arrived')}
              name="arrivalNo"
              value={form.arrivalNo}
              onChange={(arrivalNo) => set({ ...form, arrivalNo })}
              hint={t('documents.form.arrivalNo.hint')}
            />
          </>
        )}
      </FormRow>
    </>
  )
}

/** The words of the paper, and what it rests on. */
export function TextFields(props: Fields & { text: string; setText: (text: string) => void }) {
  const { form, set, text, setText } = props
  return (
    <>
      {!form.isStub && (
        <TextArea
          label={t('documents.form.text')}
          name="text"
          value={text}
          onChange={setText}
          rows={6}
        />
      )}
      <DocumentsPicker
        label={t('documents.form.restsOn')}
        chosen={form.restsOn}
        onChange={(restsOn) =>
          set({ ...form, restsOn: restsOn.map(({ value, label }) => ({ value, label })) })
        }
      />
      <Checkbox isSelected={form.isStub} onChange={(isStub) => set({ ...form, isStub })}>
        {t('documents.form.stub')}
      </Checkbox>
      {form.isStub && <p className="muted small">{t('documents.form.stub.secret')}</p>}
    </>
  )
}

/** In whose register, kept where, and who may see it. */
export function RegisterFields({ form, set }: Fields & { today: PlainDate }) {
  const { data } = useQuery(documentOptionsQuery)
  const bodies = data?.bodies ?? []
  const own = form.ownerId ?? bodies.find(({ isDefault }) => isDefault)?.id ?? null
  return (
    <>
      <Section title={t('documents.form.more')}>
        <div className="documents-form-part">
          <FormRow>
            {bodies.length > 1 && (
              <Select
                label={t('documents.form.owner')}
                value={own}
                options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(ownerId) => set({ ...form, ownerId })}
              />
            )}
            <TextField
              label={t('documents.page.recipients')}
              name="recipients"
              value={form.recipients}
              onChange={(recipients) => set({ ...form, recipients })}
            />
            <TextField
              label={t('documents.page.keptAt')}
              name="keptAt"
              value={form.keptAt}
              onChange={(keptAt) => set({ ...form, keptAt })}
            />
          </FormRow>
          <TextField
            label={t('documents.page.note')}
            name="note"
            value={form.note}
            onChange={(note) => set({ ...form, note })}
          />
        </div>
      </Section>
      <Section title={t('documents.form.who')}>
        <div className="documents-form-part">
          <Checkbox
            isSelected={form.isInternal}
            onChange={(isInternal) => set({ ...form, isInternal })}
          >
            {t('documents.internal')}
          </Checkbox>
          <AgenciesPicker
            label={t('documents.readers.agencies')}
            hint={t('documents.readers.hint')}
            chosen={form.readers}
            onChange={(readers) =>
              set({ ...form, readers: readers.map(({ value, label }) => ({ value, label })) })
            }
          />
        </div>
      </Section>
    </>
  )
}
