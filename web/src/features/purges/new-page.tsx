import { type NewPurge, PurgeGround } from '@hopluc/shared/purges'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioGroup } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { type DroppedFile, FileDrop } from '../../ui/file-drop.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { useSession } from '../session/queries.ts'
import { sendFile } from '../tasks/deeds/evidence-fields.tsx'
import { rulesQuery, useDraw } from './queries.ts'
import { ruleWords } from './rules-section.tsx'

const ACCEPTED = ['.pdf', '.docx', '.txt', '.png', '.jpg', '.jpeg']
const MAX_FILE = 25_000_000

type Typed = Omit<NewPurge, 'lines' | 'fileId'> & { lines: string; fileId: string | null }

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The decision and what it names; what it would do is shown before anything is destroyed. */
export function NewPurgePage() {
  const { today } = useSession()
  const navigate = useNavigate()
  const draw = useDraw()
  const [typed, setTyped] = useState<Typed>({
    decision: '',
    decidedOn: today,
    decidedBy: '',
    ground: 'expired',
    fileId: null,
    lines: '',
    ruleIds: [],
  })
  const change = (next: Partial<Typed>) => setTyped((now) => ({ ...now, ...next }))
  const { fileId, lines, ...rest } = typed
  const isReady =
    rest.decision.trim() !== '' &&
    rest.decidedBy.trim() !== '' &&
    fileId !== null &&
    linesOf(lines).length + rest.ruleIds.length > 0
  const preview = () => {
    if (fileId === null || !isReady) return
    draw.mutate(
      { ...rest, fileId, lines: linesOf(lines) },
      { onSuccess: ({ id }) => void navigate({ to: '/purges/$id', params: { id } }) },
    )
  }
  return (
    <Page
      title={t('purges.new')}
      crumbs={[
        { label: t('audit.title'), to: '/audit' },
        { label: t('purges.title'), to: '/purges' },
      ]}
      lead={t('purges.lead')}
    >
      <Form onSubmit={preview} error={draw.error} label={t('purges.new')}>
        <FormRow>
          <TextField
            label={t('purges.decision')}
            hint={t('purges.decision.hint')}
            name="decision"
            isRequired
            value={rest.decision}
            onChange={(decision) => change({ decision })}
          />
          <DateField
            label={t('purges.decidedOn')}
            value={rest.decidedOn}
            onChange={(decidedOn) => decidedOn && change({ decidedOn })}
          />
        </FormRow>
        <TextField
          label={t('purges.decidedBy')}
          name="decidedBy"
          isRequired
          value={rest.decidedBy}
          onChange={(decidedBy) => change({ decidedBy })}
        />
        <DecisionFile onFile={(id) => change({ fileId: id })} />
        <RadioGroup
          label={t('purges.ground')}
          value={rest.ground}
          choices={PurgeGround.options.map((ground) => ({
            value: ground,
            label: t(`purges.ground.${ground}`),
            note: t(`purges.ground.${ground}.note`),
          }))}
          onChange={(ground) => change({ ground })}
        />
        <TextArea
          label={t('purges.lines')}
          hint={t('purges.lines.hint')}
          name="lines"
          value={lines}
          onChange={(text) => change({ lines: text })}
        />
        <RuleChoice chosen={rest.ruleIds} onChange={(ruleIds) => change({ ruleIds })} />
        {draw.error && <Notice kind="error">{sentence(draw.error)}</Notice>}
        <FormActions>
          <Button kind="primary" type="submit" isPending={draw.isPending} isDisabled={!isReady}>
            {t('purges.preview')}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}

/** The decision itself is compulsory: nothing is destroyed on a number alone. */
function DecisionFile({ onFile }: { onFile: (id: string | null) => void }) {
  const [file, setFile] = useState<DroppedFile | null>(null)
  const send = useMutation({
    mutationFn: async (given: File) => {
      const shown = { id: 'decision', name: given.name, size: given.size }
      const sent = await sendFile(given, (share) => setFile({ ...shown, share }))
      setFile({ ...shown, share: 1 })
      onFile(sent.id)
    },
  })
  return (
    <Section title={t('purges.file')}>
      <FileDrop
        label={t('purges.file')}
        accept={ACCEPTED}
        maxBytes={MAX_FILE}
        files={file ? [{ ...file, ...(send.error && { error: sentence(send.error) }) }] : []}
        onFiles={([given]) => given && send.mutate(given)}
        onRemove={() => {
          setFile(null)
          onFile(null)
          send.reset()
        }}
      />
    </Section>
  )
}

function RuleChoice(props: { chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  const { data } = useSuspenseQuery(rulesQuery)
  const { chosen, onChange } = props
  return (
    <Section title={t('purges.rules.choose')}>
      {data.items.length === 0 && <p className="muted small">{t('purges.rules.none')}</p>}
      {data.items.map((rule) => (
        <Checkbox
          key={rule.id}
          isSelected={chosen.includes(rule.id)}
          onChange={(isChosen) =>
            onChange(isChosen ? [...chosen, rule.id] : chosen.filter((one) => one !== rule.id))
          }
        >
          {`${ruleWords(rule)}: ${t('purges.rules.years.of', { count: rule.years })} (${rule.basis})`}
        </Checkbox>
      ))}
    </Section>
  )
}
