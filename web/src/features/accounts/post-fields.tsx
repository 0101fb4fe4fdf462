import { Role } from '@hopluc/shared/session'
import type { NewPost } from '@hopluc/shared/accounts'
import { FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { t } from '../../lib/i18n.ts'
import { DateField } from '../../ui/date-picker.tsx'
import { FormRow } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AgencyPicker } from '../organisation/pickers.tsx'
import { committeeListQuery } from '../organisation/queries.ts'

const OF_COMMITTEE: readonly Role[] = ['chair', 'delegate', 'standing']

export interface PostDraft {
  role: Role
  agencyId: Id | null
  committeeId: Id | null
  title: string
  authority: string
  fromOn: PlainDate | null
  untilOn: PlainDate | null
}

export function emptyPost(today: PlainDate): PostDraft {
  return {
    role: 'officer',
    agencyId: null,
    committeeId: null,
    title: '',
    authority: '',
    fromOn: today,
    untilOn: null,
  }
}

/** The post once nothing is missing; undefined before. */
export function wholePost(draft: PostDraft): NewPost | undefined {
  const { agencyId, fromOn, title, authority, role, untilOn } = draft
  const committeeId = OF_COMMITTEE.includes(role) ? draft.committeeId : null
  if (!agencyId || !fromOn || !title.trim()) return undefined
  if (OF_COMMITTEE.includes(role) && !committeeId) return undefined
  if (role === 'delegate' && !authority.trim()) return undefined
  return {
    role,
    agencyId,
    committeeId,
    title,
    authority: role === 'delegate' ? authority : null,
    fromOn,
    untilOn: untilOn ?? FOREVER,
  }
}

export interface PostFieldsProps {
  readonly draft: PostDraft
  readonly onChange: (draft: PostDraft) => void
  readonly isTried: boolean
}

/** Where somebody serves, as what, from when until when. */
export function PostFields({ draft, onChange, isTried }: PostFieldsProps) {
  const set = (change: Partial<PostDraft>) => onChange({ ...draft, ...change })
  const missing = (value: unknown) => (isTried && !value ? t('accounts.required') : undefined)
  const isOfCommittee = OF_COMMITTEE.includes(draft.role)
  const { data } = useQuery({ ...committeeListQuery({ limit: 200 }), enabled: isOfCommittee })
  return (
    <>
      <FormRow>
        <Select
          label={t('accounts.role')}
          options={Role.options.map((role) => ({ value: role, label: t(`accounts.role.${role}`) }))}
          value={draft.role}
          onChange={(role) => set({ role })}
        />
        <AgencyPicker
          label={t('accounts.agency')}
          value={draft.agencyId}
          onChange={(agencyId) => set({ agencyId })}
          error={missing(draft.agencyId)}
        />
      </FormRow>
      {isOfCommittee && (
        <Select
          label={t('accounts.committee')}
          options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.committeeId}
          onChange={(committeeId) => set({ committeeId })}
          error={missing(draft.committeeId)}
        />
      )}
      <TextField
        label={t('accounts.postTitle')}
        hint={t('accounts.title.hint')}
        value={draft.title}
        onChange={(title) => set({ title })}
        error={missing(draft.title.trim())}
      />
      {draft.role === 'delegate' && (
        <TextField
          label={t('accounts.authority')}
          value={draft.authority}
          onChange={(authority) => set({ authority })}
          error={missing(draft.authority.trim())}
        />
      )}
      <FormRow>
        <DateField
          label={t('accounts.fromOn')}
          value={draft.fromOn}
          onChange={(fromOn) => set({ fromOn })}
          error={missing(draft.fromOn)}
        />
        <DateField
          label={t('accounts.untilOn')}
          hint={t('accounts.untilOn.hint')}
          value={draft.untilOn}
          onChange={(untilOn) => set({ untilOn })}
        />
      </FormRow>
    </>
  )
}
