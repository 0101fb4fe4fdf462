import '../tasks.css'
import { IconFileTypeDocx } from '@tabler/icons-react'
import { SelfReview, type SelfReviewEntry, SelfReviewVerdict } from '@hopluc/shared/self-reviews'
import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import * as z from 'zod'
import { api } from '../../../lib/api.ts'
import { sentence } from '../../../lib/api-error.ts'
import { useDraft } from '../../../lib/draft.ts'
import { formatInstant } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { Select } from '../../../ui/select.tsx'
import { DraftNotice, EmptyState, Notice } from '../../../ui/states.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { AgencyPicker } from '../agency-picker.tsx'
import { useAttempt } from '../attempt.ts'
import { TaskStatusText } from '../task-status.tsx'
import { sourceWords } from '../task-columns.tsx'
import { lastQuarters, quarterOf, quarterWords } from './quarters.ts'

const route = getRouteApi('/app/self-reviews')
const SHOWN = 8

export const selfReviewQuery = (quarter: string, agency?: string) =>
  queryOptions({
    queryKey: ['self-reviews', quarter, agency ?? 'own'],
    queryFn: () => api.get('/self-reviews', SelfReview, { quarter, agency }),
  })

const Answers = z.record(
  z.string(),
  z.object({ verdict: SelfReviewVerdict.nullable(), note: z.string() }),
)
type Answers = z.infer<typeof Answers>

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** Each quarter the agency says of its old tasks whether they still stand. */
export function SelfReviewPage() {
  const { today, post } = useSession()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const quarter = search.quarter ?? quarterOf(today)
  const { data: review } = useSuspenseQuery(selfReviewQuery(quarter, search.agency))
  const isSteering = post?.committee !== null
  return (
    <Page
      title={t('tasks.review.title', { quarter: quarterWords(quarter) })}
      lead={review.agency.name}
      actions={<PaperButton quarter={quarter} agency={search.agency} />}
    >
      <div className="filters">
        <Select
          label={t('tasks.review.quarter')}
          isLabelHidden
          value={quarter}
          options={lastQuarters(quarterOf(today), SHOWN).map((value) => ({
            value,
            label: capital(quarterWords(value)),
          }))}
          onChange={(next) => void navigate({ search: { ...search, quarter: next } })}
        />
        {isSteering && (
          <AgencyPicker
            label={t('tasks.review.agency')}
            isLabelHidden
            value={search.agency ?? null}
            onChange={(agency) =>
              void navigate({ search: { ...search, agency: agency ?? undefined } })
            }
          />
        )}
      </div>
      {review.rows.length === 0 ? (
        <EmptyState>{t('tasks.review.none')}</EmptyState>
      ) : (
        <ReviewForm key={`${quarter} ${review.agency.id}`} review={review} />
      )}
    </Page>
  )
}

function ReviewForm({ review }: { review: SelfReview }) {
  const { today } = useSession()
  const queries = useQueryClient()
  const attempt = useAttempt()
  const [isTried, setIsTried] = useState(false)
  const { quarter, agency, rows, mayReview } = review
  const draft = useDraft(`review.${quarter}.${agency.id}`, Answers, {})
  const save = useMutation({
    mutationFn: (body: SelfReviewEntry) =>
      api.post('/self-reviews', body, SelfReview, { key: attempt.keyFor(body) }),
    onSuccess: (saved) => {
      attempt.settle()
      draft.reset()
      setIsTried(false)
      queries.setQueryData(selfReviewQuery(quarter, agency.id).queryKey, saved)
      toast(t('tasks.review.saved'))
      return queries.invalidateQueries({ queryKey: ['self-reviews'] })
    },
  })
  const changed = rows.flatMap(({ task }) => {
    const answer = draft.value[task.id]
    return answer?.verdict
      ? [{ taskId: task.id, verdict: answer.verdict, note: answer.note.trim() || null }]
      : []
  })
  const isMissing = changed.some(({ verdict, note }) => verdict !== 'valid' && !note)
  const send = () => {
    setIsTried(true)
    if (changed.length === 0 || isMissing || save.isPending) return
    save.mutate({ quarter, agencyId: agency.id, rows: changed })
  }
  const set = (id: string, next: Partial<Answers[string]>) => {
    const row = rows.find(({ task }) => task.id === id)
    const before = draft.value[id] ?? { verdict: row?.verdict ?? null, note: row?.note ?? '' }
    draft.set({ ...draft.value, [id]: { ...before, ...next } })
  }
  return (
    <>
      {draft.restoredAt !== null && (
        <DraftNotice when={formatInstant(draft.restoredAt, today)} onDiscard={draft.reset} />
      )}
      {save.error && <Notice kind="error">{sentence(save.error)}</Notice>}
      <ul className="tasks-lines">
        {rows.map(({ task, verdict, note, byWords }) => {
          const answer = draft.value[task.id] ?? { verdict, note: note ?? '' }
          const wantsNote = answer.verdict !== null && answer.verdict !== 'valid'
          return (
            <li key={task.id} className="tasks-review">
              <span>
                <Link to="/tasks/$id" params={{ id: task.id }} className="quiet-link row-title">
                  {task.title}
                </Link>
                <small>{sourceWords(task)}</small>
              </span>
              <TaskStatusText task={task} today={today} />
              {mayReview ? (
                <>
                  <Select
                    label={t('tasks.review.verdict')}
                    isLabelHidden
                    value={answer.verdict}
                    options={SelfReviewVerdict.options.map((value) => ({
                      value,
                      label: t(`tasks.review.${value}`),
                    }))}
                    onChange={(value) => set(task.id, { verdict: value })}
                  />
                  <TextField
                    label={t('tasks.review.note')}
                    isLabelHidden
                    placeholder={t(
                      wantsNote
                        ? `tasks.review.note.${answer.verdict ?? 'stop'}`
                        : 'tasks.review.note',
                    )}
                    value={answer.note}
                    onChange={(value) => set(task.id, { note: value })}
                    error={
                      isTried && wantsNote && !answer.note.trim()
                        ? t('tasks.fault.text')
                        : undefined
                    }
                  />
                </>
              ) : (
                <span className="small">
                  {verdict ? t(`tasks.review.${verdict}`) : t('tasks.review.open')}
                  {note && `: ${note}`}
                  {byWords && <small>{byWords}</small>}
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {mayReview && (
        <div className="page-bar">
          <b>{t('tasks.review.changed', { count: changed.length })}</b>
          <Button
            kind="primary"
            isPending={save.isPending}
            isDisabled={changed.length === 0}
            onPress={send}
          >
            {t('tasks.review.save')}
          </Button>
        </div>
      )}
    </>
  )
}

function PaperButton({ quarter, agency }: { quarter: string; agency: string | undefined }) {
  const [isPending, setIsPending] = useState(false)
  const save = async () => {
    setIsPending(true)
    try {
      await api.download('/self-reviews/paper', { quarter, agency })
    } catch (error) {
      toast(sentence(error), { kind: 'late' })
    } finally {
      setIsPending(false)
    }
  }
  return (
    <Button icon={IconFileTypeDocx} isPending={isPending} onPress={() => void save()}>
      {t('tasks.review.paper')}
    </Button>
  )
}
