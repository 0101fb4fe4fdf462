import './difficulties.css'
import type { DifficultyBoard } from '@hopluc/shared/difficulties'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { unitWords } from '../organisation/words.ts'
import { boardQuery } from './queries.ts'
import { topicWords } from './words.tsx'

type Cell = DifficultyBoard['rows'][number]['cells'][number]

/** Where what is raised: communes by topics, each cell a way to its list. */
export function DifficultyBoardPage() {
  const { data, error, refetch } = useQuery(boardQuery)
  return (
    <Page
      title={t('difficulties.board')}
      crumbs={[{ label: t('difficulties.own'), to: '/difficulties' }]}
      actions={<ButtonLink to="/difficulties/settings">{t('difficulties.settings')}</ButtonLink>}
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data?.rows.length === 0 && <EmptyState>{t('difficulties.none')}</EmptyState>}
      {data && data.rows.length > 0 && <Heat board={data} />}
    </Page>
  )
}

function Heat({ board }: { board: DifficultyBoard }) {
  const { rows } = board
  const cells = rows.flatMap((row) => row.cells)
  const topics = board.topics.filter(({ id }) => cells.some(({ topicId }) => topicId === id))
  const most = Math.max(SHADES, ...cells.map(({ raised }) => raised))
  return (
    <>
      <p className="muted small">{t('difficulties.board.hint')}</p>
      <Scroll label={t('difficulties.board')}>
        <table className="difficulties-board">
          <thead>
            <tr>
              <th scope="col">{t('difficulties.board.unit')}</th>
              {topics.map((topic) => (
                <th key={topic.id} scope="col">
                  {topicWords(topic)}
                </th>
              ))}
              <th scope="col">{t('difficulties.board.sum')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.unit.id}>
                <th scope="row">{unitWords(row.unit)}</th>
                {topics.map(({ id }) => {
                  const cell = row.cells.find(({ topicId }) => topicId === id)
                  return (
                    <td key={id} {...(cell && { 'data-heat': heatOf(cell, most) })}>
                      {cell && (
                        <Link to="/difficulties" search={{ unit: row.unit.id, topic: id }}>
                          <Count cell={cell} />
                        </Link>
                      )}
                    </td>
                  )
                })}
                <td>
                  <Link to="/difficulties" search={{ unit: row.unit.id }}>
                    <Count cell={sumOf(row.cells)} />
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

/** How many, and in red how many are late; in words for those who hear it. */
function Count({ cell: { raised, waiting, overdue } }: { cell: Omit<Cell, 'topicId'> }) {
  return (
    <>
      <span className="figures" aria-hidden="true">
        {raised}
        {overdue > 0 && (
          <b className="difficulties-late">{t('difficulties.board.late', { count: overdue })}</b>
        )}
      </span>
      <span className="for-readers">
        {t('difficulties.board.cell', { raised, waiting, overdue })}
      </span>
    </>
  )
}

const SHADES = 4
const heatOf = ({ raised }: Cell, most: number): number => Math.ceil((raised / most) * SHADES)

function sumOf(cells: readonly Cell[]): Omit<Cell, 'topicId'> {
  const sum = (key: 'raised' | 'waiting' | 'overdue') =>
    cells.reduce((all, cell) => all + cell[key], 0)
  return { raised: sum('raised'), waiting: sum('waiting'), overdue: sum('overdue') }
}
