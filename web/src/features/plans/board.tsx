import type { Plan, PlannedWork, TargetRow } from '@hopluc/shared/plans'
import { daysBetween } from '@hopluc/shared/values'
import { Link } from '@tanstack/react-router'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Scroll } from '../../ui/scroll.tsx'
import { Status, StatusShape } from '../../ui/status.tsx'
import { Cell, isSilent, Squares } from './cells.tsx'
import {
  aimWords,
  isShare,
  nearWords,
  readingWords,
  valueWords,
  verdictKind,
  verdictWords,
} from './words.ts'

/** "14/06", as a head of a column says a day. */
const short = (day: string) => formatDate(day).slice(0, 5)

/** Rows are the document's words, columns communes. */
export function Board({ plan, selected }: { plan: Plan; selected: string | undefined }) {
  const { rows, units, asOf } = plan
  const estimate = rows.find((row) => row.estimate)?.estimate
  return (
    <Scroll label={t('targets.table')}>
      <table className="plans-board">
        <thead>
          <tr>
            <th scope="col">{t('targets.column.words')}</th>
            <th scope="col" className="plans-figure plans-wide">
              {t('targets.column.bound')}
            </th>
            <th scope="col" className="plans-figure plans-wide">
              {t('targets.column.registered')}
            </th>
            <th scope="col" className="plans-figure">
              {t('targets.column.done', { day: short(asOf) })}
            </th>
            <th scope="col" className="plans-figure plans-wide">
              {estimate ? t('targets.column.estimate', { day: short(estimate.on) }) : ''}
            </th>
            <th scope="col">{t('targets.column.verdict')}</th>
            {units.map(({ id, kind, name }) => (
              <th key={id} scope="col" className="plans-unit" title={`${kind} ${name}`}>
                {kind === 'thị trấn' ? `TT ${name}` : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BoardRow key={row.id} row={row} plan={plan} isSelected={row.id === selected} />
          ))}
        </tbody>
        {plan.works.length > 0 && <Works plan={plan} />}
      </table>
    </Scroll>
  )
}

function BoardRow({ row, plan, isSelected }: { row: TargetRow; plan: Plan; isSelected: boolean }) {
  const [first, ...others] = row.readings
  return (
    <tr className={isSelected ? 'plans-selected' : ''} aria-current={isSelected || undefined}>
      <th scope="row" className={row.parentId === null ? '' : 'plans-sub'}>
        <Link
          to="/plans/$id"
          params={{ id: plan.id }}
          search={(before) => ({ ...before, target: row.id })}
          className="quiet-link"
          resetScroll={false}
        >
          {row.words}
        </Link>
        {row.adjusted && <small>{t('targets.adjusted', { paper: row.adjusted })}</small>}
      </th>
      <td className="plans-figure plans-wide">
        <span className="plans-aim">{aimWords(row)}</span>
        {row.unallotted !== null && row.unallotted !== 0 && (
          <small className={row.unallotted < 0 ? 'amber' : ''}>
            {row.unallotted > 0
              ? t('targets.unallotted', { amount: formatNumber(row.unallotted) })
              : t('targets.overallotted', { amount: formatNumber(-row.unallotted) })}
          </small>
        )}
      </td>
      <td className="plans-figure plans-wide">
        {row.registered === null ? '–' : formatNumber(row.registered)}
      </td>
      <td className="plans-figure">
        <Link to="/targets/$id" params={{ id: row.id }} className="value-link">
          {valueWords(first?.value ?? null, row)}
        </Link>
        {isShare(row) && first && first.part !== null && (
          <small>
            {[
              `${formatNumber(first.part)}/${formatNumber(first.whole ?? 0)}`,
              ...others.map(
                ({ part, whole, value }) =>
                  `${formatNumber(part ?? 0)}/${formatNumber(whole ?? 0)}: ${valueWords(value, row)}`,
              ),
            ].join('; ')}
          </small>
        )}
        {row.figuresOn !== null && row.figuresOn < plan.asOf && (
          <small>{t('targets.figuresOn', { day: formatDate(row.figuresOn) })}</small>
        )}
      </td>
      <td className="plans-figure plans-wide plans-soft">
        {row.estimate ? valueWords(row.estimate.value, row) : ''}
      </td>
      <td className="plans-verdict" title={nearWords(row, plan.nearPercent)}>
        <Status kind={verdictKind(row.verdict)}>{verdictWords(row)}</Status>
      </td>
      {row.cells.map((cell) => (
        <td key={cell.unitId} className={`plans-unit${isSilent(cell, row) ? ' plans-silent' : ''}`}>
          <Cell cell={cell} row={row} />
        </td>
      ))}
    </tr>
  )
}

/** What communes set out to do in the year, from the register's list. */
function Works({ plan }: { plan: Plan }) {
  const { units, worksYear, asOf } = plan
  const left = daysBetween(asOf, `${worksYear}-12-31`)
  return (
    <tbody>
      <tr className="plans-group">
        <th scope="colgroup" colSpan={6}>
          {t('targets.works', { year: worksYear })}
        </th>
        <td colSpan={units.length} className="plans-more">
          <Link to="/registry/worklist" search={{ year: worksYear }}>
            {t('targets.works.open')}
          </Link>
        </td>
      </tr>
      {plan.works.map((work) => (
        <tr key={work.kind}>
          <th scope="row">{t(`targets.work.${work.kind}`)}</th>
          <td className="plans-figure plans-wide">–</td>
          <td className="plans-figure plans-wide">{work.planned}</td>
          <td className="plans-figure">{work.done}</td>
          <td className="plans-figure plans-wide plans-soft">–</td>
          <td className="plans-verdict">
            <WorkState work={work} left={left} />
          </td>
          {units.map(({ id }) => {
            const cell = work.cells.find(({ unitId }) => unitId === id)
            return (
              <td key={id} className="plans-unit">
                {cell ? (
                  <span
                    title={t('targets.cell.count', { done: cell.done, registered: cell.planned })}
                  >
                    <Squares done={cell.done} registered={cell.planned} />
                    <span className="for-readers">
                      {t('targets.cell.count', { done: cell.done, registered: cell.planned })}
                    </span>
                  </span>
                ) : (
                  <span className="plans-nothing">
                    ·<span className="for-readers">{t('targets.cell.none')}</span>
                  </span>
                )}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}

function WorkState({ work: { planned, done }, left }: { work: PlannedWork; left: number }) {
  if (planned === 0) return null
  if (done >= planned) return <Status kind="done">{t('targets.works.all')}</Status>
  if (left <= 0) return <Status kind="late">{t('targets.works.over')}</Status>
  return <Status kind="term">{t('targets.works.term', { days: left })}</Status>
}

/** What the marks mean; and the readings of a share that the text leaves open. */
export function Legend({ plan, isLate }: { plan: Plan; isLate: boolean }) {
  const open = plan.rows.find((row) => row.verdict.kind === 'two_readings')
  return (
    <div className="plans-legend">
      <span>
        <span className="plans-squares" aria-hidden="true">
          <i className="plans-there" />
        </span>
        {t('targets.legend.done')}
      </span>
      <span>
        <span className="plans-squares" aria-hidden="true">
          <i />
        </span>
        {t('targets.legend.registered')}
      </span>
      <span>{t('targets.legend.share')}</span>
      <span>
        <StatusShape kind={isLate ? 'missingLate' : 'missing'} />
        {t(isLate ? 'targets.legend.silentLate' : 'targets.legend.silent')}
      </span>
      <span>{t('targets.legend.none')}</span>
      <span>{t('targets.legend.near', { percent: plan.nearPercent })}</span>
      {open && (
        <span className="plans-readings">
          {open.readings.map((reading) => readingWords(reading, open)).join('; ')}.{' '}
          <Link to="/targets/$id" params={{ id: open.id }}>
            {t('targets.chooseWhole')}
          </Link>
        </span>
      )}
    </div>
  )
}
