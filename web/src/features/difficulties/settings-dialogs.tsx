import {
  type DifficultyLevel,
  type DifficultyRule,
  type DifficultySettings,
  type DifficultyTerm,
  type DifficultyTopic,
} from '@hopluc/shared/difficulties'
import type { Id } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { unitWords } from '../organisation/words.ts'
import { agenciesQuery, useSetting } from './queries.ts'
import { topicWords } from './words.tsx'

interface ShellProps {
  readonly title: string
  readonly path: string
  /** Undefined while something is missing. */
  readonly body: object | undefined
  readonly onClose: () => void
  readonly children: (missing: (isThere: boolean) => string | undefined) => ReactNode
  /** A second deed: takes the line back. */
  readonly removal?: object | undefined
}

function SettingDialog({ title, path, body, onClose, children, removal }: ShellProps) {
  const { mutate, error, isPending } = useSetting()
  const [isTried, setTried] = useState(false)
  const send = (sent: object | undefined) => {
    setTried(true)
    if (!sent || isPending) return
    mutate(
      { path, body: sent },
      {
        onSuccess: () => {
          toast(t('difficulties.settings.saved'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={() => send(body)} error={error} label={title}>
        {children((isThere) => (isTried && !isThere ? t('difficulties.required') : undefined))}
        <FormActions>
          {removal && (
            <Button kind="danger" isPending={isPending} onPress={() => send(removal)}>
              {t('difficulties.rules.remove')}
            </Button>
          )}
          <span className="bar-gap" />
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('difficulties.settings.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

const FIRST = ['commune', 'department'] as const
const LEVELS: readonly DifficultyLevel[] = ['commune', 'department', 'province']

export function TopicDialog(props: { topic: DifficultyTopic | null; onClose: () => void }) {
  const { topic, onClose } = props
  const [id] = useState(() => topic?.id ?? newId())
  const [name, setName] = useState(topic?.name ?? '')
  const [english, setEnglish] = useState(topic?.english ?? '')
  const [firstLevel, setFirst] = useState<(typeof FIRST)[number]>(topic?.firstLevel ?? 'commune')
  const [isEnded, setEnded] = useState(topic?.isEnded ?? false)
  const words = { name: name.trim(), english: english.trim() }
  return (
    <SettingDialog
      title={t(topic ? 'difficulties.topics.edit' : 'difficulties.topics.add')}
      path={`/difficulties/topics/${id}`}
      body={
        words.name && words.english
          ? { ...words, firstLevel, isEnded, version: topic?.version ?? null }
          : undefined
      }
      onClose={onClose}
    >
      {(missing) => (
        <>
          <TextField
            label={t('difficulties.topics.name')}
            value={name}
            onChange={setName}
            error={missing(words.name !== '')}
            isRequired
          />
          <TextField
            label={t('difficulties.topics.english')}
            value={english}
            onChange={setEnglish}
            error={missing(words.english !== '')}
            isRequired
          />
          <Select
            label={t('difficulties.topics.first')}
            value={firstLevel}
            onChange={setFirst}
            options={FIRST.map((value) => ({ value, label: t(`difficulties.level.${value}`) }))}
          />
          {topic && (
            <Checkbox isSelected={isEnded} onChange={setEnded}>
              {t('difficulties.topics.end')}
            </Checkbox>
          )}
        </>
      )}
    </SettingDialog>
  )
}

export function TermDialog({ term, onClose }: { term: DifficultyTerm; onClose: () => void }) {
  const [answerDays, setAnswer] = useState(term.answerDays)
  const [transferDays, setTransfer] = useState(term.transferDays)
  return (
    <SettingDialog
      title={t('difficulties.terms.edit', { level: t(`difficulties.level.${term.level}`) })}
      path={`/difficulties/terms/${term.level}`}
      body={answerDays >= 1 && transferDays >= 1 ? { answerDays, transferDays } : undefined}
      onClose={onClose}
    >
      {(missing) => (
        <>
          <NumberField
            label={t('difficulties.terms.answer')}
            value={answerDays}
            onChange={setAnswer}
            minValue={1}
            maxValue={200}
            error={missing(answerDays >= 1)}
            isRequired
          />
          <NumberField
            label={t('difficulties.terms.transfer')}
            value={transferDays}
            onChange={setTransfer}
            minValue={1}
            maxValue={200}
            error={missing(transferDays >= 1)}
            isRequired
          />
          <p className="muted small">{t('difficulties.terms.hint')}</p>
        </>
      )}
    </SettingDialog>
  )
}

interface RuleProps {
  readonly settings: DifficultySettings
  readonly rule: DifficultyRule | null
  readonly onClose: () => void
}

export function RuleDialog({ settings, rule, onClose }: RuleProps) {
  const { units, topics } = settings
  const [unitId, setUnit] = useState<Id | null>(rule?.unit.id ?? units[0]?.id ?? null)
  const [topicId, setTopic] = useState(rule?.topic?.id ?? '')
  const [level, setLevel] = useState<DifficultyLevel>(rule?.level ?? 'department')
  const [agencyId, setAgency] = useState<Id | null>(rule?.agency.id ?? null)
  const { data: agencies = [] } = useQuery({
    ...agenciesQuery(unitId ?? ''),
    enabled: unitId !== null,
  })
  const where = unitId && { unitId, topicId: topicId || null, level }
  return (
    <SettingDialog
      title={t(rule ? 'difficulties.rules.edit' : 'difficulties.rules.add')}
      path="/difficulties/rules"
      body={where && agencyId ? { ...where, agencyId } : undefined}
      removal={rule && where ? { ...where, agencyId: null } : undefined}
      onClose={onClose}
    >
      {(missing) => (
        <>
          <ComboBox
            label={t('difficulties.rules.unit')}
            value={unitId}
            onChange={(next) => {
              setUnit(next)
              setAgency(null)
            }}
            options={units.map((one) => ({ value: one.id, label: unitWords(one) }))}
            error={missing(unitId !== null)}
            isDisabled={rule !== null}
            isRequired
          />
          <Select
            label={t('difficulties.topic')}
            value={topicId}
            onChange={setTopic}
            isDisabled={rule !== null}
            options={[
              { value: '', label: t('difficulties.rules.all') },
              ...topics.map((one) => ({ value: one.id, label: topicWords(one) })),
            ]}
          />
          <Select
            label={t('difficulties.rules.level')}
            value={level}
            onChange={setLevel}
            isDisabled={rule !== null}
            options={LEVELS.map((value) => ({ value, label: t(`difficulties.level.${value}`) }))}
          />
          <ComboBox
            label={t('difficulties.column.handler')}
            value={agencyId}
            onChange={setAgency}
            options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            error={missing(agencyId !== null)}
            isRequired
          />
        </>
      )}
    </SettingDialog>
  )
}
