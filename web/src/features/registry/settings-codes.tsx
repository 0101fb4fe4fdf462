import { IconUpload } from '@tabler/icons-react'
import { BusinessLine, Commodity, LineImported } from '@hopluc/shared/entity-settings'
import { FOREVER, type PlainDate } from '@hopluc/shared/values'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { FormRow } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { commoditiesQuery, linesQuery } from './list-queries.ts'
import { REGISTRY_KEY } from './queries.ts'
import { type FieldProps, SettingsList } from './settings-list.tsx'

const ALWAYS: PlainDate = '0001-01-01'

/** "01/11/2024", or in words where there is no first or last day. */
export function dayWords(day: PlainDate): string {
  if (day === ALWAYS) return t('registry.settings.always')
  return day === FOREVER ? t('registry.settings.forever') : formatDate(day)
}

/** A first or a last day; empty means without one. */
export function DayField(props: {
  label: string
  value: PlainDate
  none: PlainDate
  onChange: (day: PlainDate) => void
  error?: string | undefined
}) {
  const { value, none, onChange, ...rest } = props
  return (
    <DateField
      {...rest}
      value={value === none ? null : value}
      onChange={(day) => onChange(day ?? none)}
    />
  )
}

export function CommodityPart() {
  return (
    <SettingsList<Commodity>
      title={t('registry.settings.commodities')}
      path="/entities/commodities"
      found={useQuery(commoditiesQuery)}
      schema={Commodity}
      keyOf={({ code }) => code}
      nameOf={({ name, otherNames }) => [name, ...otherNames].join(', ')}
      blank={{ code: '', name: '', family: '', otherNames: [], isActive: true }}
      columns={[
        {
          id: 'name',
          head: t('registry.settings.name'),
          phone: 'title',
          cell: ({ name }) => <b>{name}</b>,
        },
        { id: 'code', head: t('registry.settings.code'), cell: ({ code }) => code },
        {
          id: 'family',
          head: t('registry.settings.family'),
          phone: 'line',
          cell: ({ family }) => family,
        },
        {
          id: 'others',
          head: t('registry.settings.otherNames'),
          cell: ({ otherNames }) => otherNames.join(', '),
        },
        {
          id: 'isActive',
          head: t('registry.settings.isActive'),
          phone: 'end',
          cell: ({ isActive }) =>
            t(isActive ? 'registry.settings.isActive' : 'registry.settings.isActive.not'),
        },
      ]}
      fields={CommodityFields}
    />
  )
}

function CommodityFields({ item, set, faults, isNew }: FieldProps<Commodity>) {
  return (
    <>
      <TextField
        label={t('registry.settings.name')}
        value={item.name}
        onChange={(name) => set({ name })}
        error={faults.name}
        isRequired
      />
      <FormRow>
        <TextField
          label={t('registry.settings.code')}
          value={item.code}
          onChange={(code) => set({ code })}
          error={faults.code}
          hint={t('registry.settings.code.hint')}
          isReadOnly={!isNew}
          isRequired
        />
        <TextField
          label={t('registry.settings.family')}
          value={item.family}
          onChange={(family) => set({ family })}
          error={faults.family}
          isRequired
        />
      </FormRow>
      <TextField
        label={t('registry.settings.otherNames')}
        value={item.otherNames.join(',')}
        onChange={(names) => set({ otherNames: names === '' ? [] : names.split(',') })}
        error={faults.otherNames}
        hint={t('registry.settings.otherNames.hint')}
      />
      <Checkbox isSelected={item.isActive} onChange={(isActive) => set({ isActive })}>
        {t('registry.settings.isActive')}
      </Checkbox>
    </>
  )
}

export function LinePart() {
  return (
    <SettingsList<BusinessLine>
      title={t('registry.settings.lines')}
      path="/entities/lines"
      found={useQuery(linesQuery)}
      schema={BusinessLine}
      keyOf={({ code }) => code}
      nameOf={({ name }) => name}
      blank={{ code: '', name: '', parentCode: null, fromOn: ALWAYS, untilOn: FOREVER }}
      columns={[
        {
          id: 'code',
          head: t('registry.settings.code'),
          phone: 'end',
          cell: ({ code }) => <b className="figures">{code}</b>,
        },
        { id: 'name', head: t('registry.settings.name'), phone: 'title', cell: ({ name }) => name },
        {
          id: 'parent',
          head: t('registry.settings.parent'),
          cell: ({ parentCode }) => <span className="figures">{parentCode}</span>,
        },
        {
          id: 'from',
          head: t('registry.settings.from'),
          phone: 'line',
          cell: ({ fromOn }) => dayWords(fromOn),
        },
        {
          id: 'until',
          head: t('registry.settings.until'),
          cell: ({ untilOn }) => dayWords(untilOn),
        },
      ]}
      fields={LineFields}
      actions={({ version }) => <LineImportButton version={version} />}
    />
  )
}

function LineFields({ item, set, faults, isNew }: FieldProps<BusinessLine>) {
  return (
    <>
      <FormRow>
        <TextField
          label={t('registry.settings.code')}
          value={item.code}
          onChange={(code) => set({ code: code.trim().toUpperCase() })}
          error={faults.code}
          hint={t('registry.settings.lineCode.hint')}
          isReadOnly={!isNew}
          isRequired
        />
        <TextField
          label={t('registry.settings.parent')}
          value={item.parentCode ?? ''}
          onChange={(code) => set({ parentCode: code.trim().toUpperCase() || null })}
          error={faults.parentCode}
        />
      </FormRow>
      <TextField
        label={t('registry.settings.name')}
        value={item.name}
        onChange={(name) => set({ name })}
        error={faults.name}
        isRequired
      />
      <FormRow>
        <DayField
          label={t('registry.settings.from')}
          value={item.fromOn}
          none={ALWAYS}
          onChange={(fromOn) => set({ fromOn })}
        />
        <DayField
          label={t('registry.settings.until')}
          value={item.untilOn}
          none={FOREVER}
          onChange={(untilOn) => set({ untilOn })}
        />
      </FormRow>
    </>
  )
}

/** The classification as the statistics office publishes it, brought in as a file. */
function LineImportButton({ version }: { version: number }) {
  const queries = useQueryClient()
  const file = useRef<HTMLInputElement>(null)
  const { mutate, isPending } = useMutation({
    mutationFn: async (chosen: File) =>
      api.post('/entities/lines/import', { version, csv: await chosen.text() }, LineImported),
    onSuccess: ({ added, changed }) => {
      toast(t('registry.settings.import.done', { added, changed }))
      return queries.invalidateQueries({ queryKey: [REGISTRY_KEY] })
    },
    onError: (error) => toast(sentence(error), { kind: 'late' }),
  })
  return (
    <>
      <input
        ref={file}
        type="file"
        accept=".csv,text/csv"
        hidden
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) mutate(chosen)
          target.value = ''
        }}
      />
      <span title={t('registry.settings.import.hint')}>
        <Button icon={IconUpload} isPending={isPending} onPress={() => file.current?.click()}>
          {t('registry.settings.import')}
        </Button>
      </span>
    </>
  )
}
