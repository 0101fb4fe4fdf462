import type { Notice, SignedPaperReading } from '@hopluc/shared/directives'
import type { Id } from '@hopluc/shared/values'
import { mannerFor } from '@hopluc/shared/reading-review'
import { useQuery } from '@tanstack/react-query'
import { t } from '../../lib/i18n.ts'
import { Checkbox, RadioGroup } from '../../ui/choice.tsx'
import { MultiComboBox } from '../../ui/combo-box.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Diff } from '../../ui/marks.tsx'
import { bodyIds, bodyOptions, chosenBodies } from './bodies.ts'
import type { Decisions } from './comparison-decisions.ts'
import { useBodies } from './notice-queries.ts'

type Comparison = NonNullable<SignedPaperReading['comparison']>

/** Where the signed paper departs from the draft, item by item, and what is made of it. */
export function ComparisonView(props: {
  notice: Notice
  comparison: Comparison
  decisions: Decisions
  onChange: (decisions: Decisions) => void
}) {
  const { notice, comparison, decisions, onChange } = props
  const { data: setting } = useQuery(useBodies(notice.readingId))
  const changed = comparison.directives.filter(({ status }) => status !== 'same')
  const setOne = (id: Id, patch: Partial<Decisions['directives'][number]>) =>
    onChange({
      ...decisions,
      directives: decisions.directives.map((one) => (one.id === id ? { ...one, ...patch } : one)),
    })
  const setAdded = (index: number, patch: Partial<Decisions['added'][number]>) =>
    onChange({
      ...decisions,
      added: decisions.added.map((one, place) => (place === index ? { ...one, ...patch } : one)),
    })
  return (
    <ol className="comparison">
      {changed.map(({ id, status, runs }) => {
        const decision = decisions.directives.find((one) => one.id === id)
        const position = notice.directives.find((one) => one.id === id)?.position ?? 0
        return (
          <li key={id}>
            <h3>
              {t(status === 'missing' ? 'readings.signed.missing' : 'readings.signed.changed', {
                number: position,
              })}
            </h3>
            <Diff runs={runs} />
            <RadioGroup
              label={t('readings.signed.use')}
              isLabelHidden
              isRow
              choices={
                status === 'missing'
                  ? [
                      { value: 'drop', label: t('readings.signed.use.drop') },
                      { value: 'confirmed', label: t('readings.signed.use.keep') },
                    ]
                  : [
                      { value: 'signed', label: t('readings.signed.use.signed') },
                      { value: 'confirmed', label: t('readings.signed.use.confirmed') },
                    ]
              }
              value={decision?.use ?? null}
              onChange={(use) => setOne(id, { use })}
            />
            {decision?.use === 'signed' && decision.dueOn !== undefined && (
              <DatePicker
                label={t('readings.signed.newDue')}
                value={decision.dueOn}
                onChange={(dueOn) => setOne(id, { dueOn })}
              />
            )}
          </li>
        )
      })}
      {decisions.added.map((one, index) => (
        <li key={one.text}>
          <h3>{t('readings.signed.added')}</h3>
          <Diff runs={[{ kind: 'added', text: one.text }]} />
          <Checkbox isSelected={one.isTaken} onChange={(isTaken) => setAdded(index, { isTaken })}>
            {t('readings.signed.takeAdded')}
          </Checkbox>
          {one.isTaken && setting && (
            <>
              <MultiComboBox
                label={t('readings.edit.lead')}
                options={bodyOptions(setting)}
                chosen={chosenBodies(one.leadIds, setting)}
                onChange={(chosen) => {
                  const leadIds = bodyIds(chosen, setting)
                  setAdded(index, { leadIds, manner: mannerFor(leadIds, setting.agencies) })
                }}
              />
              <DatePicker
                label={t('readings.edit.due')}
                value={one.dueOn}
                onChange={(dueOn) => setAdded(index, { dueOn })}
              />
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
