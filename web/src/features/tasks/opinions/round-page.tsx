import '../tasks.css'
import { IconFileDownload, IconFileTypeDocx } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../lib/api.ts'
import { sentence } from '../../../lib/api-error.ts'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { FileChip } from '../../../ui/marks.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { Status } from '../../../ui/status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { AnswerForm } from './answer-form.tsx'
import { OpinionList } from './opinion-list.tsx'
import { roundQuery, useRoundWrite } from './queries.ts'

const route = getRouteApi('/app/opinion-rounds/$id')

/** A text sent for opinions: the text, one's own answer, who said what, and what became of it. */
export function RoundPage() {
  const { id } = route.useParams()
  const { today } = useSession()
  const { data: round } = useSuspenseQuery(roundQuery(id))
  const [isClosing, setIsClosing] = useState(false)
  const write = useRoundWrite(id)
  const { allowed, closedOn, untilOn, opinions } = round
  const answered = opinions.filter(({ answer }) => answer !== null).length
  const close = () =>
    write.mutate(
      { what: 'close', body: { version: round.version } },
      {
        onSuccess: () => toast(t('tasks.rounds.closed')),
        onError: (error) => toast(sentence(error), { kind: 'late' }),
        onSettled: () => setIsClosing(false),
      },
    )
  return (
    <Page
      title={round.title}
      crumbs={[
        { label: t('tasks.title'), to: '/tasks' },
        { label: round.taskTitle, to: `/tasks/${round.taskId}` },
      ]}
      lead={
        <>
          <Status kind={closedOn ? 'done' : untilOn < today ? 'late' : 'waiting'}>
            {closedOn
              ? t('tasks.rounds.closedOn', { day: formatDate(closedOn) })
              : t('tasks.rounds.untilOn', { day: formatDate(untilOn) })}
          </Status>
          <span>{t('tasks.rounds.answered', { answered, asked: opinions.length })}</span>
        </>
      }
      actions={
        <>
          <SummaryButton id={id} />
          {allowed.includes('close') && (
            <Button onPress={() => setIsClosing(true)}>{t('tasks.rounds.close')}</Button>
          )}
        </>
      }
    >
      <Section title={t('tasks.rounds.text')}>
        <p className="tasks-round-text">{round.text}</p>
        {round.file && (
          <FileChip href={`/api/files/${round.file.id}`}>
            <Icon of={IconFileDownload} isSmall /> {round.file.name}
          </FileChip>
        )}
      </Section>
      {allowed.includes('answer') && <AnswerForm round={round} />}
      <OpinionList round={round} />
      <Confirm
        title={t('tasks.rounds.close')}
        action={t('tasks.rounds.close')}
        isOpen={isClosing}
        isPending={write.isPending}
        onConfirm={close}
        onClose={() => setIsClosing(false)}
      >
        {answered === opinions.length
          ? t('tasks.rounds.close.all')
          : t('tasks.rounds.close.text', { count: opinions.length - answered })}
      </Confirm>
    </Page>
  )
}

function SummaryButton({ id }: { id: string }) {
  const [isPending, setIsPending] = useState(false)
  const save = async () => {
    setIsPending(true)
    try {
      await api.download(`/opinion-rounds/${id}/summary`)
    } catch (error) {
      toast(sentence(error), { kind: 'late' })
    } finally {
      setIsPending(false)
    }
  }
  return (
    <Button icon={IconFileTypeDocx} isPending={isPending} onPress={() => void save()}>
      {t('tasks.rounds.summary')}
    </Button>
  )
}
