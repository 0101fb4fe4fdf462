import type { Committee, Delegation } from '@hopluc/shared/committees'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatRange } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Confirm, Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { accountSearchQuery } from '../accounts/queries.ts'
import { useSession } from '../session/queries.ts'
import { useDelegate, useEndDelegation } from './queries.ts'

/** Who decides in the head's place, by which paper and until when. */
export function Delegations({ committee }: { committee: Committee }) {
  const [isOpen, setOpen] = useState(false)
  const [ending, setEnding] = useState<Delegation | null>(null)
  const mayDelegate = committee.allowed.includes('delegate')
  return (
    <Section
      title={t('organisation.committee.delegations')}
      more={
        mayDelegate && (
          <Button isSmall onPress={() => setOpen(true)}>
            {t('organisation.committee.delegate')}
          </Button>
        )
      }
    >
      {committee.delegations.length === 0 && (
        <p className="muted small">{t('organisation.committee.delegations.none')}</p>
      )}
      <ol className="organisation-history">
        {committee.delegations.map((delegation) => (
          <li key={delegation.postId}>
            {delegation.name}, {delegation.title}
            <small>
              {delegation.authority} · {formatRange(delegation.fromOn, delegation.untilOn)}
            </small>
            {mayDelegate && (
              <Button kind="quiet" isSmall onPress={() => setEnding(delegation)}>
                {t('organisation.committee.delegate.end')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {isOpen && <DelegateDialog committee={committee} onClose={() => setOpen(false)} />}
      {ending && (
        <EndConfirm committee={committee} delegation={ending} onClose={() => setEnding(null)} />
      )}
    </Section>
  )
}

function EndConfirm(props: { committee: Committee; delegation: Delegation; onClose: () => void }) {
  const { committee, delegation, onClose } = props
  const { today } = useSession()
  const { mutate, isPending, error } = useEndDelegation(committee.id)
  const yesterday = addDays(today, -1)
  const before = addDays(delegation.fromOn, -1)
  const end = () =>
    mutate(
      { postId: delegation.postId, untilOn: before > yesterday ? before : yesterday },
      {
        onSuccess: () => {
          onClose()
          toast(t('organisation.committee.delegate.ended'))
        },
      },
    )
  return (
    <Confirm
      title={t('organisation.committee.delegate.end')}
      action={t('organisation.committee.delegate.end')}
      kind="danger"
      isOpen
      isPending={isPending}
      onConfirm={end}
      onClose={onClose}
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <p>{t('organisation.committee.delegate.end.text', { name: delegation.name })}</p>
    </Confirm>
  )
}

function DelegateDialog({ committee, onClose }: { committee: Committee; onClose: () => void }) {
  const { today } = useSession()
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(accountSearchQuery(words))
  const [accountId, setAccountId] = useState<Id | null>(null)
  const [title, setTitle] = useState('')
  const [authority, setAuthority] = useState('')
  const [fromOn, setFromOn] = useState<PlainDate | null>(today)
  const [untilOn, setUntilOn] = useState<PlainDate | null>(null)
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useDelegate(committee.id)
  const people = (data?.items ?? []).filter(({ posts }) => posts.length > 0)
  const missing = (value: unknown) => (isTried && !value ? t('organisation.required') : undefined)
  const [agencyId, setAgencyId] = useState<Id | null>(null)
  const choose = (id: Id | null) => {
    const [post] = people.find((person) => person.id === id)?.posts ?? []
    setAccountId(id)
    setAgencyId(post?.agency.id ?? null)
    if (post) setTitle(post.title)
  }
  const save = () => {
    setTried(true)
    if (!accountId || !agencyId || !title.trim() || !authority.trim() || !fromOn || !untilOn) return
    mutate(
      { accountId, agencyId, title, authority, fromOn, untilOn },
      {
        onSuccess: () => {
          onClose()
          toast(t('organisation.committee.delegate.done'))
        },
      },
    )
  }
  return (
    <Dialog title={t('organisation.committee.delegate')} isOpen onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <p className="soft organisation-intro">{t('organisation.committee.delegate.text')}</p>
      <Form onSubmit={save} error={error} label={t('organisation.committee.delegate')}>
        <ComboBox
          label={t('organisation.committee.delegate.who')}
          value={accountId}
          onChange={choose}
          options={people.map(({ id, name, posts }) => ({
            value: id,
            label: name,
            note: posts.map((post) => post.title).join('; '),
          }))}
          onSearch={setWords}
          isSearching={isFetching}
          error={missing(accountId)}
        />
        <TextField
          label={t('organisation.committee.delegate.title')}
          name="title"
          value={title}
          onChange={setTitle}
          error={missing(title.trim())}
        />
        <TextField
          label={t('organisation.committee.delegate.authority')}
          name="authority"
          value={authority}
          onChange={setAuthority}
          error={missing(authority.trim())}
        />
        <FormRow>
          <DateField
            label={t('organisation.field.fromOn')}
            value={fromOn}
            onChange={setFromOn}
            error={missing(fromOn)}
          />
          <DateField
            label={t('organisation.field.untilOn')}
            value={untilOn}
            onChange={setUntilOn}
            error={missing(untilOn)}
          />
        </FormRow>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('organisation.committee.delegate')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
