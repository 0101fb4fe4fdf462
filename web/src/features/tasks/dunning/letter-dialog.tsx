import { IconFileTypeDocx } from '@tabler/icons-react'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { FileChip } from '../../../ui/marks.tsx'
import { ErrorState, Notice } from '../../../ui/states.tsx'
import { useSession } from '../../session/queries.ts'
import { DueField } from '../deeds/deed-fields.tsx'
import { useLetter } from './queries.ts'

const USUAL_DAYS = 7

export interface LetterDialogProps {
  readonly taskIds: readonly Id[]
  readonly onClose: () => void
  readonly onDone?: (() => void) | undefined
}

/** The letter to those who are late: its draft stands in the register, its file is downloaded. */
export function LetterDialog({ taskIds, onClose, onDone }: LetterDialogProps) {
  const { today } = useSession()
  const [answerBy, setAnswerBy] = useState<PlainDate | null>(addDays(today, USUAL_DAYS))
  const [under, setUnder] = useState<'committee' | 'people_committee'>('committee')
  const letter = useLetter()
  const send = () => {
    if (answerBy && !letter.isPending) letter.mutate({ taskIds, answerBy, under })
  }
  const close = () => {
    if (letter.data) onDone?.()
    onClose()
  }
  return (
    <Dialog
      title={t('tasks.letter')}
      isOpen
      onClose={close}
      actions={
        letter.data ? (
          <Button onPress={close}>{t('ui.close')}</Button>
        ) : (
          <>
            <Button onPress={close}>{t('ui.cancel')}</Button>
            <Button
              kind="primary"
              isPending={letter.isPending}
              isDisabled={!answerBy}
              onPress={send}
            >
              {t('tasks.letter.make')}
            </Button>
          </>
        )
      }
    >
      {letter.data ? (
        <Notice kind="info">
          <p>{t('tasks.letter.made', { count: letter.data.tasks })}</p>
          <p>
            <FileChip href={`/api/files/${letter.data.fileId}`}>
              <Icon of={IconFileTypeDocx} isSmall /> {letter.data.fileName}
            </FileChip>
          </p>
          <p>
            <Link to="/documents/$id" params={{ id: letter.data.documentId }}>
              {t('tasks.letter.open')}
            </Link>
          </p>
        </Notice>
      ) : (
        <Form onSubmit={send} error={letter.error}>
          <p className="small muted">{t('tasks.letter.about', { count: taskIds.length })}</p>
          {letter.error && (
            <ErrorState error={letter.error} title={t('tasks.notSent')} onRetry={send} />
          )}
          <DueField
            label={t('tasks.letter.answerBy')}
            value={answerBy}
            onChange={setAnswerBy}
            today={today}
            isRequired
            error={answerBy ? undefined : t('tasks.fault.untilOn')}
          />
          <RadioGroup
            label={t('tasks.letter.signed')}
            choices={[
              {
                value: 'committee',
                label: t('tasks.letter.committee'),
                note: t('tasks.letter.committee.note'),
              },
              {
                value: 'people_committee',
                label: t('tasks.letter.people_committee'),
                note: t('tasks.letter.people_committee.note'),
              },
            ]}
            value={under}
            onChange={setUnder}
          />
        </Form>
      )}
    </Dialog>
  )
}
