import './years.css'
import type { Proposal, ProposalSubject } from '@hopluc/shared/entity-proposals'
import type { PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { DatePicker } from '../../../ui/date-picker.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { FileChip } from '../../../ui/marks.tsx'
import { Notice } from '../../../ui/states.tsx'
import { Status } from '../../../ui/status.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { subjectWords } from '../change-fields.tsx'
import { ValueWords } from './proposal-words.tsx'
import { useDecide } from './queries.ts'

/** Side by side what holds and what is proposed; all, some or nothing of it is taken. */
export function DecideDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const { today } = useSession()
  const { mutate, isPending, error } = useDecide(proposal)
  // What has changed since is not ticked beforehand: whoever decides looks at it first.
  const [accept, setAccept] = useState<readonly ProposalSubject[]>(() =>
    proposal.subjects.filter((subject) => !proposal.stale.includes(subject)),
  )
  const [fromOn, setFromOn] = useState<PlainDate | null>(proposal.fromOn)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isWhole = accept.length === proposal.subjects.length
  const isMissing = !isWhole && !reason.trim()
  const save = () => {
    setTried(true)
    if (isMissing || !fromOn || isPending) return
    const { version, entityVersion } = proposal
    mutate(
      { version, entityVersion, accept: [...accept], fromOn, reason: reason.trim() || null },
      {
        onSuccess: ({ state }) => {
          onClose()
          toast(t(`years.decided.${state}`))
        },
      },
    )
  }
  const toggle = (subject: ProposalSubject, isIn: boolean) =>
    setAccept(proposal.subjects.filter((one) => (one === subject ? isIn : accept.includes(one))))
  return (
    <Dialog
      title={t('years.decide.title', { name: proposal.entityName })}
      isOpen
      onClose={onClose}
      shape="wide"
      isKept={isPending}
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <p>
        {t('years.proposal.by', { name: proposal.proposedWords, day: formatDate(proposal.fromOn) })}
      </p>
      <p>{t('years.proposal.reason', { reason: proposal.reason })}</p>
      {proposal.file && (
        <p>
          <FileChip href={`/api/files/${proposal.file.id}`}>{proposal.file.name}</FileChip>
        </p>
      )}
      <Form onSubmit={save} error={error} label={t('years.decide.title', { name: '' })}>
        <table className="years-compare">
          <thead>
            <tr>
              <th scope="col">{t('years.decide.take')}</th>
              <th scope="col">{t('years.decide.now')}</th>
              <th scope="col">{t('years.decide.proposed')}</th>
            </tr>
          </thead>
          <tbody>
            {proposal.subjects.map((subject) => (
              <tr key={subject}>
                <th scope="row">
                  <Checkbox
                    isSelected={accept.includes(subject)}
                    onChange={(isIn) => toggle(subject, isIn)}
                  >
                    {subjectWords(subject)}
                  </Checkbox>
                </th>
                <td>
                  <ValueWords subject={subject} values={proposal.now} units={proposal.units} />
                  {proposal.stale.includes(subject) && (
                    <Status kind="soon">
                      {t('years.decide.stale')}{' '}
                      <ValueWords subject={subject} values={proposal.seen} units={proposal.units} />
                    </Status>
                  )}
                </td>
                <td>
                  <ValueWords subject={subject} values={proposal.proposed} units={proposal.units} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <DatePicker
          label={t('years.decide.from')}
          name="fromOn"
          value={fromOn}
          onChange={setFromOn}
          max={today}
          error={isTried && !fromOn ? t('registry.form.required') : undefined}
          isRequired
        />
        <TextArea
          label={t('years.decide.reason')}
          name="reason"
          hint={t('years.decide.reason.hint')}
          value={reason}
          onChange={setReason}
          error={isTried && isMissing ? t('years.decide.reason.missing') : undefined}
          isRequired={!isWhole}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind={accept.length === 0 ? 'danger' : 'primary'}
            type="submit"
            isPending={isPending}
          >
            {accept.length === 0
              ? t('years.decide.reject')
              : isWhole
                ? t('years.decide.all')
                : t('years.decide.some', { count: accept.length })}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
