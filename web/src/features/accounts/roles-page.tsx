import './accounts.css'
import type { RoleTable } from '@hopluc/shared/accounts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { language, t } from '../../lib/i18n.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StatusShape } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { rolesQuery } from './queries.ts'

type Action = RoleTable['modules'][number]['actions'][number]

/** Role × action, as the server's own policies say it. */
export function RolesPage() {
  const { data } = useSuspenseQuery(rolesQuery)
  return (
    <Page title={t('accounts.roles.title')} lead={t('accounts.roles.lead')}>
      {data.modules.map((module) => (
        <Section key={module.module} title={module[language()]}>
          <div className="accounts-roles">
            <Table
              label={module[language()]}
              columns={columns(data.roles)}
              rows={module.actions}
              rowKey={({ action }) => action}
              rowName={(action) => action[language()]}
            />
          </div>
        </Section>
      ))}
    </Page>
  )
}

function columns(roles: RoleTable['roles']): Column<Action>[] {
  return [
    {
      id: 'action',
      head: t('accounts.roles.action'),
      width: '320px',
      phone: 'title',
      cell: (action) => action[language()],
    },
    {
      id: 'who',
      head: <span className="for-readers">{t('accounts.role')}</span>,
      width: '0',
      phone: 'line',
      cell: (action) => (
        <span className="accounts-roles-who">
          {action.roles.map((role) => t(`accounts.role.${role}`)).join(', ')}
        </span>
      ),
    },
    ...roles.map((role) => ({
      id: role,
      head: t(`accounts.role.${role}`),
      cell: (action: Action) =>
        action.roles.includes(role) && (
          <>
            <StatusShape kind="done" />
            <span className="for-readers">{t('accounts.roles.yes')}</span>
          </>
        ),
    })),
  ]
}
