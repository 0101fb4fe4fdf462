import type { DocumentRecord } from '@hopluc/shared/documents'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Form, FormRow } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { useDocumentDeed } from './queries.ts'
import { MAX_BYTES, useUploads } from './use-uploads.ts'

const FORM = 'document-issue'

/** Takes in the signed paper: dropped, it fills the form; without a number the book gives one. */
export function IssueDialog(props: { document: DocumentRecord; onClose: () => void }) {
  const { document, onClose } = props
  const { today } = useSession()
  const { mutate, isPending, error } = useDocumentDeed(document.id)
  const [symbol, setSymbol] = useState('')
  const [issuedOn, setIssuedOn] = useState<PlainDate | null>(today)
  const [signerName, setSignerName] = useState(document.signerName ?? '')
  const [signerTitle, setSignerTitle] = useState(document.signerTitle ?? '')
  const [signed, setSigned] = useState<{ id: Id; isIntact?: boolean; by?: string } | undefined>()
  const { uploads, isSending, send, forget } = useUploads(({ id, hints }) => {
    setSigned({
      id,
      ...(hints?.signature && {
        isIntact: hints.signature.isIntact,
        by: hints.signature.signerName ?? '',
      }),
    })
    if (hints?.symbol && hints.number) setSymbol(hints.symbol)
    if (hints?.issuedOn) setIssuedOn(hints.issuedOn)
    if (hints?.signerName) setSignerName(hints.signerName)
    if (hints?.signerTitle) setSignerTitle(hints.signerTitle)
  })
  const issue = () => {
    if (!issuedOn) return
    mutate(
      {
        deed: 'step',
        command: {
          action: 'issue',
          version: document.version,
          issuedOn,
          signerName,
          ...(symbol.trim() && { symbol: symbol.trim() }),
          ...(signerTitle && { signerTitle }),
          ...(signed && { signedFileId: signed.id }),
        },
      },
      {
        onSuccess: (issued) => {
          onClose()
          toast(`${t('documents.state.issued')}: ${issued.symbol ?? ''}`, { kind: 'done' })
        },
      },
    )
  }
  return (
    <Dialog
      title={t('documents.issue.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            form={FORM}
            isPending={isPending}
            isDisabled={isSending || !issuedOn || signerName.trim() === ''}
          >
            {t('documents.issue.save')}
          </Button>
        </>
      }
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form id={FORM} onSubmit={issue} error={error}>
        <p>{t('documents.issue.intro')}</p>
        <FileDrop
          label={t('documents.issue.file')}
          accept={['.pdf']}
          maxBytes={MAX_BYTES}
          onFiles={send}
          files={uploads}
          onRemove={(id) => {
            forget(id)
            setSigned(undefined)
          }}
        />
        {signed?.isIntact === true && (
          <Notice kind="info">{t('documents.page.signed', { name: signed.by ?? '' })}</Notice>
        )}
        {signed?.isIntact === false && (
          <Notice kind="warning">{t('documents.page.signatureBroken')}</Notice>
        )}
        <FormRow>
          <TextField
            label={t('documents.symbol')}
            name="symbol"
            value={symbol}
            onChange={setSymbol}
            placeholder={document.symbol ?? ''}
            hint={t('documents.issue.number.hint', { count: document.nextNumber ?? 1 })}
          />
          <DatePicker
            label={t('documents.issuedOn')}
            value={issuedOn}
            onChange={setIssuedOn}
            max={today}
            isRequired
          />
        </FormRow>
        <FormRow>
          <TextField
            label={t('documents.signer')}
            name="signerName"
            value={signerName}
            onChange={setSignerName}
            isRequired
          />
          <TextField
            label={t('documents.signerTitle')}
            name="signerTitle"
            value={signerTitle}
            onChange={setSignerTitle}
          />
        </FormRow>
      </Form>
    </Dialog>
  )
}
