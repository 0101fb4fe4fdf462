import './reports.css'
import { codeWords, type Report } from '@hopluc/shared/reports'
import { IconFileTypeDocx, IconFileTypeXls, IconGitCompare, IconRefresh } from '@tabler/icons-react'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { formatDate, formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { DescriptionList } from '../../ui/marks.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { RecordHistory } from '../audit/record-history.tsx'
import { useSession } from '../session/queries.ts'
import { ReportStatus } from './list-page.tsx'
import { type ReportStepName, reportQuery, useReport } from './queries.ts'
import { ReportFigures } from './report-figures.tsx'
import { ReportIssuePart } from './report-issue.tsx'
import { ReportTextsPart } from './report-texts.tsx'
import { periodOf } from './words.ts'

const route = getRouteApi('/app/reports/$id')

/** One report: its way, what the officer writes, and every number beside where it comes from. */
export function ReportPage() {
  const { id } = route.useParams()
  const { data: report } = useSuspenseQuery(reportQuery(id))
  const { makes } = report
  return (
    <Page
      title={report.title}
      crumbs={[{ label: t('reports.title'), to: '/reports' }]}
      lead={<ReportStatus state={report.state} />}
      actions={makes.length > 0 && <Files report={report} />}
    >
      {report.isMaking && <Notice kind="info">{t('reports.making')}</Notice>}
      {report.replacedBy && (
        <Notice kind="warning">
          {t('reports.replacedBy')}{' '}
          <Link to="/reports/$id" params={{ id: report.replacedBy.id }}>
            {report.replacedBy.symbol ?? t('reports.correction')}
          </Link>
        </Notice>
      )}
      <Columns width={336} aside={<Aside key={report.version} report={report} />}>
        <Steps report={report} />
        {(report.state === 'submitted' || report.signed) && (
          <ReportIssuePart key={`${report.version}`} report={report} />
        )}
        {report.ownTexts.length > 0 && <ReportTextsPart report={report} />}
        <ReportFigures report={report} />
      </Columns>
    </Page>
  )
}

/** The last making, to be read, printed and brought to be signed. */
function Files({ report: { id, makes } }: { report: Report }) {
  const save = useMutation({ mutationFn: (name: string) => api.download(`/reports/${id}/${name}`) })
  return (
    <>
      {makes[0]?.hasMarks && (
        <Button icon={IconGitCompare} onPress={() => save.mutate('marked.docx')}>
          {t('reports.file.marked')}
        </Button>
      )}
      <Button icon={IconFileTypeXls} onPress={() => save.mutate('annex.xlsx')}>
        {t('reports.file.sheet')}
      </Button>
      <Button kind="primary" icon={IconFileTypeDocx} onPress={() => save.mutate('report.docx')}>
        {t('reports.file.word')}
      </Button>
      {save.error && <Notice kind="error">{sentence(save.error)}</Notice>}
    </>
  )
}

const ASKED: readonly ReportStepName[] = ['submit', 'redraft', 'correct']

function Steps({ report }: { report: Report }) {
  const { id, version, allowed } = report
  const navigate = useNavigate()
  const { step } = useReport(id)
  const [asked, setAsked] = useState<ReportStepName | null>(null)
  const take = (name: ReportStepName) =>
    step.mutate(
      { name, version },
      {
        onSuccess: (next) => {
          setAsked(null)
          if (next.id !== id) void navigate({ to: '/reports/$id', params: { id: next.id } })
        },
        onError: () => setAsked(null),
      },
    )
  const isPending = step.isPending || report.isMaking
  const mayAny = allowed.includes('make') || ASKED.some((name) => allowed.includes(name))
  if (!mayAny) return step.error && <Notice kind="error">{sentence(step.error)}</Notice>
  return (
    <>
      {step.error && <Notice kind="error">{sentence(step.error)}</Notice>}
      <div className="reports-deeds">
        {allowed.includes('make') && (
          <Button icon={IconRefresh} isPending={isPending} onPress={() => take('make')}>
            {t('reports.make.again')}
          </Button>
        )}
        {ASKED.filter((name) => allowed.includes(name)).map((name) => (
          <Button key={name} isDisabled={isPending} onPress={() => setAsked(name)}>
            {t(`reports.step.${name === 'make' ? 'submit' : name}`)}
          </Button>
        ))}
      </div>
      {asked && asked !== 'make' && (
        <Confirm
          title={t(`reports.step.${asked}`)}
          action={t(`reports.step.${asked}`)}
          isOpen
          isPending={isPending}
          onConfirm={() => take(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{t(`reports.step.${asked}.note`)}</p>
        </Confirm>
      )}
    </>
  )
}

function Aside({ report }: { report: Report }) {
  const { today } = useSession()
  const { makes, replaces } = report
  return (
    <>
      <Section title={t('reports.about')}>
        <DescriptionList
          items={[
            [t('reports.number'), report.issuedOn ? report.symbol : null],
            [t('documents.issuedOn'), report.issuedOn && formatDate(report.issuedOn)],
            [t('documents.signer'), report.signerName],
            [t('reports.body'), report.issuer.name],
            [t('reports.unit'), report.unit.name],
            [t('reports.period'), periodOf(report.period)],
            [t('reports.template'), report.templateName],
            [t('reports.boundaries'), t(`reports.boundaries.${report.boundaries}`)],
            [
              t('reports.code'),
              <span key="code" className="figures">
                {codeWords(report.code)}
              </span>,
            ],
            [
              t('reports.replaces'),
              replaces && (
                <Link key="replaces" to="/reports/$id" params={{ id: replaces.id }}>
                  {replaces.symbol}
                </Link>
              ),
            ],
          ]}
        />
      </Section>
      {makes.length > 0 && (
        <Section title={t('reports.makes')}>
          <ol className="reports-makes">
            {makes.map(({ seq, madeAt, by, figures, missing, changed }) => (
              <li key={seq}>
                <b className="figures">{formatInstant(madeAt, today)}</b> {by}
                <small>{t('reports.make.counts', { figures, missing, changed })}</small>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <RecordHistory key={report.version} subject={report.id} />
    </>
  )
}
