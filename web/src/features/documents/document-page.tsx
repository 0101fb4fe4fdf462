import './documents.css'
import { IconFileTypeDocx, IconTextScan2 } from '@tabler/icons-react'
import type { DocumentRecord } from '@hopluc/shared/documents'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { sentence } from '../../lib/api-error.ts'
import { formatDate, formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DescriptionList, FileChip, Way } from '../../ui/marks.tsx'
import { Columns, DateText, Page, Section } from '../../ui/page.tsx'
import { toast } from '../../ui/toast.tsx'
import { RecordHistory } from '../audit/record-history.tsx'
import { ArchiveButton } from '../matters/archive-button.tsx'
import { useSession } from '../session/queries.ts'
import { DocumentActions } from './document-actions.tsx'
import { DocumentFiles } from './document-files.tsx'
import { Chain, Related } from './document-links.tsx'
import { DocumentText } from './document-text.tsx'
import { documentQuery, useReadDocument } from './queries.ts'
import { cited, DocumentMarks, DocumentStatus } from './words.tsx'

const route = getRouteApi('/app/documents/$id')

/** One paper: what it is, where it stands, what it rests on, what came of it. */
export function DocumentPage() {
  const { id } = route.useParams()
  const { asOf, at } = route.useSearch()
  const { data: document } = useSuspenseQuery(documentQuery(id, asOf))
  const name = cited(document)
  const isOnItsWay = document.direction === 'outgoing' && !document.isStub
  return (
    <Page
      title={document.abstract}
      shortTitle={document.symbol ?? t(`documents.kind.${document.kind}`)}
      crumbs={[{ label: t('documents.title'), to: '/documents' }, { label: name }]}
      actions={
        <>
          {!asOf && <ArchiveButton kind="document" id={id} />}
          <ReadButton document={document} />
        </>
      }
      lead={
        <span className="documents-lead">
          <DocumentStatus {...document} />
          <span>{name}</span>
          <span>{document.issuerName}</span>
          <DocumentMarks {...document} />
        </span>
      }
    >
      {isOnItsWay && <StatesWay document={document} />}
      <Columns
        width={336}
        aside={
          <>
            <DocumentActions document={document} />
            <Facts document={document} />
            <Readers document={document} />
            <History document={document} />
            {!asOf && <RecordHistory subject={document.id} />}
          </>
        }
        isAsideFirst
      >
        <DocumentFiles document={document} />
        {!document.isStub && <DocumentText document={document} at={at} />}
        <Chain document={document} />
        <Related document={document} />
        <Directives document={document} />
      </Columns>
    </Page>
  )
}

const WAY = ['draft', 'opinions', 'appraisal', 'submitted', 'issued'] as const
const ALWAYS: readonly string[] = ['draft', 'submitted', 'issued']

/** Dự thảo → Đã trình → Đã ban hành; opinions and appraisal where the paper goes through them. */
function StatesWay({ document: { state, draftNo, history } }: { document: DocumentRecord }) {
  const done = history.map(({ action }) => action)
  const steps = WAY.filter(
    (step) => ALWAYS.includes(step) || step === state || done.includes(`ask_${step}`),
  )
  const last = state === 'replaced' || state === 'expired' ? [state] : []
  const all = [...steps, ...last]
  const words = all.map((step) =>
    step === 'draft' && draftNo > 1
      ? t('documents.state.draftNo', { count: draftNo })
      : t(`documents.state.${step}`),
  )
  return (
    <div className="documents-way">
      <Way steps={words} at={all.indexOf(state)} />
    </div>
  )
}

/** From the text to its tasks: a notice has its own page, any other text is read. */
function ReadButton({ document }: { document: DocumentRecord }) {
  const { may } = useSession()
  const navigate = useNavigate()
  const { mutate, isPending } = useReadDocument(document.id)
  if (document.hasNotice)
    return (
      <ButtonLink to="/documents/$id/notice" params={{ id: document.id }} kind="primary">
        {t('documents.page.notice')}
      </ButtonLink>
    )
  if (!document.text || !may.includes('document.edit') || document.allowed.length === 0) return null
  const read = () =>
    mutate(undefined, {
      onSuccess: ({ id }) => id && void navigate({ to: '/readings/$id', params: { id } }),
      onError: (error) => toast(sentence(error), { kind: 'late' }),
    })
  return (
    <Button icon={IconTextScan2} isPending={isPending} onPress={read}>
      {t('documents.page.read')}
    </Button>
  )
}

