import type { Difficulty, DifficultyDeed, DifficultyItem } from '@hopluc/shared/difficulties'
import { type ReactNode, useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import type { KeptFile } from '../tasks/deeds/deed-draft.ts'
import { useOnce } from '../registry/use-once.ts'
import { FilesField } from '../tasks/deeds/evidence-fields.tsx'
import { useDeed } from './queries.ts'
import { SimilarOnes } from './similar-ones.tsx'

interface DialogProps {
  readonly one: Difficulty
  readonly onClose: () => void
}

/** A dialog around one deed: its fields, its button, what went wrong. */
function DeedDialog(
  props: DialogProps & {
    action: DifficultyDeed['action']
    done: string
    /** Undefined while something is missing; `version` is added. */
    deed: () => DifficultyDeed | undefined
    isBusy?: boolean
    children: (isTried: boolean) => ReactNode
  },
) {
  const { one, onClose, action, done, deed, isBusy = false, children } = props
  const { mutate, error, isPending } = useDeed(one.id)
  const once = useOnce()
  const [isTried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    const command = deed()
    if (!command || !once.begin()) return
    mutate(command, {
      onSettled: once.end,
      onSuccess: () => {
        toast(done)
        onClose()
      },
    })
  }
  const title = t(`difficulties.action.${action}`)
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        {children(isTried)}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending} isDisabled={isBusy}>
            {t('difficulties.send')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

const missing = (isTried: boolean, isThere: boolean) =>
  isTried && !isThere ? t('difficulties.required') : undefined

export function AnswerDialog({ one, onClose }: DialogProps) {
  const [text, setText] = useState('')
  const [paper, setPaper] = useState('')
  const [files, setFiles] = useState<readonly KeptFile[]>([])
  const [isBusy, setBusy] = useState(false)
  const [also, setAlso] = useState<readonly DifficultyItem[]>([])
  return (
    <DeedDialog
      one={one}
      onClose={onClose}
      action="answer"
      done={t('difficulties.answer.done')}
      isBusy={isBusy}
      deed={() =>
        text.trim()
          ? {
              action: 'answer',
              version: one.version,
              text: text.trim(),
              paper: paper.trim() || null,
              fileIds: files.map(({ id }) => id),
              also: also.map(({ id, version }) => ({ id, version })),
            }
          : undefined
      }
    >
      {(isTried) => (
        <>
          <p className="difficulties-said">{one.text}</p>
          <TextArea
            label={t('difficulties.answer.text')}
            name="text"
            rows={5}
            value={text}
            onChange={setText}
            error={missing(isTried, text.trim() !== '')}
            isRequired
          />
          <TextField
            label={t('difficulties.answer.paper')}
            name="paper"
            value={paper}
            onChange={setPaper}
          />
          <FilesField
            label={t('difficulties.files')}
            files={files}
            onChange={setFiles}
            onBusy={setBusy}
          />
          <SimilarOnes to={one.id} chosen={also} onChange={setAlso} />
        </>
      )}
    </DeedDialog>
  )
}

export function TransferDialog({ one, onClose }: DialogProps) {
  const [agencyId, setAgency] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const name = one.agencies.find(({ id }) => id === agencyId)?.name ?? ''
  return (
    <DeedDialog
      one={one}
      onClose={onClose}
      action="transfer"
      done={t('difficulties.transfer.done', { name })}
      deed={() =>
        agencyId && reason.trim()
          ? { action: 'transfer', version: one.version, agencyId, reason: reason.trim() }
          : undefined
      }
    >
      {(isTried) => (
        <>
          <p className="muted small">
            {t('difficulties.transfer.until', { day: formatDate(one.transferUntilOn) })}
          </p>
          <ComboBox
            label={t('difficulties.transfer.to')}
            name="agencyId"
            value={agencyId}
            onChange={setAgency}
            options={one.agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
            error={missing(isTried, agencyId !== null)}
            isRequired
          />
          <TextArea
            label={t('difficulties.transfer.reason')}
            name="reason"
            value={reason}
            onChange={setReason}
            error={missing(isTried, reason.trim() !== '')}
            isRequired
          />
        </>
      )}
    </DeedDialog>
  )
}

const RATINGS = ['solved', 'unsolved'] as const

export function RateDialog({ one, onClose }: DialogProps) {
  const [rating, setRating] = useState<(typeof RATINGS)[number] | null>(null)
  const [text, setText] = useState('')
  const isEnough = rating === 'solved' || text.trim() !== ''
  return (
    <DeedDialog
      one={one}
      onClose={onClose}
      action="rate"
      done={t('difficulties.rate.done')}
      deed={() =>
        rating && isEnough
          ? {
              action: 'rate',
              version: one.version,
              isSolved: rating === 'solved',
              text: text.trim() || null,
            }
          : undefined
      }
    >
      {(isTried) => (
        <>
          <RadioGroup
            label={t('difficulties.rate.question')}
            value={rating}
            onChange={setRating}
            choices={RATINGS.map((value) => ({
              value,
              label: t(`difficulties.rate.${value}`),
              ...(value === 'unsolved' && { note: t('difficulties.rate.why.hint') }),
            }))}
            error={missing(isTried, rating !== null)}
          />
          <TextArea
            label={t('difficulties.rate.why')}
            name="text"
            value={text}
            onChange={setText}
            error={missing(isTried, isEnough)}
            isRequired={rating === 'unsolved'}
          />
        </>
      )}
    </DeedDialog>
  )
}
