import './accounts.css'
import { IconPlus } from '@tabler/icons-react'
import type { AccountItem } from '@hopluc/shared/accounts'
import { Role } from '@hopluc/shared/session'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { PersonalExcelButton } from '../../ui/personal-excel-button.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { AgencyPicker } from '../organisation/pickers.tsx'
import { SearchWords } from '../organisation/search-words.tsx'
import { useSession } from '../session/queries.ts'
import { NewAccountDialog } from './new-account.tsx'
import { accountListQuery } from './queries.ts'

const route = getRouteApi('/app/accounts')

/** Everyone who can sign in, for the administrator of the installation. */
export function AccountsPage() {
  const search = useDeferredValue(route.useSearch()) // the page stays while the next one loads
  const navigate = useNavigate()
  const { today, may } = useSession()
  const { asOf: _asOf, ...filters } = search
  const { data: page } = useSuspenseQuery(accountListQuery(filters))
  const [isOpen, setOpen] = useState(false)
  return (
    <Page
      title={t('accounts.title')}
      actions={
        <>
          <PersonalExcelButton path="/accounts" search={filters} />
          <ButtonLink to="/sign-in-rules">{t('security.rules')}</ButtonLink>
          <ButtonLink to="/personal-data">{t('personal.title')}</ButtonLink>
          <ButtonLink to="/roles">{t('accounts.me.roles')}</ButtonLink>
          {may.includes('account.create') && (
            <Button kind="primary" icon={IconPlus} onPress={() => setOpen(true)}>
              {t('accounts.new')}
            </Button>
          )}
        </>
      }
    >
      <Filters />
      <Table
        label={t('accounts.title')}
        columns={columns(today)}
        rows={page.items}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        isTall
        onOpen={({ id }) => void navigate({ to: '/accounts/$id', params: { id } })}
        empty={<EmptyState>{t('accounts.none')}</EmptyState>}
      />
      <Pager cursor={search.cursor} next={page.next}>
        {t('accounts.shown', { count: page.items.length })}
      </Pager>
      {isOpen && <NewAccountDialog today={today} onClose={() => setOpen(false)} />}
    </Page>
  )
}

function columns(today: string): Column<AccountItem>[] {
  return [
    {
      id: 'name',
      head: t('accounts.name'),
      phone: 'title',
      cell: ({ id, name, username }) => (
        <>
          <Link className="row-title" to="/accounts/$id" params={{ id }}>
            {name}
          </Link>
          <small>{username}</small>
        </>
      ),
    },
    {
      id: 'posts',
      head: t('accounts.post'),
      phone: 'line',
      cell: ({ posts }) =>
        posts.length === 0 ? (
          <span className="muted">{t('accounts.posts.none')}</span>
        ) : (
          posts.map((post) => (
            <div key={post.id}>
              {post.title}
              <small>{post.agency.name}</small>
            </div>
          ))
        ),
    },
    {
      id: 'role',
      head: t('accounts.role'),
      width: '190px',
      cell: ({ posts }) =>
        [...new Set(posts.map(({ role }) => role))]
          .map((role) => t(`accounts.role.${role}`))
          .join(', '),
    },
    {
      id: 'state',
      head: t('accounts.state'),
      width: '110px',
      phone: 'end',
      cell: ({ isActive }) =>
        isActive ? (
          <Status kind="done">{t('accounts.state.active')}</Status>
        ) : (
          <Status kind="cancelled">{t('accounts.state.inactive')}</Status>
        ),
    },
    {
      id: 'lastSeen',
      head: t('accounts.lastSeen'),
      isFigure: true,
      width: '130px',
      cell: ({ lastSeenAt }) =>
        lastSeenAt ? (
          formatInstant(lastSeenAt, today)
        ) : (
          <span className="muted">{t('accounts.lastSeen.never')}</span>
        ),
    },
  ]
}

const STATES = ['', 'active', 'inactive'] as const

function Filters() {
  const { q = '', agency, role, state } = route.useSearch()
  const navigate = route.useNavigate()
  const change = (next: object) =>
    void navigate({ search: (now) => ({ ...now, cursor: undefined, ...next }) })
  return (
    <search className="accounts-filters">
      <SearchWords
        label={t('accounts.search')}
        value={q}
        onChange={(words) => change({ q: words || undefined })}
      />
      <AgencyPicker
        label={t('accounts.agency')}
        isLabelHidden
        placeholder={t('accounts.agency')}
        value={agency ?? null}
        onChange={(id) => change({ agency: id ?? undefined })}
      />
      <Select
        label={t('accounts.role')}
        prefix={t('accounts.role')}
        value={role ?? ''}
        options={[
          { value: '', label: t('accounts.roles.all') },
          ...Role.options.map((one) => ({ value: one, label: t(`accounts.role.${one}`) })),
        ]}
        onChange={(one) => change({ role: one || undefined })}
      />
      <Select
        label={t('accounts.state')}
        prefix={t('accounts.state')}
        value={state ?? ''}
        options={STATES.map((one) => ({ value: one, label: t(`accounts.state.${one || 'all'}`) }))}
        onChange={(one) => change({ state: one || undefined })}
      />
    </search>
  )
}
