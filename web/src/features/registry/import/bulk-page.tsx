import { GOVERNANCE_WORDS, LAW_WORDS } from '@hopluc/shared/entity-words'
import './import.css'
import type { EntityBulkChange, EntityBulkPreview } from '@hopluc/shared/entity-import'
import { CooperativeLaw, Governance } from '@hopluc/shared/entities'
import { EntityQuery } from '@hopluc/shared/entity-lists'
import type { PlainDate } from '@hopluc/shared/values'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatNumber } from '../../../lib/format.ts'
import { language, t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-picker.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { Select } from '../../../ui/select.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { Table } from '../../../ui/table.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { commoditiesQuery } from '../list-queries.ts'
import { fieldWords } from './field-words.ts'
import { useBulkChange } from './queries.ts'
import { say } from '../words.ts'

const route = getRouteApi('/app/registry/bulk')
const EVENTS = ['congress', 'consolidated'] as const
const NONE = 'none'

interface Fields {
  fromOn: PlainDate | null
  law: string
  governance: string
  add: string
  remove: string
  event: string
  note: string
}

/** One change for all that the filters of the list find: what, what it does to each, and only then. */
export function RegistryBulkPage() {
  const { today } = useSession()
  const search = route.useSearch()
  const navigate = useNavigate()
  const [fields, setFields] = useState<Fields>({
    fromOn: today,
    law: NONE,
    governance: NONE,
    add: NONE,
    remove: NONE,
    event: NONE,
    note: '',
  })
  const { look, enter } = useBulkChange()
  const set = (change: Partial<Fields>) => {
    setFields((now) => ({ ...now, ...change }))
    look.reset()
  }
  const change = changeOf(fields, search)
  const preview = look.data
  const count = formatNumber(preview?.counts.change ?? 0)
  const run = () =>
    change &&
    preview &&
    enter.mutate(
      { ...change, isPartial: preview.counts.problem > 0 },
      {
        onSuccess: (counts) => {
          toast(t('registryBulk.done', { count: formatNumber(counts.change) }))
          void navigate({ to: '/registry', search })
        },
      },
    )
  return (
    <Page
      title={t('registryBulk.title')}
      crumbs={[{ label: t('registry.short'), to: '/registry' }]}
      bar={
        <>
          <Button
            isPending={look.isPending}
            isDisabled={!change}
            onPress={() => change && look.mutate(change)}
          >
            {t('registryImport.look')}
          </Button>
          <span className="bar-gap" />
          <Button
            kind="primary"
            isPending={enter.isPending}
            isDisabled={!preview || preview.counts.change === 0}
            onPress={run}
          >
            {t(
              preview && preview.counts.problem > 0
                ? 'registryBulk.enter.good'
                : 'registryBulk.enter',
              { count },
            )}
          </Button>
        </>
      }
    >
      <p className="sentence">{t('registryBulk.note')}</p>
      <BulkFields fields={fields} set={set} />
      {look.error && <ErrorState error={look.error} />}
      {enter.error && <ErrorState error={enter.error} />}
      {look.isPending && <Skeleton rows={8} />}
      {preview && <BulkPreview preview={preview} />}
    </Page>
  )
}

function BulkFields({ fields, set }: { fields: Fields; set: (change: Partial<Fields>) => void }) {
  const { data: commodities } = useSuspenseQuery(commoditiesQuery)
  const keep = { value: NONE, label: t('registryBulk.keep') }
  const goods = [
    { value: NONE, label: t('registryBulk.commodity.none') },
    ...commodities.items.map(({ code, name }) => ({ value: code, label: name })),
  ]
  return (
    <div className="registry-import-fields">
      <DateField
        label={t('registryBulk.fromOn')}
        value={fields.fromOn}
        onChange={(fromOn) => set({ fromOn })}
      />
      <Select
        label={t('registryBulk.law')}
        options={[
          keep,
          ...CooperativeLaw.options.map((value) => ({ value, label: say(LAW_WORDS[value]) })),
        ]}
        value={fields.law}
        onChange={(law) => set({ law })}
      />
      <Select
        label={t('registryBulk.governance')}
        options={[
          keep,
          ...Governance.options.map((value) => ({ value, label: say(GOVERNANCE_WORDS[value]) })),
        ]}
        value={fields.governance}
        onChange={(governance) => set({ governance })}
      />
      <Select
        label={t('registryBulk.add')}
        options={goods}
        value={fields.add}
        onChange={(add) => set({ add })}
      />
      <Select
        label={t('registryBulk.remove')}
        options={goods}
        value={fields.remove}
        onChange={(remove) => set({ remove })}
      />
      <Select
        label={t('registryBulk.event')}
        options={[
          { value: NONE, label: t('registryBulk.event.none') },
          ...EVENTS.map((value) => ({ value, label: t(`registryBulk.event.${value}`) })),
        ]}
        value={fields.event}
        onChange={(event) => set({ event })}
      />
      <TextField
        label={t('registryBulk.why')}
        value={fields.note}
        onChange={(note) => set({ note })}
      />
    </div>
  )
}

/** Ready to be sent, or undefined while nothing is to change. */
function changeOf(fields: Fields, search: object): EntityBulkChange | undefined {
  const { fromOn, add, remove, note } = fields
  const law = CooperativeLaw.safeParse(fields.law).data
  const governance = Governance.safeParse(fields.governance).data
  const event = EVENTS.find((one) => one === fields.event)
  if (!fromOn || (!law && !governance && add === NONE && remove === NONE && !event))
    return undefined
  const { limit: _l, sort: _s, order: _o, format: _f, ...filter } = EntityQuery.parse(search)
  const why = note.trim() || null
  return {
    filter,
    fromOn,
    set: { ...(law && { law }), ...(governance && { governance }) },
    addCommodities: add === NONE ? [] : [add],
    removeCommodities: remove === NONE ? [] : [remove],
    addLines: [],
    note: why,
    ...(event && { event: { kind: event, note: why } }),
  }
}

function BulkPreview({ preview: { counts, rows } }: { preview: EntityBulkPreview }) {
  const shown = rows.filter(({ action }) => action !== 'same').slice(0, 500)
  const words = t('registryBulk.sentence', {
    change: formatNumber(counts.change),
    same: formatNumber(counts.same),
    problem: formatNumber(counts.problem),
  })
  return (
    <Section title={t('registryImport.tabs')} note={words}>
      <Table
        label={t('registryImport.tabs')}
        columns={[
          {
            id: 'name',
            head: t('registryImport.name'),
            phone: 'title',
            cell: ({ name }) => <span className="row-title">{name}</span>,
          },
          {
            id: 'code',
            head: t('registryImport.code'),
            width: '120px',
            phone: 'end',
            cell: ({ code }) => <span className="figures">{code}</span>,
          },
          {
            id: 'changes',
            head: t('registryImport.changes'),
            phone: 'line',
            cell: ({ changes, issue }) =>
              issue
                ? issue[language()]
                : changes
                    .map(
                      ({ field, before, after }) =>
                        `${fieldWords(field)}: ${before ?? t('registryImport.empty')} → ${after ?? t('registryImport.empty')}`,
                    )
                    .join('; '),
          },
        ]}
        rows={shown}
        rowKey={({ entityId, name }) => entityId ?? name}
        rowName={({ name }) => name}
        isTall
        empty={<EmptyState>{t('registryImport.nothing')}</EmptyState>}
      />
    </Section>
  )
}
