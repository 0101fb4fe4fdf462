import type { Difficulty, DifficultyItem } from '@hopluc/shared/difficulties'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useOnce } from '../registry/use-once.ts'
import { optionsQuery, usePut } from './queries.ts'
import { SimilarOnes } from './similar-ones.tsx'

interface DialogProps {
  readonly one: Difficulty
  readonly onClose: () => void
}

/** Onto the agenda of a meeting that one's agency or committee has planned. */
export function DiscussDialog({ one, onClose }: DialogProps) {
  const { data } = useQuery(optionsQuery(one.id))
  const { mutate, error, isPending } = usePut()
  const once = useOnce()
  const [meetingId, setMeeting] = useState<string | null>(null)
  const [also, setAlso] = useState<readonly DifficultyItem[]>([])
  const [isTried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    if (!meetingId || !once.begin()) return
    mutate(
      { meetingId, difficultyIds: [one.id, ...also.map(({ id }) => id)] },
      {
        onSettled: once.end,
        onSuccess: ({ title }) => {
          toast(t('difficulties.discuss.done', { title }))
          onClose()
        },
      },
    )
  }
  const title = t('difficulties.action.discuss')
  const meetings = data?.meetings ?? []
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {data && meetings.length === 0 ? (
        <>
          <p>{t('difficulties.discuss.none')}</p>
          <FormActions>
            <ButtonLink to="/meetings/new" kind="primary">
              {t('meetings.new')}
            </ButtonLink>
          </FormActions>
        </>
      ) : (
        <Form onSubmit={save} error={error} label={title}>
          <Select
            label={t('difficulties.discuss.meeting')}
            value={meetingId}
            onChange={setMeeting}
            options={meetings.map(({ id, title: label, heldOn }) => ({
              value: id,
              label: heldOn ? `${formatDate(heldOn)}: ${label}` : label,
            }))}
            error={isTried && !meetingId ? t('difficulties.required') : undefined}
            isRequired
          />
          <SimilarOnes to={one.id} chosen={also} onChange={setAlso} />
          <FormActions>
            <Button onPress={onClose}>{t('ui.cancel')}</Button>
            <Button type="submit" kind="primary" isPending={isPending}>
              {t('difficulties.discuss.put')}
            </Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  )
}

/** On to the form of a task, with what the task is to solve. */
export function AssignDialog({ one, onClose }: DialogProps) {
  const navigate = useNavigate()
  const [also, setAlso] = useState<readonly DifficultyItem[]>([])
  const title = t('difficulties.action.assign')
  const go = () =>
    void navigate({
      to: '/tasks/new',
      search: {
        difficulties: [one, ...also].map(({ id }) => id).join(','),
        title: t('difficulties.assign.title', { text: one.text.slice(0, 200) }),
      },
    })
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form onSubmit={go} label={title}>
        <p className="difficulties-said">{one.text}</p>
        <p className="muted small">{t('difficulties.assign.hint')}</p>
        <SimilarOnes to={one.id} chosen={also} onChange={setAlso} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary">
            {t('difficulties.assign.go')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
