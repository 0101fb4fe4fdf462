import { type BoardKind, CommitteePart, type NewMember } from '@hopluc/shared/committees'
import { t } from '../../lib/i18n.ts'
import { FormRow } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AgencyPicker } from './pickers.tsx'
import { partWords } from './words.ts'

export const EMPTY_MEMBER: NewMember = {
  name: '',
  office: '',
  part: 'member',
  agencyId: null,
  inChargeOf: null,
}

export interface MemberFieldsProps {
  readonly member: NewMember
  readonly onChange: (member: NewMember) => void
  readonly isTried: boolean
  /** Of an Alliance: its parts have other words, and there is no helping team. */
  readonly board?: BoardKind | undefined
}

/** Who sits in a committee: by office first, as decisions name them. */
export function MemberFields({ member, onChange, isTried, board }: MemberFieldsProps) {
  const set = (change: Partial<NewMember>) => onChange({ ...member, ...change })
  return (
    <>
      <FormRow>
        <Select
          label={t('organisation.committee.part')}
          options={CommitteePart.options
            .filter((part) => board === undefined || part !== 'assistant')
            .map((part) => ({ value: part, label: partWords(part, board) }))}
          value={member.part}
          onChange={(part) => set({ part })}
        />
        <TextField
          label={t('organisation.committee.office')}
          value={member.office}
          onChange={(office) => set({ office })}
          error={isTried && !member.office.trim() ? t('organisation.required') : undefined}
        />
      </FormRow>
      <FormRow>
        <TextField
          label={t('organisation.committee.person')}
          hint={t('organisation.committee.person.hint')}
          value={member.name}
          onChange={(name) => set({ name })}
        />
        <AgencyPicker
          label={t('organisation.committee.member.agency')}
          value={member.agencyId}
          onChange={(agencyId) => set({ agencyId })}
        />
      </FormRow>
      <TextField
        label={t('organisation.committee.inChargeOf')}
        value={member.inChargeOf ?? ''}
        onChange={(inChargeOf) => set({ inChargeOf: inChargeOf || null })}
      />
    </>
  )
}
