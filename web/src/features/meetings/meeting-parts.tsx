import { IconFileTypeDocx, IconX } from '@tabler/icons-react'
import { type MeetingPaper, type MeetingRecord } from '@hopluc/shared/meetings'
import { Link, useNavigate } from '@tanstack/react-router'
import { sentence } from '../../lib/api-error.ts'
import { formatBytes, formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { FileChip } from '../../ui/marks.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { ACCEPTED, MAX_BYTES, useUploads } from '../documents/use-uploads.ts'
import { cited } from '../documents/words.tsx'
import { AgendaPapers } from './agenda-papers.tsx'
import { useDraftPaper, useMeetingDeed } from './queries.ts'

/** The agenda, and the open tasks that came back to it. */
export function Agenda({ meeting }: { meeting: MeetingRecord }) {
  const { agenda, openTasks, state } = meeting
  return (
    <>
      <Section title={t('meetings.page.agenda')}>
        {agenda.length === 0 && <p className="muted">{t('meetings.page.noAgenda')}</p>}
        <ol className="meetings-agenda">
          {agenda.map(({ text, presenter }, index) => (
            <li key={`${index} ${text}`}>
              <span className="figures muted">{index + 1}</span>
              <div>
                {text}
                {presenter && (
                  <small className="muted">
                    {t('meetings.page.presenter', { name: presenter })}
                  </small>
                )}
                <AgendaPapers meeting={meeting} index={index} />
              </div>
            </li>
          ))}
        </ol>
      </Section>
      {openTasks.length > 0 && (
        <Section
          title={t('meetings.page.openTasks')}
          note={t(
            state === 'planned' ? 'meetings.page.openTasks.note' : 'meetings.page.openTasks.kept',
          )}
        >
          <ul className="meetings-tasks">
            {openTasks.map(({ id, title, lead, dueOn, status }) => (
              <li key={id}>
                <Link to="/tasks/$id" params={{ id }}>
                  {title}
                </Link>
                <span className="muted">{lead}</span>
                <span className={status === 'overdue' ? 'red figures' : 'figures muted'}>
                  {dueOn ? formatDate(dueOn) : '–'}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** Papers for the meeting; who is invited reads them. */
export function MeetingFiles({ meeting }: { meeting: MeetingRecord }) {
  const { id, files, version, allowed } = meeting
  const { mutate, error } = useMeetingDeed(id)
  const mayEdit = allowed.includes('edit')
  const fileIds = files.map((file) => file.id)
  const itemsOf = (fileId: string) =>
    meeting.agenda.flatMap((item, index) =>
      item.fileIds.includes(fileId) ? [t('meetings.agenda.item', { count: index + 1 })] : [],
    )
  const { uploads, send, forget } = useUploads((file, done) =>
    mutate(
      { deed: 'change', command: { fileIds: [...fileIds, file.id], version } },
      { onSuccess: () => done() },
    ),
  )
  return (
    <Section title={t('meetings.page.files')}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {files.length === 0 && !mayEdit && <p className="muted">{t('meetings.page.noFiles')}</p>}
      <ul className="meetings-files">
        {files.map((file) => (
          <li key={file.id}>
            <FileChip href={`/api/files/${file.id}`}>{file.name}</FileChip>
            <span className="muted small">
              {[formatBytes(file.size), ...itemsOf(file.id)].join(' · ')}
            </span>
            {mayEdit && (
              <IconButton
                label={t('documents.file.remove', { name: file.name })}
                icon={IconX}
                isSmall
                onPress={() =>
                  mutate({
                    deed: 'change',
                    command: { fileIds: fileIds.filter((one) => one !== file.id), version },
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <FileDrop
          label={t('meetings.page.addFiles')}
          accept={ACCEPTED}
          maxBytes={MAX_BYTES}
          onFiles={send}
          files={uploads}
          onRemove={forget}
        />
      )}
    </Section>
  )
}

const IN_WORD: readonly MeetingPaper[] = ['invitation', 'attendance', 'minutes']

/** Documents of the register that belong to it, and what is written in Word from it. */
export function Papers({ meeting }: { meeting: MeetingRecord }) {
  const { id, papers, allowed, version, state } = meeting
  const { mutate, isPending } = useDraftPaper(id)
  const navigate = useNavigate()
  const paper = state === 'planned' ? 'invitation' : 'minutes'
  const draft = () =>
    mutate(
      { paper, version },
      {
        onSuccess: ({ documentId }) => {
          toast(t('meetings.draft.made'))
          void navigate({ to: '/documents/$id', params: { id: documentId } })
        },
        onError: (error) => toast(sentence(error), { kind: 'late' }),
      },
    )
  return (
    <Section title={t('meetings.page.papers')}>
      {papers.length === 0 && <p className="muted small">{t('meetings.page.noPapers')}</p>}
      <ul className="meetings-papers">
        {papers.map((one) => (
          <li key={one.id}>
            <Link to="/documents/$id" params={{ id: one.id }}>
              {one.symbol ? cited(one) : one.abstract}
            </Link>
            <span className="muted small">{t(`documents.state.${one.state}`)}</span>
          </li>
        ))}
      </ul>
      {allowed.includes('edit') && (
        <Button isPending={isPending} onPress={draft}>
          {t(`meetings.draft.${paper}`)}
        </Button>
      )}
      <p className="meetings-word">
        <span className="muted small">{t('meetings.page.word')}</span>
        {IN_WORD.map((one) => (
          <FileChip key={one} href={`/api/meetings/${id}/papers/${one}`}>
            <IconFileTypeDocx size={16} aria-hidden /> {t(`meetings.paper.${one}`)}
          </FileChip>
        ))}
      </p>
    </Section>
  )
}

/** What came out of it. */
export function Directives({ meeting: { directives } }: { meeting: MeetingRecord }) {
  if (directives.length === 0) return null
  return (
    <Section title={t('meetings.page.directives')}>
      <ol className="meetings-agenda">
        {directives.map(({ id, item, text, dueOn, taskId }, index) => (
          <li key={id}>
            <span className="figures muted">{item ?? index + 1}</span>
            <span>
              {taskId ? (
                <Link to="/tasks/$id" params={{ id: taskId }}>
                  {text}
                </Link>
              ) : (
                text
              )}
              {dueOn && (
                <small className="muted figures">
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
