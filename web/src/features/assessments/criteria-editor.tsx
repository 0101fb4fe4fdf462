import { IconPlus, IconX } from '@tabler/icons-react'
import type { Band, CriteriaSet, Criterion, Exclusion } from '@hopluc/shared/criteria'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useOnce } from '../registry/use-once.ts'
import { criterionOf, isWhole, type Line, lineOf } from './criteria-draft.ts'
import { Exclusions } from './criteria-exclusions.tsx'
import { type Scope, ScopeFields } from './criteria-scope.tsx'
import { CriterionFields } from './criterion-fields.tsx'
import { useSaveSet } from './queries.ts'
import { points } from './words.tsx'

const PLAIN_YEAR = { useGrouping: false }
const EMPTY: Criterion = { key: '', above: null, name: '', max: null, rule: null }

/** A draft: its head and scope, its criteria one under another, its bands, its special cases. */
export function CriteriaEditor({ set, onClose }: { set: CriteriaSet; onClose: () => void }) {
  const [head, setHead] = useState({ name: set.name, basis: set.basis, note: set.note ?? '' })
  const [years, setYears] = useState({ fromYear: set.fromYear, untilYear: set.untilYear })
  const [lines, setLines] = useState<readonly Line[]>(() =>
    set.criteria.map((one) => lineOf(one, newId())),
  )
  const [bands, setBands] = useState<readonly Band[]>(set.bands)
  const [scope, setScope] = useState<Scope>({ kinds: set.kinds, sectors: set.sectors })
  const [exclusions, setExclusions] = useState<readonly Exclusion[]>(set.exclusions)
  const [isTried, setTried] = useState(false)
  const { mutate, error, isPending } = useSaveSet(set.id)
  const once = useOnce()
  const groups = new Set(lines.map(({ above }) => above))
  const criteria = lines.map((line) => criterionOf(line, groups.has(line.key.trim())))
  const most = criteria.reduce(
    (sum, one) => sum + (one && !groups.has(one.key) ? (one.max ?? 0) : 0),
    0,
  )
  const change = (id: string, next: Partial<Line>) =>
    setLines((before) => before.map((line) => (line.id === id ? { ...line, ...next } : line)))
  // of what stands in the form: what is read anew meanwhile is another's
  const [version] = useState(set.version)
  const save = () => {
    setTried(true)
    const whole = criteria.filter((one) => one !== undefined)
    if (whole.length < criteria.length || scope.kinds.length === 0) return
    if (!exclusions.every(isWhole) || !once.begin()) return
    const note = head.note.trim() || null
    mutate(
      {
        ...head,
        ...years,
        note,
        version,
        kinds: [...scope.kinds],
        sectors: [...scope.sectors],
        exclusions: exclusions.map((one) => ({
          ...one,
          words: one.words.trim(),
          band: bands.some(({ code }) => code === one.band) ? one.band : null,
        })),
        criteria: whole,
        bands: [...bands],
      },
      {
        onSettled: once.end,
        onSuccess: () => {
          toast(t('assess.set.saved'))
          onClose()
        },
      },
    )
  }
  return (
    <Form onSubmit={save} error={error} label={t('assess.set.edit')}>
      <TextField
        label={t('assess.set.name')}
        name="name"
        value={head.name}
        onChange={(name) => setHead({ ...head, name })}
        isRequired
      />
      <TextArea
        label={t('assess.set.basis')}
        name="basis"
        value={head.basis}
        onChange={(basis) => setHead({ ...head, basis })}
      />
      <FormRow>
        <NumberField
          label={t('assess.copy.from')}
          name="fromYear"
          value={years.fromYear}
          formatOptions={PLAIN_YEAR}
          onChange={(fromYear) => setYears({ ...years, fromYear })}
          isRequired
        />
        <NumberField
          label={t('assess.set.until')}
          name="untilYear"
          value={years.untilYear ?? Number.NaN}
          formatOptions={PLAIN_YEAR}
          onChange={(year) => setYears({ ...years, untilYear: Number.isNaN(year) ? null : year })}
        />
      </FormRow>
      <ScopeFields scope={scope} onChange={setScope} isTried={isTried} />
      <Section title={t('assess.criteria')} note={t('assess.set.most', { points: points(most) })}>
        <ul className="assess-edit">
          {lines.map((line, at) => (
            <CriterionFields
              key={line.id}
              line={line}
              isGroup={groups.has(line.key.trim())}
              above={lines.slice(0, at)}
              isTried={isTried}
              onChange={(next) => change(line.id, next)}
              onRemove={() => setLines((before) => before.filter(({ id }) => id !== line.id))}
            />
          ))}
        </ul>
        <Button
          icon={IconPlus}
          onPress={() => setLines((before) => [...before, lineOf(EMPTY, newId())])}
        >
          {t('assess.criterion.add')}
        </Button>
      </Section>
      <Bands bands={bands} onChange={setBands} />
      <Exclusions
        exclusions={exclusions}
        bands={bands}
        onChange={setExclusions}
        isTried={isTried}
      />
      {isTried && criteria.includes(undefined) && (
        <Notice kind="error">{t('assess.steps.wrong')}</Notice>
      )}
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <FormActions>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <Button type="submit" kind="primary" isPending={isPending}>
          {t('assess.set.save')}
        </Button>
      </FormActions>
    </Form>
  )
}

function Bands({
  bands,
  onChange,
}: {
  bands: readonly Band[]
  onChange: (bands: readonly Band[]) => void
}) {
  const change = (code: string, next: Partial<Band>) =>
    onChange(bands.map((band) => (band.code === code ? { ...band, ...next } : band)))
  const add = () => {
    const taken = new Set(bands.map(({ code }) => code))
    const code = Array.from({ length: 20 }, (_, at) => `band${at + 1}`).find(
      (one) => !taken.has(one),
    )
    if (code) onChange([...bands, { code, name: '', from: 0, isFair: false, isEffective: false }])
  }
  return (
    <Section title={t('assess.bands')}>
      <ul className="assess-edit">
        {bands.map((band) => (
          <li key={band.code} className="assess-band">
            <TextField
              label={t('assess.band.name')}
              value={band.name}
              onChange={(name) => change(band.code, { name })}
              isRequired
            />
            <NumberField
              label={t('assess.band.points')}
              value={band.from}
              minValue={0}
              onChange={(from) => change(band.code, { from: Number.isNaN(from) ? 0 : from })}
              isRequired
            />
            <Checkbox isSelected={band.isFair} onChange={(isFair) => change(band.code, { isFair })}>
              {t('assess.band.fair')}
            </Checkbox>
            <Checkbox
              isSelected={band.isEffective === true}
              isIndeterminate={band.isEffective === null}
              onChange={(isEffective) => change(band.code, { isEffective })}
            >
              {t('assess.band.effective')}
            </Checkbox>
            <IconButton
              label={t('assess.band.remove', { name: band.name })}
              icon={IconX}
              isSmall
              onPress={() => onChange(bands.filter(({ code }) => code !== band.code))}
            />
          </li>
        ))}
      </ul>
      <Button icon={IconPlus} onPress={add}>
        {t('assess.band.add')}
      </Button>
    </Section>
  )
}
