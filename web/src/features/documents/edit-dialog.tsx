import { type DocumentRecord, PaperKind, PaperUrgency } from '@hopluc/shared/documents'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormRow } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { useDocumentDeed } from './queries.ts'

const FORM = 'document-edit'
const orNull = (words: string) => words.trim() || null

/** The facts of the record; what was issued keeps its number, day and issuer. */
export function EditDialog(props: { document: DocumentRecord; onClose: () => void }) {
  const { document, onClose } = props
  const { today } = useSession()
  const { mutate, isPending, error } = useDocumentDeed(document.id)
  const [form, setForm] = useState({
    kind: document.kind,
    symbol: document.symbol ?? '',
    issuedOn: document.issuedOn,
    issuerName: document.issuerName,
    signerName: document.signerName ?? '',
    signerTitle: document.signerTitle ?? '',
    abstract: document.abstract,
    urgency: document.urgency,
    isInternal: document.isInternal,
    recipients: document.recipients ?? '',
    keptAt: document.keptAt ?? '',
    note: document.note ?? '',
  })
  const set = (next: Partial<typeof form>) => setForm((now) => ({ ...now, ...next }))
  const isFixed = document.direction === 'outgoing' && document.number !== null
  const save = () => {
    const { kind, symbol, issuedOn, issuerName, ...rest } = form
    mutate(
      {
        deed: 'change',
        command: {
          version: document.version,
          ...(!isFixed && { kind, symbol: orNull(symbol), issuedOn, issuerName }),
          abstract: rest.abstract,
          urgency: rest.urgency,
          isInternal: rest.isInternal,
          signerName: orNull(rest.signerName),
          signerTitle: orNull(rest.signerTitle),
          recipients: orNull(rest.recipients),
          keptAt: orNull(rest.keptAt),
          note: orNull(rest.note),
        },
      },
      {
        onSuccess: () => {
          onClose()
          toast(t('documents.saved'))
        },
      },
    )
  }
  return (
    <Dialog
      title={t('documents.edit.title')}
      shape="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" form={FORM} isPending={isPending}>
            {t('documents.edit.save')}
          </Button>
        </>
      }
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form id={FORM} onSubmit={save} error={error}>
        <TextArea
          label={t('documents.abstract')}
          name="abstract"
          value={form.abstract}
          onChange={(abstract) => set({ abstract })}
          isRequired
          rows={2}
        />
        {!isFixed && (
          <FormRow>
            <Select
              label={t('documents.kind')}
              value={form.kind}
              options={PaperKind.options.map((kind) => ({
                value: kind,
                label: t(`documents.kind.${kind}`),
              }))}
              onChange={(kind) => set({ kind: PaperKind.parse(kind) })}
            />
            <TextField
              label={t('documents.symbol')}
              name="symbol"
              value={form.symbol}
              onChange={(symbol) => set({ symbol })}
            />
            <DatePicker
              label={t('documents.issuedOn')}
              value={form.issuedOn}
              onChange={(issuedOn) => set({ issuedOn })}
              max={today}
            />
          </FormRow>
        )}
        <FormRow>
          {!isFixed && (
            <TextField
              label={t('documents.issuer')}
              name="issuerName"
              value={form.issuerName}
              onChange={(issuerName) => set({ issuerName })}
              isRequired
            />
          )}
          <TextField
            label={t('documents.signer')}
            name="signerName"
            value={form.signerName}
            onChange={(signerName) => set({ signerName })}
          />
          <TextField
            label={t('documents.signerTitle')}
            name="signerTitle"
            value={form.signerTitle}
            onChange={(signerTitle) => set({ signerTitle })}
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
            onChange={(urgency) => set({ urgency: PaperUrgency.parse(urgency) })}
          />
          <TextField
            label={t('documents.page.keptAt')}
            name="keptAt"
            value={form.keptAt}
            onChange={(keptAt) => set({ keptAt })}
          />
        </FormRow>
        <TextField
          label={t('documents.page.recipients')}
          name="recipients"
          value={form.recipients}
          onChange={(recipients) => set({ recipients })}
        />
        <TextField
          label={t('documents.page.note')}
          name="note"
          value={form.note}
          onChange={(note) => set({ note })}
        />
        <Checkbox isSelected={form.isInternal} onChange={(isInternal) => set({ isInternal })}>
          {t('documents.internal')}
        </Checkbox>
      </Form>
    </Dialog>
  )
}
