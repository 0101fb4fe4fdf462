import { IconPlus, IconX } from '@tabler/icons-react'
import type { OpinionRound } from '@hopluc/shared/opinions'
import { useState } from 'react'
import * as z from 'zod'
import { useDraft } from '../../../lib/draft.ts'
import { formatInstant } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page.tsx'
import { DraftNotice, ErrorState } from '../../../ui/states.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { useRoundWrite } from './queries.ts'

const Draft = z.object({
  answer: z.enum(['agree', 'remarks']).nullable(),
  remarks: z.array(z.object({ place: z.string(), text: z.string() })),
  paper: z.string(),
})
const NEW = { place: '', text: '' }

/** Agree, or remarks each with its place in the text. */
export function AnswerForm({ round }: { round: OpinionRound }) {
  const { today } = useSession()
  const draft = useDraft(`round.${round.id}`, Draft, { answer: null, remarks: [NEW], paper: '' })
  const [isTried, setIsTried] = useState(false)
  const write = useRoundWrite(round.id)
  const { answer, remarks, paper } = draft.value
  const set = (next: Partial<z.infer<typeof Draft>>) => draft.set({ ...draft.value, ...next })
  const change = (index: number, next: Partial<typeof NEW>) =>
    set({ remarks: remarks.map((one, at) => (at === index ? { ...one, ...next } : one)) })
  const written = remarks.filter(({ place, text }) => place.trim() || text.trim())
  const isWhole =
    answer === 'agree' ||
    (answer === 'remarks' &&
      written.length > 0 &&
      written.every(({ place, text }) => place.trim() && text.trim()))
  const send = () => {
    setIsTried(true)
    if (!isWhole || write.isPending) return
    const body = {
      answer,
      remarks: answer === 'remarks' ? written : [],
      paper: paper.trim() || null,
    }
    write.mutate(
      { what: 'answers', body },
      {
        onSuccess: () => {
          draft.reset()
          toast(t('tasks.opinion.sent'))
        },
      },
    )
  }
  return (
    <Section title={t('tasks.opinion.mine')}>
      <Form onSubmit={send} error={write.error} label={t('tasks.opinion.mine')}>
        {draft.restoredAt !== null && (
          <DraftNotice when={formatInstant(draft.restoredAt, today)} onDiscard={draft.reset} />
        )}
        {write.error && (
          <ErrorState error={write.error} title={t('tasks.notSent')} onRetry={send} />
        )}
        <RadioGroup
          label={t('tasks.opinion.answer')}
          isRow
          isRequired
          choices={[
            { value: 'agree', label: t('tasks.opinion.agree') },
            { value: 'remarks', label: t('tasks.opinion.remarks') },
          ]}
          value={answer}
          onChange={(next) => set({ answer: next })}
          error={isTried && !answer ? t('tasks.fault.verdict') : undefined}
        />
        {answer === 'remarks' && (
          <>
            {remarks.map((remark, index) => (
              // A remark has no name of its own: its place in the list is what it is.
              // oxlint-disable-next-line react/no-array-index-key
              <div key={index} className="tasks-remark">
                <TextField
                  label={t('tasks.opinion.place')}
                  placeholder={t('tasks.opinion.place.example')}
                  value={remark.place}
                  onChange={(place) => change(index, { place })}
                  error={
                    isTried && remark.text.trim() && !remark.place.trim()
                      ? t('tasks.fault.text')
                      : undefined
                  }
                />
                <TextArea
                  label={t('tasks.opinion.text')}
                  rows={2}
                  value={remark.text}
                  onChange={(text) => change(index, { text })}
                  error={isTried && !remark.text.trim() ? t('tasks.fault.text') : undefined}
                />
                <IconButton
                  label={t('ui.remove', { name: remark.place || t('tasks.opinion.place') })}
                  icon={IconX}
                  onPress={() => set({ remarks: remarks.filter((_, at) => at !== index) })}
                />
              </div>
            ))}
            <Button
              kind="quiet"
              isSmall
              icon={IconPlus}
              onPress={() => set({ remarks: [...remarks, NEW] })}
            >
              {t('tasks.opinion.add')}
            </Button>
          </>
        )}
        <TextField
          label={t('tasks.opinion.paper')}
          placeholder={t('tasks.opinion.paper.example')}
          value={paper}
          onChange={(next) => set({ paper: next })}
        />
        <FormActions>
          <Button type="submit" kind="primary" isPending={write.isPending}>
            {t('tasks.opinion.send')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}
