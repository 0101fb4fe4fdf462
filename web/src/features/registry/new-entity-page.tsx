import { EVENT_WORDS } from '@hopluc/shared/entity-words'
import './registry.css'
import { getRouteApi } from '@tanstack/react-router'
import type { EntityAttribute } from '@hopluc/shared/entities'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { useDraft } from '../../lib/draft.ts'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Form, FormRow } from '../../ui/form.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { DraftNotice, Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { useAttempt } from '../tasks/attempt.ts'
import { useOnce } from './use-once.ts'
import { AttributeField } from './attribute-field.tsx'
import type { Faults } from './form-model.ts'
import {
  draftFaults,
  emptyDraft,
  EntityDraft,
  entityOf,
  FOUNDING_STEPS,
} from './new-entity-model.ts'
import { PlaceFields } from './place-fields.tsx'
import { useNewEntity } from './queries.ts'
import { SourceFields } from './source-fields.tsx'
import { say } from './words.ts'

const route = getRouteApi('/app/registry/new')
const FORM = 'new-entity'

/** One more in the register: what it is, since when, where, and from which source one knows. */
export function NewEntityPage() {
  const { kind, unit } = route.useSearch()
  const { today } = useSession()
  const navigate = route.useNavigate()
  const attempt = useAttempt()
  const once = useOnce()
  const draft = useDraft('registry.new', EntityDraft, emptyDraft(today, kind, unit))
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useNewEntity()
  const { value } = draft
  const found = draftFaults(value, today)
  const faults = isTried ? found : {}
  const set = (change: Partial<EntityDraft>) => draft.set({ ...value, ...change })
  const save = () => {
    setTried(true)
    const body = entityOf(value)
    if (!body || Object.keys(found).length > 0 || !once.begin()) return
    mutate(
      { body, key: attempt.keyFor(body) },
      {
        onSettled: once.end,
        onSuccess: (entity) => {
          attempt.settle()
          draft.drop()
          toast(t('registry.create.done', { name: entity.attributes.name }))
          void navigate({ to: '/registry/$id', params: { id: entity.id }, search: {} })
        },
      },
    )
  }
  const count = Object.keys(faults).length
  return (
    <Page
      title={t('registry.create.title')}
      crumbs={[{ label: t('registry.short'), to: '/registry' }]}
      bar={
        <>
          {count > 0 && <span className="red">{t('registry.create.faults', { count })}</span>}
          <span className="bar-gap" />
          <Button kind="primary" type="submit" form={FORM} isPending={isPending}>
            {t('registry.create.save')}
          </Button>
        </>
      }
    >
      {draft.restoredAt !== null && (
        <DraftNotice
          when={t('registry.form.draft', { time: formatInstant(draft.restoredAt, today) })}
          onDiscard={draft.reset}
        />
      )}
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form id={FORM} onSubmit={save} error={error} label={t('registry.create.title')}>
        <div className="registry-form">
          <div>
            <Section title={t('registry.form.part.identity')}>
              <IdentityFields draft={value} set={set} faults={faults} />
            </Section>
            <Section title={t('registry.entity.life')}>
              <LifeFields draft={value} set={set} faults={faults} today={today} />
            </Section>
            <Section title={t('registry.form.part.place')}>
              <PlaceFields
                place={value.place}
                set={(place) => set({ place })}
                faults={faults}
                day={value.onDay ?? today}
              />
            </Section>
          </div>
          <div>
            <Section title={t('registry.form.part.business')}>
              <Fields of={['lines', 'commodities']} draft={value} set={set} faults={faults} />
            </Section>
            <Section title={t('registry.form.part.counts')}>
              <Fields
                of={['charterCapital', 'officialMembers']}
                draft={value}
                set={set}
                faults={faults}
                isRow
              />
              <Fields
                of={['linkedMembers', 'otherMembers', 'workers']}
                draft={value}
                set={set}
                faults={faults}
                isRow
              />
            </Section>
            <Section title={t('registry.form.part.contact')}>
              <Fields
                of={['representative', 'phone']}
                draft={value}
                set={set}
                faults={faults}
                isRow
              />
              <Fields of={['email', 'website']} draft={value} set={set} faults={faults} isRow />
            </Section>
            <Section title={t('registry.form.source')}>
              <SourceFields
                source={value.source}
                set={(source) => set({ source })}
                faults={faults}
                today={today}
              />
            </Section>
          </div>
        </div>
      </Form>
    </Page>
  )
}

interface PartProps {
  readonly draft: EntityDraft
  readonly set: (change: Partial<EntityDraft>) => void
  readonly faults: Faults
}

function Fields(props: PartProps & { of: readonly EntityAttribute[]; isRow?: boolean }) {
  const { draft, set, faults, of, isRow = false } = props
  const fields = of.map((attribute) => (
    <AttributeField
      key={attribute}
      attribute={attribute}
      attributes={draft.attributes}
      set={(change) => set({ attributes: { ...draft.attributes, ...change } })}
      error={faults[attribute]}
      isRequired={attribute === 'name' || attribute === 'kind'}
    />
  ))
  return isRow ? <FormRow>{fields}</FormRow> : <>{fields}</>
}

function IdentityFields(props: PartProps) {
  return (
    <>
      <Fields {...props} of={['kind']} />
      <Fields {...props} of={['name']} />
      <Fields {...props} of={['shortName', 'foreignName']} isRow />
      <Fields {...props} of={['code']} />
      <Fields {...props} of={['law', 'governance']} isRow />
    </>
  )
}

function LifeFields({ draft, set, faults, today }: PartProps & { today: string }) {
  const isRegistered = draft.state === 'registered'
  return (
    <>
      <RadioGroup
        label={t('registry.create.state')}
        isRow
        value={draft.state}
        onChange={(state) => set({ state })}
        choices={[
          { value: 'registered', label: t('registry.create.state.registered') },
          { value: 'founding', label: t('registry.create.state.founding') },
        ]}
      />
      <FormRow>
        {!isRegistered && (
          <Select
            label={t('registry.create.step')}
            value={draft.step}
            onChange={(step) => set({ step })}
            options={FOUNDING_STEPS.map((step) => ({ value: step, label: say(EVENT_WORDS[step]) }))}
          />
        )}
        <DatePicker
          label={t(isRegistered ? 'registry.create.on' : 'registry.create.on.founding')}
          name="fromOn"
          value={draft.onDay}
          onChange={(onDay) => set({ onDay })}
          max={today}
          error={faults.onDay}
          hint={t('registry.create.fromOn.hint')}
          isRequired
        />
      </FormRow>
      {isRegistered ? (
        <FormRow>
          <TextField
            label={t('registry.create.decision')}
            value={draft.decisionNo ?? ''}
            onChange={(decisionNo) => set({ decisionNo: decisionNo || null })}
          />
          <TextField
            label={t('registry.create.decidedBy')}
            value={draft.decidedBy ?? ''}
            onChange={(decidedBy) => set({ decidedBy: decidedBy || null })}
          />
        </FormRow>
      ) : (
        <TextField
          label={t('registry.create.advisedBy')}
          value={draft.advisedBy ?? ''}
          onChange={(advisedBy) => set({ advisedBy: advisedBy || null })}
        />
      )}
    </>
  )
}
