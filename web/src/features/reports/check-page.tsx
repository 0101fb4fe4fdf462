import './reports.css'
import { codeWords, type PublicReport } from '@hopluc/shared/reports'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { FileDrop } from '../../ui/file-drop.tsx'
import { DescriptionList } from '../../ui/marks.tsx'
import { Notice, Skeleton } from '../../ui/states.tsx'
import { Entry } from '../session/entry.tsx'
import { publicReportQuery } from './queries.ts'
import { sha256 } from './sha256.ts'

const route = getRouteApi('/kiem-tra/$code')
const MAX_FILE = 50_000_000

/** Whether a paper with this code was issued and still holds; a file's content is compared here. */
export function CheckPage() {
  const { code } = route.useParams()
  const { data, error } = useQuery(publicReportQuery(code))
  return (
    <Entry title={t('reports.check.title')}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {!data && !error && <Skeleton rows={5} />}
      {data && <Known report={data} />}
    </Entry>
  )
}

function Known({ report }: { report: PublicReport }) {
  const { state, replacedBy, hashes } = report
  return (
    <>
      <Notice kind={state === 'issued' ? 'info' : 'warning'}>{t(`reports.check.${state}`)}</Notice>
      <DescriptionList
        items={[
          [t('reports.report'), report.title],
          [t('reports.body'), report.issuer],
          [t('reports.number'), report.symbol],
          [t('documents.issuedOn'), report.issuedOn && formatDate(report.issuedOn)],
          [
            t('reports.code'),
            <span key="code" className="figures">
              {codeWords(report.code)}
            </span>,
          ],
          [
            t('reports.check.replacedBy'),
            replacedBy && (
              <Link key="next" to="/kiem-tra/$code" params={{ code: replacedBy.code }}>
                {replacedBy.symbol}
                {replacedBy.issuedOn && `, ${formatDate(replacedBy.issuedOn)}`}
              </Link>
            ),
          ],
        ]}
      />
      <Compare hashes={hashes} isCurrent={state === 'issued'} />
    </>
  )
}

/** The file stays on this machine: only its fingerprint is looked at. */
function Compare({ hashes, isCurrent }: { hashes: readonly string[]; isCurrent: boolean }) {
  const compare = useMutation({
    mutationFn: async (file: File) => ({
      name: file.name,
      isGenuine: hashes.includes(await sha256(await file.arrayBuffer())),
    }),
  })
  const { data } = compare
  return (
    <section className="reports-compare" aria-live="polite">
      <h2>{t('reports.check.compare')}</h2>
      <p className="muted small">{t('reports.check.compare.note')}</p>
      <FileDrop
        label={t('reports.check.file')}
        accept={['.pdf', '.docx', '.xlsx']}
        maxBytes={MAX_FILE}
        onFiles={([file]) => file && compare.mutate(file)}
      />
      {data && (
        <Notice kind={data.isGenuine ? (isCurrent ? 'info' : 'warning') : 'error'}>
          {t(data.isGenuine ? 'reports.check.genuine' : 'reports.check.other', { name: data.name })}
        </Notice>
      )}
    </section>
  )
}