function Facts({ document }: { document: DocumentRecord }) {
  const { meeting, paper, arrivedOn, arrivalNo, issuedOn } = document
  const signer = [document.signerName, document.signerTitle].filter(Boolean).join(', ')
  const day = issuedOn && <DateText value={issuedOn} />
  const place = meeting && (
    <Link to="/meetings/$id" params={{ id: meeting.id }}>
      {meeting.title}
    </Link>
  )
  return (
    <Section title={t('documents.page.facts')}>
      <DescriptionList
        items={[
          [t('documents.symbol'), document.symbol],
          [t('documents.issuedOn'), day],
          [t('documents.issuer'), document.issuerName],
          [t('documents.signer'), signer],
          [
            t('documents.arrived'),
            arrivalNo &&
              `${arrivalNo}${arrivedOn ? ` (${t('documents.arrivedOn').toLowerCase()} ${formatDate(arrivedOn)})` : ''}`,
          ],
          [t('documents.page.meeting'), place],
          [t('documents.page.recipients'), document.recipients],
          [t('documents.page.keptAt'), document.keptAt],
          [t('documents.page.copies'), document.copies],
          [t('documents.page.note'), document.note],
          [t('documents.page.owner'), document.owner.name],
        ]}
      />
      {document.isStub && <p className="muted small">{t('documents.stub.hint')}</p>}
      {paper && (
        <FileChip href={`/api${paper}`}>
          <IconFileTypeDocx size={16} aria-hidden /> {t('documents.page.word')}
        </FileChip>
      )}
    </Section>
  )
}

function Readers({ document: { readers, isInternal } }: { document: DocumentRecord }) {
  return (
    <Section title={t('documents.page.readers')}>
      {isInternal && <p className="muted small">{t('documents.page.internalReaders')}</p>}
      {readers.length > 0 ? (
        <ul className="documents-plain">
          {readers.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      ) : (
        !isInternal && <p className="muted small">{t('documents.page.noReaders')}</p>
      )}
    </Section>
  )
}

function Directives({ document: { directives } }: { document: DocumentRecord }) {
  return (
    <Section title={t('documents.page.directives')}>
      {directives.length === 0 && <p className="muted">{t('documents.page.noDirectives')}</p>}
      <ol className="documents-directives">
        {directives.map(({ id, item, position, text, dueOn, taskId }) => (
          <li key={id}>
            <span className="figures muted">{item ?? position}</span>
            <span>
              {taskId ? (
                <Link to="/tasks/$id" params={{ id: taskId }}>
                  {text}
                </Link>
              ) : (
                text
              )}
              {dueOn && (
                <small className="muted">
                  {' '}
                  {t('documents.page.due', { day: formatDate(dueOn) })}
                </small>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

const DONE = [
  'edit',
  'attach',
  'link',
  'give_readers',
  'ask_opinions',
  'ask_appraisal',
  'submit',
  'redraft',
  'issue',
  'expire',
  'register',
  'register_stub',
  'complete',
] as const

function History({ document: { history } }: { document: DocumentRecord }) {
  const { today } = useSession()
  if (history.length === 0) return null
  return (
    <Section title={t('documents.page.history')}>
      <ul className="documents-history">
        {history.map(({ action, at, by, note }) => {
          const known = DONE.find((one) => one === action)
          return (
            <li key={at}>
              <time className="figures muted" dateTime={at}>
                {formatInstant(at, today)}
              </time>
              <span>
                {known ? t(`documents.done.${known}`) : action}
                {note && <> · {note}</>}
                <small className="muted">{by}</small>
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
