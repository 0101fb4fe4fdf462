import { IconPlus } from '@tabler/icons-react'
import type { Account, AccountPost } from '@hopluc/shared/accounts'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.tsx'
import { periodWords, unitWords } from '../organisation/words.ts'
import { useSession } from '../session/queries.ts'
import { emptyPost, PostFields, wholePost } from './post-fields.tsx'
import { useAddPost, useEndPost } from './queries.ts'

/** Posts held now, before and later; rights follow them. */
export function Posts({ account }: { account: Account }) {
  const { today } = useSession()
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<AccountPost | null>(null)
  return (
    <Section
      title={t('accounts.posts')}
      more={
        account.allowed.includes('add_post') && (
          <Button isSmall icon={IconPlus} onPress={() => setAdding(true)}>
            {t('accounts.posts.add')}
          </Button>
        )
      }
    >
      <Table
        label={t('accounts.posts')}
        columns={columns(account, today, setEnding)}
        rows={account.allPosts}
        rowKey={({ id }) => id}
        rowName={({ title }) => title}
        isTall
        empty={<EmptyState>{t('accounts.posts.none')}</EmptyState>}
      />
      {isAdding && <AddDialog account={account} today={today} onClose={() => setAdding(false)} />}
      {ending && (
        <EndDialog account={account} post={ending} today={today} onClose={() => setEnding(null)} />
      )}
    </Section>
  )
}

function columns(
  account: Account,
  today: PlainDate,
  end: (post: AccountPost) => void,
): Column<AccountPost>[] {
  const isHeld = ({ fromOn, untilOn }: AccountPost) => fromOn <= today && today <= untilOn
  return [
    {
      id: 'title',
      head: t('accounts.postTitle'),
      phone: 'title',
      cell: ({ title, role, authority }) => (
        <>
          <strong>{title}</strong>
          <small>
            {t(`accounts.role.${role}`)}
            {authority && ` · ${authority}`}
          </small>
        </>
      ),
    },
    {
      id: 'agency',
      head: t('accounts.agency'),
      phone: 'line',
      cell: ({ agency, unit, committee }) => (
        <>
          <Link to="/organisation/agencies/$id" params={{ id: agency.id }}>
            {agency.name}
          </Link>
          <small>{committee ? committee.name : unitWords(unit)}</small>
        </>
      ),
    },
    {
      id: 'period',
      head: t('accounts.period'),
      width: '200px',
      phone: 'end',
      cell: (post) =>
        isHeld(post) ? (
          <Status kind="done">{periodWords(post)}</Status>
        ) : (
          <Status kind={post.fromOn > today ? 'waiting' : 'cancelled'}>{periodWords(post)}</Status>
        ),
    },
    {
      id: 'end',
      head: <span className="for-readers">{t('organisation.actions')}</span>,
      width: '90px',
      cell: (post) =>
        account.allowed.includes('end_post') &&
        post.untilOn >= today && (
          <Button isSmall kind="quiet" onPress={() => end(post)}>
            {t('accounts.posts.end')}
          </Button>
        ),
    },
  ]
}

interface DialogProps {
  readonly account: Account
  readonly today: PlainDate
  readonly onClose: () => void
}

function AddDialog({ account, today, onClose }: DialogProps) {
  const [draft, setDraft] = useState(() => emptyPost(today))
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useAddPost(account.id)
  const save = () => {
    setTried(true)
    const post = wholePost(draft)
    if (!post) return
    mutate(
      { ...post, version: account.version },
      {
        onSuccess: () => {
          onClose()
          toast(t('accounts.posts.added'))
        },
      },
    )
  }
  return (
    <Dialog title={t('accounts.posts.add')} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('accounts.posts.add')}>
        <PostFields draft={draft} onChange={setDraft} isTried={isTried} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('accounts.posts.add')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function EndDialog({ account, post, today, onClose }: DialogProps & { post: AccountPost }) {
  const first = addDays(post.fromOn, -1)
  const [untilOn, setUntilOn] = useState<PlainDate | null>(first > today ? first : today)
  const { mutate, isPending, error } = useEndPost(account.id, post.id)
  const end = () => {
    if (!untilOn) return
    mutate(
      { version: account.version, untilOn },
      {
        onSuccess: () => {
          onClose()
          toast(t('accounts.posts.ended'))
        },
      },
    )
  }
  return (
    <Dialog
      title={t('accounts.posts.end.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="danger" isPending={isPending} isDisabled={!untilOn} onPress={end}>
            {t('accounts.posts.end.title')}
          </Button>
        </>
      }
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <p className="accounts-intro">
        {t('accounts.posts.end.text', { name: account.name, title: post.title })}
      </p>
      <DateField
        label={t('accounts.untilOn')}
        hint={t('accounts.posts.end.now')}
        value={untilOn}
        onChange={setUntilOn}
      />
    </Dialog>
  )
}
