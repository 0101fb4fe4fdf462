import type { Report } from '@hopluc/shared/reports'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { DescriptionList, Diff, FileChip } from '../../ui/marks.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { useReport } from './queries.ts'

const MAX_FILE = 25_000_000

/** The paper comes back signed: compared with what was made, then taken in under its number. */
export function ReportIssuePart({ report }: { report: Report }) {
  const { allowed, signed, version } = report
  const { sign } = useReport(report.id)
  return (
    <Section title={t('reports.signed')} note={t('reports.signed.note')}>
      {sign.error && <Notice kind="error">{sentence(sign.error)}</Notice>}
      {allowed.includes('take_signed') && (
        <FileDrop
          label={t('reports.signed.drop')}
          accept={['.pdf']}
          maxBytes={MAX_FILE}
          isDisabled={sign.isPending}
          onFiles={([file]) => file && sign.mutate({ file, version })}
        />
      )}
      {signed && <Signed signed={signed} />}
      {allowed.includes('issue') && <IssueForm report={report} />}
    </Section>
  )
}

function Signed({ signed }: { signed: NonNullable<Report['signed']> }) {
  const { changes } = signed
  return (
    <>
      <DescriptionList
        items={[
          [
            t('reports.signed.file'),
            <FileChip key="file" href={`/api/files/${signed.fileId}`}>
              {signed.fileName}
            </FileChip>,
          ],
          [t('reports.number'), signed.symbol],
          [t('documents.issuedOn'), signed.issuedOn && formatDate(signed.issuedOn)],
          [t('documents.signer'), signed.signerName],
          [t('reports.signature'), t(`reports.signature.${signed.signature}`)],
        ]}
      />
      {changes === null && <Notice kind="warning">{t('reports.signed.scan')}</Notice>}
      {changes?.length === 0 && <Notice kind="info">{t('reports.signed.same')}</Notice>}
      {changes && changes.length > 0 && (
        <>
          <Notice kind="warning">{t('reports.signed.changed', { count: changes.length })}</Notice>
          <ul className="reports-changes">
            {changes.map(({ before, removed, added }, index) => (
              <li key={`${index} ${before}`}>
                <Diff
                  runs={[
                    { kind: 'same', text: `… ${before} ` },
                    ...(removed ? [{ kind: 'removed' as const, text: removed }] : []),
                    ...(added ? [{ kind: 'added' as const, text: ` ${added}` }] : []),
                  ]}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function IssueForm({ report }: { report: Report }) {
  const { id, version, signed, missing } = report
  const { today } = useSession()
  const { issue } = useReport(id)
  const [symbol, setSymbol] = useState(signed?.symbol ?? '')
  const [issuedOn, setIssuedOn] = useState(signed?.issuedOn ?? today)
  const [signerName, setSigner] = useState(signed?.signerName ?? '')
  const [isMissingSeen, setSeen] = useState(false)
  const isReady =
    /^\s*\d+\s*\//.test(symbol) && signerName.trim() !== '' && (missing === 0 || isMissingSeen)
  const take = () =>
    issue.mutate(
      { version, symbol, issuedOn, signerName, isMissingSeen },
      { onSuccess: () => toast(t('reports.issued')) },
    )
  return (
    <Form onSubmit={take} error={issue.error} label={t('reports.issue')}>
      <FormRow>
        <TextField
          label={t('reports.number')}
          hint={t('reports.number.hint')}
          name="symbol"
          isRequired
          value={symbol}
          onChange={setSymbol}
        />
        <DateField
          label={t('documents.issuedOn')}
          value={issuedOn}
          onChange={(day) => day && setIssuedOn(day)}
        />
      </FormRow>
      <TextField
        label={t('documents.signer')}
        name="signerName"
        isRequired
        value={signerName}
        onChange={setSigner}
      />
      {missing > 0 && (
        <Checkbox isSelected={isMissingSeen} onChange={setSeen}>
          {t('reports.missing.seen', { count: missing })}
        </Checkbox>
      )}
      {issue.error && <Notice kind="error">{sentence(issue.error)}</Notice>}
      <FormActions>
        <Button kind="primary" type="submit" isPending={issue.isPending} isDisabled={!isReady}>
          {t('reports.issue')}
        </Button>
      </FormActions>
    </Form>
  )
}
