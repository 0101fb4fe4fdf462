import { FIELD_WORDS, KIND_WORDS, LAW_WORDS, SECTOR_WORDS } from '@hopluc/shared/entity-words'
import { BusinessField, CooperativeLaw, EntityKind, Sector } from '@hopluc/shared/entities'
import { LineGroup, MemberMinimum } from '@hopluc/shared/entity-settings'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { sectorOptions } from './filter-options.ts'
import { lineGroupsQuery, minimumsQuery, useListNames } from './list-queries.ts'
import { BasisField } from './settings-sizes.tsx'
import { type FieldProps, SettingsList } from './settings-list.tsx'
import { say } from './words.ts'

const groupWords = (group: LineGroup) =>
  group.grouping === 'field' ? say(FIELD_WORDS[group.value]) : say(SECTOR_WORDS[group.value])

/** To which field and sector a line of business belongs: mapped, never typed. */
export function GroupPart() {
  const { lines } = useListNames()
  return (
    <SettingsList<LineGroup>
      title={t('registry.settings.groups')}
      note={t('registry.settings.groups.note')}
      path="/entities/line-groups"
      found={useQuery(lineGroupsQuery)}
      schema={LineGroup}
      keyOf={({ grouping, code }) => `${grouping} ${code}`}
      nameOf={(group) => `${lines.get(group.code) ?? ''} ${groupWords(group)}`}
      blank={{ grouping: 'sector', code: '', value: 'agriculture' }}
      columns={[
        {
          id: 'code',
          head: t('registry.settings.code'),
          phone: 'title',
          cell: ({ code }) => (
            <>
              <b className="figures">{code}</b> {lines.get(code)}
            </>
          ),
        },
        {
          id: 'grouping',
          head: t('registry.settings.grouping'),
          phone: 'line',
          cell: ({ grouping }) => t(`registry.settings.grouping.${grouping}`),
        },
        { id: 'value', head: t('registry.settings.value'), phone: 'end', cell: groupWords },
      ]}
      fields={GroupFields}
    />
  )
}

function GroupFields({ item, set, faults, isNew }: FieldProps<LineGroup>) {
  const { grouping } = item
  return (
    <>
      <Select
        label={t('registry.settings.grouping')}
        value={grouping}
        isDisabled={!isNew}
        onChange={(next) =>
          set(
            next === 'field'
              ? { grouping: next, value: 'agriculture' }
              : { grouping: next, value: 'agriculture' },
          )
        }
        options={[
          { value: 'field', label: t('registry.settings.grouping.field') },
          { value: 'sector', label: t('registry.settings.grouping.sector') },
        ]}
      />
      <TextField
        label={t('registry.settings.code')}
        value={item.code}
        onChange={(code) => set({ code: code.trim().toUpperCase() })}
        error={faults.code}
        hint={t('registry.settings.lineCode.hint')}
        isReadOnly={!isNew}
        isRequired
      />
      {grouping === 'field' ? (
        <Select
          label={t('registry.settings.value')}
          value={BusinessField.safeParse(item.value).data ?? null}
          onChange={(value) => set({ grouping, value })}
          options={BusinessField.options.map((value) => ({
            value,
            label: say(FIELD_WORDS[value]),
          }))}
        />
      ) : (
        <Select
          label={t('registry.settings.value')}
          value={Sector.safeParse(item.value).data ?? null}
          onChange={(value) => set({ grouping, value })}
          options={sectorOptions().flatMap(({ value, label }) => {
            const known = Sector.safeParse(value).data
            return known ? [{ value: known, label }] : []
          })}
        />
      )}
    </>
  )
}

const nameOfMinimum = ({ kind, law }: MemberMinimum) =>
  `${say(KIND_WORDS[kind])}, ${say(LAW_WORDS[law])}`

export function MinimumPart() {
  return (
    <SettingsList<MemberMinimum>
      title={t('registry.settings.minimums')}
      note={t('registry.settings.minimums.note')}
      path="/entities/member-minimums"
      found={useQuery(minimumsQuery)}
      schema={MemberMinimum}
      keyOf={({ kind, law }) => `${kind} ${law}`}
      nameOf={nameOfMinimum}
      blank={{ kind: 'cooperative', law: '2023', members: 1, basis: '' }}
      columns={[
        { id: 'name', head: t('registry.filter.kind'), phone: 'title', cell: nameOfMinimum },
        {
          id: 'members',
          head: t('registry.settings.minimum'),
          isFigure: true,
          phone: 'end',
          cell: ({ members }) => formatNumber(members),
        },
        {
          id: 'basis',
          head: t('registry.settings.basis'),
          phone: 'line',
          cell: ({ basis }) => basis,
        },
      ]}
      fields={MinimumFields}
    />
  )
}

function MinimumFields({ item, set, faults, isNew }: FieldProps<MemberMinimum>) {
  return (
    <>
      <FormRow>
        <Select
          label={t('registry.filter.kind')}
          value={item.kind}
          isDisabled={!isNew}
          onChange={(kind) => set({ kind })}
          options={EntityKind.options.map((value) => ({ value, label: say(KIND_WORDS[value]) }))}
        />
        <Select
          label={t('registry.filter.law')}
          value={item.law}
          isDisabled={!isNew}
          onChange={(law) => set({ law })}
          options={CooperativeLaw.options.map((value) => ({ value, label: say(LAW_WORDS[value]) }))}
        />
      </FormRow>
      <NumberField
        label={t('registry.settings.minimum')}
        value={item.members}
        onChange={(members) => set({ members })}
        minValue={1}
        error={faults.members}
        isRequired
      />
      <BasisField item={item} set={set} faults={faults} />
    </>
  )
}
