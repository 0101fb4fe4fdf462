import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Inspection } from '@hopluc/shared/committee-work'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { AgencyPicker } from '../organisation/pickers.tsx'
import { useSession } from '../session/queries.ts'
import { useRecordInspection } from './queries.ts'

interface RemedyDraft {
  readonly key: number
  readonly text: string
  readonly agencyId: Id | null
  readonly dueOn: PlainDate | null
}

/** What was found on the day, and what has to be put right by whom. */
export function RecordDialog(props: { inspection: Inspection; onClose: () => void }) {
  const { inspection, onClose } = props
  const { today } = useSession()
  const planned = inspection.plannedOn <= today ? inspection.plannedOn : today
  const [madeOn, setMadeOn] = useState<PlainDate | null>(inspection.madeOn ?? planned)
  const [place, setPlace] = useState(inspection.place ?? '')
  const [present, setPresent] = useState(inspection.present ?? '')
  const [findings, setFindings] = useState(inspection.findings ?? '')
  const [nextOn, setNextOn] = useState<PlainDate | null>(inspection.nextOn)
  const [remedies, setRemedies] = useState<readonly RemedyDraft[]>(
    inspection.remedies.flatMap(({ text, agency, dueOn, task }, key) =>
      task ? [] : [{ key, text, agencyId: agency.id, dueOn }],
    ),
  )
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useRecordInspection(inspection.id)
  const missing = (value: unknown) => (isTried && !value ? t('inspections.required') : undefined)
  const set = (key: number, change: Partial<RemedyDraft>) =>
    setRemedies(remedies.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const save = () => {
    setTried(true)
    const whole = remedies.flatMap(({ text, agencyId, dueOn }) =>
      text.trim() && agencyId && dueOn ? [{ text, agencyId, dueOn }] : [],
    )
    if (!madeOn || !findings.trim() || whole.length < remedies.length) return
    mutate(
      {
        version: inspection.version,
        madeOn,
        place: place.trim() || null,
        present: present.trim() || null,
        findings,
        nextOn,
        remedies: whole,
      },
      {
        onSuccess: () => {
          onClose()
          toast(t('inspections.record.done'), { kind: 'done' })
        },
      },
    )
  }
  return (
    <Dialog title={t('inspections.record')} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('inspections.record')}>
        <FormRow>
          <DatePicker
            label={t('inspections.madeOn')}
            value={madeOn}
            onChange={setMadeOn}
            max={today}
            error={missing(madeOn)}
          />
          <TextField label={t('inspections.place')} value={place} onChange={setPlace} />
        </FormRow>
        <TextArea label={t('inspections.present')} value={present} onChange={setPresent} rows={3} />
        <TextArea
          label={t('inspections.findings')}
          value={findings}
          onChange={setFindings}
          rows={5}
          error={missing(findings.trim())}
        />
        <Section title={t('inspections.remedies')}>
          {remedies.map((remedy) => (
            <div key={remedy.key} className="committees-remedy">
              <TextField
                label={t('inspections.remedy')}
                value={remedy.text}
                onChange={(text) => set(remedy.key, { text })}
                error={missing(remedy.text.trim())}
              />
              <FormRow>
                <AgencyPicker
                  label={t('inspections.remedy.by')}
                  value={remedy.agencyId}
                  onChange={(agencyId) => set(remedy.key, { agencyId })}
                  error={missing(remedy.agencyId)}
                />
                <DatePicker
                  label={t('inspections.remedy.due')}
                  value={remedy.dueOn}
                  onChange={(dueOn) => set(remedy.key, { dueOn })}
                  error={missing(remedy.dueOn)}
                />
              </FormRow>
              <div>
                <Button
                  kind="quiet"
                  isSmall
                  icon={IconTrash}
                  onPress={() => setRemedies(remedies.filter(({ key }) => key !== remedy.key))}
                >
                  {t('inspections.remedy.remove')}
                </Button>
              </div>
            </div>
          ))}
          <Button
            isSmall
            icon={IconPlus}
            onPress={() =>
              setRemedies([
                ...remedies,
                {
                  key: Math.max(0, ...remedies.map(({ key }) => key)) + 1,
                  text: '',
                  agencyId: null,
                  dueOn: null,
                },
              ])
            }
          >
            {t('inspections.remedy.add')}
          </Button>
        </Section>
        <DatePicker label={t('inspections.nextOn')} value={nextOn} onChange={setNextOn} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('inspections.record')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
