import type { Finding } from '@hopluc/shared/return-checks'
import type { Return, ReturnCell } from '@hopluc/shared/returns'
import type { PlainDate } from '@hopluc/shared/values'
import { writeNumber } from '@hopluc/shared/vietnamese-number'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Conflicts, RemarkList } from './panel-parts.tsx'
import type { KeptEdit } from './held.ts'
import type { Entry } from './use-entry.ts'
import { said } from './view.ts'

export interface PanelProps {
  readonly data: Return
  readonly entry: Entry
  readonly today: PlainDate
  readonly activeKey: string | null
  readonly conflicts: ReadonlyMap<string, KeptEdit>
  readonly refused: ReadonlyMap<string, { vi: string; en: string }>
  readonly mayEdit: boolean
  readonly onGo: (key: string) => void
  readonly onResolve: (key: string, keepsMineOver: number | null) => void
  readonly onOffers: () => void
}

const BLANKS_SHOWN = 8

/** How many of each are left: for the head here and the bar below. */
export function countsOf({ findings, marks }: Entry) {
  const errors = findings.filter(({ kind }) => kind === 'error').length + marks.wrong.size
  const warnings = findings.filter(({ kind, hasReason }) => kind === 'warning' && !hasReason).length
  const blanks = findings.filter(({ kind }) => kind === 'blank').length
  return { errors, warnings, blanks }
}

/** What the checks found, each with its way out; first what bars sending. */
export function ChecksPanel(props: PanelProps) {
  const { data, entry, mayEdit, onGo, onOffers } = props
  const { errors, warnings, blanks } = countsOf(entry)
  const listed = entry.findings.filter(({ kind }) => kind !== 'blank')
  const blank = entry.findings.filter(({ kind }) => kind === 'blank')
  const offers = entry.cells.filter(({ offer }) => offer !== null)
  const rows = new Set(offers.map(({ row }) => row))
  const isClean = errors + warnings + blanks === 0 && props.conflicts.size === 0
  return (
    <Section
      title={t('returns.checks')}
      note={isClean ? undefined : t('returns.checks.counts', { errors, warnings, blanks })}
    >
      <ul className="return-checks">
        <Conflicts {...props} />
        <RemarkList remarks={data.remarks} cells={entry.byKey} today={props.today} onGo={onGo} />
        {[...entry.marks.wrong].map(([key, { why }]) => (
          <li key={key}>
            <p className="return-check-head red">{t('returns.check.unread')}</p>
            <p>{why}</p>
            <Button isSmall onPress={() => onGo(key)}>
              {t('returns.check.go')}
            </Button>
          </li>
        ))}
        {listed
          .filter(({ kind }) => kind === 'error')
          .map((finding) => (
            <Item key={`${finding.key} ${finding.check}`} finding={finding} {...props} />
          ))}
        {listed
          .filter(({ kind, hasReason }) => kind === 'warning' && !hasReason)
          .map((finding) => (
            <Item key={`${finding.key} ${finding.check}`} finding={finding} {...props} />
          ))}
        {blank.length > 0 && (
          <li>
            <p className="return-check-head">{t('returns.blanks', { count: blank.length })}</p>
            {blank.slice(0, BLANKS_SHOWN).map((finding) => (
              <Blank key={finding.key} finding={finding} {...props} />
            ))}
            {blank.length > BLANKS_SHOWN && (
              <p className="muted small">
                {t('returns.blanks.more', { count: blank.length - BLANKS_SHOWN })}
              </p>
            )}
          </li>
        )}
        {mayEdit && rows.size > 0 && data.allowed.includes('take_offers') && (
          <li>
            <p className="return-check-head accent">{t('returns.offers', { count: rows.size })}</p>
            <Button isSmall onPress={onOffers}>
              {t('returns.offers.look')}
            </Button>
          </li>
        )}
        <Reasons findings={listed} cells={entry.byKey} onGo={onGo} />
        {isClean && <li className="return-clean">{t('returns.checks.clean')}</li>}
      </ul>
    </Section>
  )
}

type ItemProps = PanelProps & { readonly finding: Finding }

