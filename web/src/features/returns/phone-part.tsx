import { IconChevronLeft, IconChevronRight, IconEqual } from '@tabler/icons-react'
import {
  cellKey,
  type GridColumn,
  type Return,
  type ReturnCell,
  type ReturnGrid,
} from '@hopluc/shared/returns'
import { writeNumber } from '@hopluc/shared/vietnamese-number'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Status } from '../../ui/status.tsx'
import { belowFact } from './cell-line.tsx'
import type { RowView } from './grid/types.ts'
import { useRows } from './grid-part.tsx'
import type { Entry } from './use-entry.ts'
import { placesOf } from './view.ts'

interface PhoneProps {
  readonly data: Return
  readonly section: ReturnGrid
  readonly entry: Entry
}

/** One cooperative at a time: the list with what is left in each, then its figures one under another. */
export function PhonePart({ data, section, entry }: PhoneProps) {
  const { rows, total } = useRows(data, section, entry)
  const [at, setAt] = useState<number | null>(null)
  const row = at === null ? undefined : rows[at]
  if (at !== null && row)
    return <OneRow {...{ data, section, entry, row, at }} count={rows.length} onGo={setAt} />
  return (
    <ul className="return-phone">
      {rows.map((one, index) => (
        <li key={one.key}>
          <button type="button" onClick={() => setAt(index)}>
            <span>
              <b>{one.words}</b> <small>{one.detail}</small>
            </span>
            <RowState row={one} />
          </button>
        </li>
      ))}
      {total && (
        <li className="return-phone-total">
          <b>{total.name}</b>
          <dl>
            {section.columns.map((column, index) =>
              column.isEntered ? (
                <div key={column.key}>
                  <dt>{[column.group, column.name].filter(Boolean).join(', ')}</dt>
                  <dd className="figures">{total.cells[index] ?? '–'}</dd>
                </div>
              ) : null,
            )}
          </dl>
        </li>
      )}
    </ul>
  )
}

function RowState({ row }: { row: RowView }) {
  const blank = row.cells.filter(({ isEntry, kind }) => isEntry && kind === 'blank').length
  const state = row.tail.at(-1)
  if (state?.tone === 'red') return <Status kind="late">{state.text}</Status>
  if (state?.tone === 'amber') return <Status kind="soon">{state.text}</Status>
  if (state?.tone === 'accent') return <Status kind="waiting">{state.text}</Status>
  if (blank > 0) return <Status kind="missing">{t('returns.phone.blank', { count: blank })}</Status>
  return <Status kind="done">{state?.text || t('returns.phone.done')}</Status>
}

interface OneRowProps extends PhoneProps {
  readonly row: RowView
  readonly at: number
  readonly count: number
  readonly onGo: (at: number | null) => void
}

function OneRow({ data, section, entry, row, at, count, onGo }: OneRowProps) {
  const gridRow = section.rows[at]
  const place = placesOf(section, entry.cells)
  const keys = row.cells.flatMap(({ key, isEntry }) => (key && isEntry ? [key] : []))
  return (
    <div className="return-phone-row">
      <header>
        <Button kind="quiet" onPress={() => onGo(null)}>
          {t('returns.phone.list')}
        </Button>
        <span className="figures muted">
          {at + 1}/{count}
        </span>
        <Button
          kind="quiet"
          icon={IconChevronLeft}
          isDisabled={at === 0}
          aria-label={t('returns.phone.before')}
          onPress={() => onGo(at - 1)}
        >
          {''}
        </Button>
        <Button
          kind="quiet"
          icon={IconChevronRight}
          isDisabled={at === count - 1}
          aria-label={t('returns.phone.next')}
          onPress={() => onGo(at + 1)}
        >
          {''}
        </Button>
      </header>
      <h2>{row.words}</h2>
      {data.mayEdit && (
        <Button isWide icon={IconEqual} onPress={() => entry.same(keys, true)}>
          {t('returns.same')}
        </Button>
      )}
      {gridRow &&
        section.columns.map((column, index) => {
          const cell = place(gridRow, column)
          const view = row.cells[index]
          if (!cell || !view || column.of !== null) return null
          return (
            <PhoneField
              key={`${row.key} ${column.key}`}
              {...{ cell, column, entry }}
              below={belowFact(cell, data.below)}
              text={view.text}
              words={view.markWords}
              isOpen={view.isEntry}
            />
          )
        })}
    </div>
  )
}

interface FieldProps {
  readonly cell: ReturnCell
  readonly column: GridColumn
  readonly entry: Entry
  readonly text: string
  readonly words: string
  readonly below: string
  readonly isOpen: boolean
}

function PhoneField({ cell, column, entry, text, words, below, isOpen }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const key = cellKey(cell)
  const label = [column.group, column.name].filter(Boolean).join(', ')
  const say = (said: string) => entry.type([{ key, text: said }])
  return (
    <div className="return-phone-field">
      <label htmlFor={key}>{label}</label>
      <input
        id={key}
        inputMode="decimal"
        autoComplete="off"
        className="figures"
        readOnly={!isOpen}
        aria-invalid={words !== ''}
        aria-describedby={`${key} note`}
        value={typed ?? (cell.isNone ? t('returns.cell.none') : text)}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={() => {
          if (typed !== null) say(typed)
          setTyped(null)
        }}
      />
      <p id={`${key} note`} className={words ? 'red' : 'muted small'}>
        {words ||
          [
            below,
            cell.previous === null
              ? ''
              : t('returns.fact.previous', { value: writeNumber(cell.previous) }),
          ]
            .filter(Boolean)
            .join(' · ')}
      </p>
      {isOpen && cell.value === null && !cell.isNone && (
        <span className="return-check-ways">
          {cell.unchanged && (
            <Button isSmall onPress={() => say('=')}>
              {t('returns.phone.same')}
            </Button>
          )}
          <Button isSmall onPress={() => say('0')} aria-label={`${label}: 0`}>
            0
          </Button>
          <Button isSmall onPress={() => say('x')}>
            {t('returns.cell.none')}
          </Button>
        </span>
      )}
    </div>
  )
}
