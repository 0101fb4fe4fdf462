import type { Notice, NoticeIssueInput, SignedPaperReading } from '@hopluc/shared/directives'
import type { PlainDate } from '@hopluc/shared/values'
import { useRef, useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatInstant } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { type DroppedFile, FileDrop } from '../../ui/file-drop.tsx'
import { FormRow } from '../../ui/form.tsx'
import { FileChip } from '../../ui/marks.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice as NoticeLine } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { newId } from '../../lib/new-id.ts'
import { type Decisions, usualDecisions } from './comparison-decisions.ts'
import { ComparisonView } from './comparison-view.tsx'
import { useNoticeIssue, useSignedPaper } from './notice-queries.ts'

const MAX_BYTES = 25_000_000

/** The signed PDF comes back: read, compared with what was confirmed, then the tasks are given. */
export function SignedPaper({ notice, today }: { notice: Notice; today: PlainDate }) {
  const { documentId, signed, allowed, version } = notice
  const [share, setShare] = useState<DroppedFile | null>(null)
  const take = useSignedPaper(documentId, (done) =>
    setShare((file) => file && { ...file, share: done }),
  )
  const drop = ([file]: readonly File[]) => {
    if (!file) return
    setShare({ id: file.name, name: file.name, size: file.size, share: 0 })
    take.mutate({ file, version }, { onSettled: () => setShare(null) })
  }
  const mayTake = allowed.includes('take_signed')
  if (!signed && !mayTake) return null
  return (
    <Section title={t('readings.signed.title')}>
      {mayTake && (
        <FileDrop
          label={t('readings.signed.drop')}
          accept={['.pdf']}
          maxBytes={MAX_BYTES}
          isDisabled={take.isPending}
          files={share ? [share] : []}
          onFiles={drop}
          hint={t('readings.signed.hint')}
        />
      )}
      {take.error && <NoticeLine kind="error">{sentence(take.error)}</NoticeLine>}
      {signed && <SignedFacts signed={signed} today={today} />}
      {signed && allowed.includes('issue') && (
        <IssueForm notice={notice} signed={signed} today={today} />
      )}
    </Section>
  )
}

function SignedFacts({ signed, today }: { signed: SignedPaperReading; today: PlainDate }) {
  const { fileId, fileName, by, takenAt, signature, signatureOf } = signed
  return (
    <div className="signed-facts">
      <FileChip href={`/api/files/${fileId}`}>{fileName}</FileChip>
      <p className="muted small">
        {by}, {formatInstant(takenAt, today)}
      </p>
      {signature === 'intact' && (
        <Status kind="done">{t('readings.signed.intact', { name: signatureOf ?? '' })}</Status>
      )}
      {signature === 'broken' && <Status kind="late">{t('readings.signed.broken')}</Status>}
      {signature === 'none' && <Status kind="standing">{t('readings.signed.none')}</Status>}
    </div>
  )
}

function IssueForm(props: { notice: Notice; signed: SignedPaperReading; today: PlainDate }) {
  const { notice, signed, today } = props
  const { documentId, content, version } = notice
  const [number, setNumber] = useState<number | null>(signed.number)
  const [issuedOn, setIssuedOn] = useState<PlainDate | null>(signed.issuedOn)
  const [signerName, setSignerName] = useState(signed.signerName ?? content.signature.name ?? '')
  const [signerTitle, setSignerTitle] = useState(signed.signerTitle ?? content.signature.post)
  const [decisions, setDecisions] = useState<Decisions>(() => usualDecisions(signed))
  const key = useRef(newId())
  const issue = useNoticeIssue(documentId)
  const isReady = number !== null && number > 0 && issuedOn !== null && signerName.trim() !== ''
  const send = () => {
    if (!isReady) return
    const input: NoticeIssueInput = {
      version,
      number,
      symbol: symbolOf(signed.symbol ?? content.symbol, number),
      issuedOn,
      signerName: signerName.trim(),
      ...(signerTitle.trim() !== '' && { signerTitle: signerTitle.trim() }),
      directives: decisions.directives,
      added: decisions.added.flatMap(({ isTaken, ...one }) => (isTaken ? [one] : [])),
    }
    // By its promise: this form is gone by the time that the tasks are given.
    issue.mutateAsync({ ...input, key: key.current }).then(
      () => toast(t('readings.signed.issued')),
      () => {
        key.current = newId()
      },
    )
  }
  return (
    <form
      className="form signed-form"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {!signed.hasText && <NoticeLine kind="warning">{t('readings.signed.scan')}</NoticeLine>}
      {signed.comparison && (
        <>
          <p className="signed-summary">
            <b>
              {language() === 'en' ? signed.comparison.summary.en : signed.comparison.summary.vi}
            </b>
          </p>
          <ComparisonView
            notice={notice}
            comparison={signed.comparison}
            decisions={decisions}
            onChange={setDecisions}
          />
        </>
      )}
      <FormRow>
        <NumberField
          label={t('readings.signed.number')}
          value={number ?? Number.NaN}
          minValue={1}
          formatOptions={{ useGrouping: false }}
          onChange={(value) => setNumber(Number.isNaN(value) ? null : value)}
          unit={`/${tailOf(signed.symbol ?? content.symbol)}`}
        />
        <DatePicker
          label={t('readings.signed.on')}
          value={issuedOn}
          onChange={setIssuedOn}
          max={today}
        />
      </FormRow>
      <TextField
        label={t('readings.signed.signer')}
        value={signerName}
        onChange={setSignerName}
        isRequired
      />
      <TextField
        label={t('readings.signed.signerTitle')}
        value={signerTitle}
        onChange={setSignerTitle}
      />
      {issue.error && <NoticeLine kind="error">{sentence(issue.error)}</NoticeLine>}
      <Button kind="primary" type="submit" isDisabled={!isReady} isPending={issue.isPending}>
        {t('readings.signed.issue')}
      </Button>
      <p className="muted small">{t('readings.signed.issueNote')}</p>
    </form>
  )
}

const tailOf = (symbol: string) => symbol.replace(/^\s*\d+\s*\//, '')
const symbolOf = (symbol: string, number: number) =>
  `${String(number).padStart(2, '0')}/${tailOf(symbol)}`
