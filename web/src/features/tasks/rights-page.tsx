import './tasks.css'
import type { TaskAction, TaskCapacity } from '@hopluc/shared/tasks'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { t } from '../../lib/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { taskRightsQuery } from './queries.ts'

const SIDES = [
  { id: 'committee', capacities: ['chair', 'delegate', 'standing'] },
  { id: 'issuer', capacities: ['issuer_leader', 'issuer_officer'] },
  { id: 'lead', capacities: ['lead_leader', 'lead_officer', 'lead_clerk'] },
  { id: 'co', capacities: ['co_leader', 'co_officer', 'co_clerk'] },
] as const satisfies readonly { id: string; capacities: readonly TaskCapacity[] }[]
const ALL: readonly TaskCapacity[] = SIDES.flatMap(({ capacities }) => [...capacities])

/** Who may do what to a task: the table by which the server decides, in words. */
export function RightsPage() {
  const { data: rights } = useSuspenseQuery(taskRightsQuery)
  return (
    <Page title={t('tasks.rights.title')} crumbs={[{ label: t('tasks.title'), to: '/tasks' }]}>
      <p className="small muted tasks-intro">{t('tasks.rights.intro')}</p>
      <Scroll label={t('tasks.rights.title')}>
        <table className="tasks-rights">
          <thead>
            <tr>
              <th rowSpan={2} scope="col">
                {t('tasks.rights.action')}
              </th>
              {SIDES.map(({ id, capacities }) => (
                <th key={id} colSpan={capacities.length} scope="colgroup">
                  {t(`tasks.rights.side.${id}`)}
                </th>
              ))}
            </tr>
            <tr>
              {ALL.map((capacity) => (
                <th key={capacity} scope="col">
                  {t(`tasks.capacity.${capacity}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rights.rows.map(({ action, capacities }) => (
              <tr key={action}>
                <th scope="row">{actionWords(action)}</th>
                {ALL.map((capacity) => (
                  <td key={capacity}>
                    {capacities.includes(capacity) ? (
                      <Fragment>
                        <span aria-hidden="true" className="tasks-may" />
                        <span className="for-readers">{t('tasks.rights.may')}</span>
                      </Fragment>
                    ) : (
                      <span className="for-readers">{t('tasks.rights.mayNot')}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Page>
  )
}

/** Wishes are named by what they ask for together. */
function actionWords(action: TaskAction): string {
  if (action === 'request' || action === 'propose' || action === 'order' || action === 'decide')
    return t(`tasks.rights.${action}`)
  if (action === 'prepare') return t('tasks.rights.prepare')
  return t(`tasks.act.${action}`)
}
