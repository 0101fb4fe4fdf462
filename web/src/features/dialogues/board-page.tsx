import './dialogues.css'
import { IconPlus } from '@tabler/icons-react'
import type { DialogueBoard, DialogueCell } from '@hopluc/shared/dialogues'
import type { PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page, Sentence } from '../../ui/page.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, ErrorState, Notice, Skeleton } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { unitWords } from '../organisation/words.ts'
import { PlanDialog } from './plan-dialog.tsx'
import { dialoguesQuery } from './queries.ts'

const route = getRouteApi('/app/dialogues')
const FIRST_YEAR = 2021

/** Which commune met its cooperatives in which quarter; who did not stands out. */
export function DialoguesPage() {
  const search = route.useSearch()
  const { data, error, refetch } = useQuery(dialoguesQuery(search))
  const [isPlanning, setPlanning] = useState(false)
  return (
    <Page
      title={t('dialogues.title')}
      crumbs={[{ label: t('difficulties.own'), to: '/difficulties' }]}
      actions={
        <>
          <ExcelButton path="/dialogues" search={search} />
          {data?.own && (
            <Button kind="primary" icon={IconPlus} onPress={() => setPlanning(true)}>
              {t('dialogues.plan')}
            </Button>
          )}
        </>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          <Filters board={data} />
          {data.isCut && (
            <Notice kind="info">{t('dialogues.cut', { count: data.rows.length })}</Notice>
          )}
          {data.rows.length === 0 ? (
            <EmptyState>{t('dialogues.none')}</EmptyState>
          ) : (
            <Quarters board={data} />
          )}
        </>
      )}
      {isPlanning && data?.own && (
        <PlanDialog unit={data.own} asOf={data.asOf} onClose={() => setPlanning(false)} />
      )}
    </Page>
  )
}

function Filters({ board: { year, asOf, provinces } }: { board: DialogueBoard }) {
  const { unit } = route.useSearch()
  const navigate = route.useNavigate()
  const last = Number(asOf.slice(0, 4)) + 1
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, at) => String(last - at))
  return (
    <search className="dialogues-filters">
      <Select
        label={t('dialogues.year')}
        prefix={t('dialogues.year')}
        value={String(year)}
        options={years.map((value) => ({ value, label: value }))}
        onChange={(next) =>
          void navigate({ search: (now) => ({ ...now, year: Number(next) || undefined }) })
        }
      />
      {provinces.length > 0 && (
        <ComboBox
          label={t('dialogues.province')}
          isLabelHidden
          placeholder={t('dialogues.province')}
          value={unit ?? null}
          options={provinces.map((one) => ({ value: one.id, label: unitWords(one) }))}
          onChange={(next) =>
            void navigate({ search: (now) => ({ ...now, unit: next ?? undefined }) })
          }
        />
      )}
    </search>
  )
}

const isHeld = ({ meeting }: DialogueCell) => meeting !== null && meeting.state !== 'planned'

function Quarters({ board: { rows, year, asOf } }: { board: DialogueBoard }) {
  const isThisYear = asOf.startsWith(String(year))
  const quarter = isThisYear ? quarterOf(asOf) : 4
  const met = rows.filter(({ cells }) =>
    cells.some((cell) => cell.quarter === quarter && isHeld(cell)),
  ).length
  return (
    <>
      <Sentence>
        {t('dialogues.sentence', { quarter: ROMAN[quarter - 1] ?? '', met, count: rows.length })}
      </Sentence>
      <Scroll label={t('dialogues.title')}>
        <table className="dialogues-board">
          <thead>
            <tr>
              <th scope="col">{t('dialogues.unit')}</th>
              {ROMAN.map((roman) => (
                <th key={roman} scope="col">
                  {t('dialogues.quarter', { quarter: roman })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit, cells }) => (
              <tr key={unit.id}>
                <th scope="row">{unitWords(unit)}</th>
                {cells.map((cell) => (
                  <td
                    key={cell.quarter}
                    data-quarter={t('dialogues.quarter', {
                      quarter: ROMAN[cell.quarter - 1] ?? '',
                    })}
                  >
                    <Cell cell={cell} late={lateness(cell.quarter, year, asOf)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const
const quarterOf = (day: PlainDate) => Math.ceil(Number(day.slice(5, 7)) / 3)

/** Of a quarter without a meeting: over, running, to come. */
function lateness(quarter: number, year: number, asOf: PlainDate): 'over' | 'now' | 'later' {
  const at = year * 4 + quarter
  const now = Number(asOf.slice(0, 4)) * 4 + quarterOf(asOf)
  return at < now ? 'over' : at === now ? 'now' : 'later'
}

function Cell({ cell, late }: { cell: DialogueCell; late: 'over' | 'now' | 'later' }) {
  const { meeting, raised } = cell
  if (!meeting)
    return late === 'later' ? (
      <span className="muted">–</span>
    ) : (
      <Status kind={late === 'over' ? 'late' : 'soon'}>
        {t(late === 'over' ? 'dialogues.state.missed' : 'dialogues.state.unplanned')}
      </Status>
    )
  const kind = meeting.state === 'planned' ? (late === 'over' ? 'late' : 'term') : 'done'
  return (
    <Link to="/meetings/$id" params={{ id: meeting.id }} className="dialogues-cell">
      <Status kind={kind}>
        {t(meeting.state === 'planned' ? 'dialogues.state.planned' : 'dialogues.state.held')}
      </Status>
      <small className="figures">
        {meeting.heldOn && formatDate(meeting.heldOn)}
        {raised > 0 && `, ${t('dialogues.raised', { count: raised })}`}
      </small>
    </Link>
  )
}
