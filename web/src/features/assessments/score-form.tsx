import type { Assessment, AssessmentRow, Mark } from '@hopluc/shared/assessments'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useOnce } from '../registry/use-once.ts'
import type { KeptFile } from '../tasks/deeds/deed-draft.ts'
import { FilesField } from '../tasks/deeds/evidence-fields.tsx'
import { useDeed } from './queries.ts'
import { CriterionWords } from './sheet.tsx'
import { points } from './words.tsx'

interface Typed {
  readonly points: number | null
  readonly note: string
}

/** The points given last, else what the rules give. */
export const lastOf = ({ marks, computed }: AssessmentRow): number | null =>
  marks.at(-1)?.points ?? computed

const NONE = 'none'
const isSame = (one: number | null, other: number | null) =>
  one === other || (one !== null && other !== null && Math.abs(one - other) < 1e-6)

/** Points criterion by criterion, prefilled; whoever changes what was there says why. */
export function ScoreForm({
  one,
  action,
  onClose,
}: {
  one: Assessment
  action: 'score' | 'decide'
  onClose: () => void
}) {
  const leaves = one.rows.filter(({ isGroup }) => !isGroup)
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(
    () => new Map(leaves.map((row) => [row.key, { points: lastOf(row), note: '' }])),
  )
  const [text, setText] = useState('')
  const [exclusion, setExclusion] = useState(NONE)
  const [files, setFiles] = useState<readonly KeptFile[]>([])
  const [isBusy, setBusy] = useState(false)
  const { mutate, error, isPending } = useDeed(one.id)
  const once = useOnce()
  const set = (key: string, next: Partial<Typed>) =>
    setTyped((before) => {
      const old = before.get(key) ?? { points: null, note: '' }
      return new Map(before).set(key, { ...old, ...next })
    })
  const total = leaves.reduce((sum, { key }) => sum + (typed.get(key)?.points ?? 0), 0)
  const marks = leaves.map(({ key }): Mark => {
    const given = typed.get(key)
    return { key, points: given?.points ?? null, note: given?.note.trim() || null }
  })
  const save = () => {
    if (!once.begin()) return
    const { version } = one
    const words = text.trim()
    const fileIds = files.map(({ id }) => id)
    const chosen = exclusion === NONE ? null : exclusion
    mutate(
      action === 'score'
        ? { action, version, marks, exclusion: chosen, text: words || null, fileIds }
        : { action, version, marks, text: words },
      {
        onSettled: once.end,
        onSuccess: () => {
          toast(t('assess.sent'))
          onClose()
        },
      },
    )
  }
  const byHand = one.exclusions.filter(({ outcome }) => outcome === 'by_hand')
  return (
    <Form onSubmit={save} error={error} label={t(`assess.action.${action}`)}>
      <ul className="assess-form">
        {one.rows.map((row) =>
          row.isGroup ? (
            <li key={row.key} className="assess-group">
              <CriterionWords row={row} />
            </li>
          ) : (
            <li key={row.key}>
              <div>
                <CriterionWords row={row} />
              </div>
              <ScoreField
                row={row}
                typed={typed.get(row.key)}
                onChange={(next) => set(row.key, next)}
              />
            </li>
          ),
        )}
      </ul>
      <p className="assess-total">
        {t('assess.total')}: <b className="figures">{points(Math.round(total * 100) / 100)}</b> /{' '}
        {points(one.most)}
      </p>
      {action === 'score' && one.level !== 'self' && byHand.length > 0 && (
        <Select
          label={t('assess.exclusion')}
          value={exclusion}
          options={[
            { value: NONE, label: t('assess.exclusion.none') },
            ...byHand.map(({ key, words }) => ({ value: key, label: words })),
          ]}
          onChange={setExclusion}
        />
      )}
      <TextArea
        label={t(action === 'decide' ? 'assess.decision' : 'assess.text')}
        name="text"
        value={text}
        onChange={setText}
        isRequired={action === 'decide'}
      />
      {action === 'score' && (
        <FilesField label={t('assess.files')} files={files} onChange={setFiles} onBusy={setBusy} />
      )}
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <FormActions>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <Button type="submit" kind="primary" isPending={isPending} isDisabled={isBusy}>
          {t(action === 'decide' ? 'assess.decide.changed' : 'assess.send')}
        </Button>
      </FormActions>
    </Form>
  )
}

function ScoreField(props: {
  row: AssessmentRow
  typed: Typed | undefined
  onChange: (next: Partial<Typed>) => void
}) {
  const { row, typed, onChange } = props
  const before = lastOf(row)
  const given = typed?.points ?? null
  const isChanged = before !== null && given !== null && !isSame(before, given)
  return (
    <div className="assess-field">
      <NumberField
        label={t('assess.points.of', { key: row.key })}
        isLabelHidden
        value={given ?? Number.NaN}
        minValue={0}
        {...(row.max !== null && { maxValue: row.max })}
        step={0.01}
        onChange={(next) => onChange({ points: Number.isNaN(next) ? null : next })}
        unit={`/ ${points(row.max)}`}
      />
      {isChanged && (
        <TextField
          label={t('assess.why', { before: points(before) })}
          value={typed?.note ?? ''}
          onChange={(note) => onChange({ note })}
          isRequired
        />
      )}
    </div>
  )
}