function Item({ finding, entry, activeKey, mayEdit, onGo }: ItemProps) {
  const { key, kind, suggestion } = finding
  const cell = entry.byKey.get(key)
  const isError = kind === 'error'
  return (
    <li className={key === activeKey ? 'return-check-on' : ''}>
      <p className={`return-check-head ${isError ? 'red' : 'amber'}`}>
        <Triangle isFilled={isError} />
        {headline(finding)}
        <button type="button" className="text-button" onClick={() => onGo(key)}>
          {finding.rowName ?? t('returns.check.go')}
        </button>
      </p>
      <p>{said(finding)}</p>
      {mayEdit && cell && !cell.isReadOnly ? (
        <>
          {!isError && (
            <ReasonField
              key={`${key} ${cell.value}`}
              cell={cell}
              onSay={(words) => entry.setReason(key, words)}
            />
          )}
          <span className="return-check-ways">
            {suggestion !== null && (
              <Button isSmall onPress={() => entry.answer([key], suggestion)}>
                {t('returns.check.take', { value: writeNumber(suggestion) })}
              </Button>
            )}
            {isError && (
              <Button isSmall onPress={() => onGo(key)}>
                {t('returns.check.go')}
              </Button>
            )}
          </span>
        </>
      ) : null}
    </li>
  )
}

function Triangle({ isFilled }: { isFilled: boolean }) {
  return (
    <svg viewBox="0 0 12 12" className="return-triangle" aria-hidden="true">
      <path
        d="M6 1.500 11 10.500H1Z"
        fill={isFilled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.500"
      />
    </svg>
  )
}

function headline({ check, suggestion }: Finding): string {
  switch (check) {
    case 'estimate':
    case 'negative':
    case 'whole':
    case 'part':
    case 'sum':
    case 'balance':
    case 'scale':
    case 'ratio':
    case 'below_changed':
    case 'below_other':
      return t(`returns.check.${check}`)
    case 'change':
      return suggestion === null ? t('returns.check.change') : t('returns.check.swapped')
    default:
      return t('returns.check.other')
  }
}

/** Why the value is right all the same; Enter keeps it. */
function ReasonField({ cell, onSay }: { cell: ReturnCell; onSay: (words: string) => void }) {
  const [words, setWords] = useState('')
  const value = cell.value === null ? '' : writeNumber(cell.value)
  return (
    <form
      className="return-reason"
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim()) onSay(words)
      }}
    >
      <input
        value={words}
        maxLength={1000}
        aria-label={t('returns.check.reason', { value })}
        placeholder={t('returns.check.reason', { value })}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button type="submit" isSmall isDisabled={!words.trim()}>
        {t('returns.check.keep', { value })}
      </Button>
    </form>
  )
}

function Blank({ finding, entry, mayEdit, onGo }: ItemProps) {
  const { key, rowName } = finding
  const cell = entry.byKey.get(key)
  const [group = ''] = cell ? entry.columnWords(cell).split(',') : []
  const name = cell
    ? `${(rowName ?? '').replace(/^HTX /, '')}, ${group.toLowerCase()}`
    : said(finding)
  return (
    <div className="return-blank">
      <button type="button" className="text-button" onClick={() => onGo(key)}>
        {name}
      </button>
      {mayEdit && cell && (
        <>
          <Button isSmall onPress={() => entry.answer([key], 0)} aria-label={`${name}: 0`}>
            0
          </Button>
          <Button
            isSmall
            onPress={() => entry.answer([key], 'none')}
            aria-label={`${name}: ${t('returns.cell.none')}`}
          >
            {t('returns.cell.none')}
          </Button>
        </>
      )}
    </div>
  )
}

/** Warnings that have their reason: for whoever reads the return. */
function Reasons(props: {
  findings: readonly Finding[]
  cells: ReadonlyMap<string, ReturnCell>
  onGo: (key: string) => void
}) {
  const explained = props.findings.filter(({ kind, hasReason }) => kind === 'warning' && hasReason)
  return explained.map((finding) => (
    <li key={`${finding.key} ${finding.check}`} className="return-explained">
      <p className="return-check-head">
        {headline(finding)}
        <button type="button" className="text-button" onClick={() => props.onGo(finding.key)}>
          {finding.rowName ?? t('returns.check.go')}
        </button>
      </p>
      <p>{said(finding)}</p>
      <p>{t('returns.fact.reason', { reason: props.cells.get(finding.key)?.reason ?? '' })}</p>
    </li>
  ))
}
