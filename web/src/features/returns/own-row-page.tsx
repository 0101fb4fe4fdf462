import './returns.css'
import type { OwnRow } from '@hopluc/shared/return-deeds'
import { parseAnswer, writeNumber } from '@hopluc/shared/vietnamese-number'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import * as z from 'zod'
import { sentence } from '../../lib/api-error.ts'
import { useDraft } from '../../lib/draft.ts'
import { dayOf, formatDate } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { ownRowQuery, useOwnAnswer } from './queries.ts'

const route = getRouteApi('/app/returns/own/$id/$entityId')
const Typed = z.record(z.string(), z.string())

/** The row of one cooperative, filled in by itself; its commune takes it over or asks back. */
export function OwnRowPage() {
  const { id, entityId } = route.useParams()
  const { data, error, refetch } = useQuery(ownRowQuery(id, entityId))
  if (data) return <OwnForm key={`${id} ${entityId}`} row={data} />
  if (!error) return <PageSkeleton />
  return (
    <Page title={t('returns.own.title')}>
      <ErrorState error={error} onRetry={() => void refetch()} />
    </Page>
  )
}

type OwnCell = OwnRow['cells'][number]
const keyOf = ({ indicatorId, breakdownId }: OwnCell) => `${indicatorId}/${breakdownId}`
const shown = ({ value, isNone }: OwnCell) =>
  isNone ? 'x' : value === null ? '' : writeNumber(value)

function OwnForm({ row }: { row: OwnRow }) {
  const draft = useDraft(`own.${row.id}.${row.entity.id}`, Typed, {})
  const send = useOwnAnswer(row.id, row.entity.id)
  const [isTried, setTried] = useState(false)
  const textOf = (cell: OwnCell) => draft.value[keyOf(cell)] ?? shown(cell)
  const read = row.cells.map((cell) => ({ cell, said: parseAnswer(textOf(cell), cell.isWhole) }))
  const cells = read.flatMap(({ cell, said }) => {
    if (!said.ok) return []
    const before = cell.previous
    const value = said.value === 'same' ? before : said.value
    return [{ indicatorId: cell.indicatorId, breakdownId: cell.breakdownId, value }]
  })
  const isWhole = cells.length === row.cells.length && cells.every(({ value }) => value !== null)
  const save = () => {
    setTried(true)
    if (!isWhole || send.isPending) return
    send.mutate(
      { cells },
      {
        onSuccess: () => {
          draft.drop()
          toast(t('returns.own.done', { unit: row.unit }))
        },
      },
    )
  }
  const wrongIn = (text: string, said: ReturnType<typeof parseAnswer>) => {
    if (!said.ok) return language() === 'en' ? said.en : said.vi
    return isTried && text.trim() === '' ? t('returns.own.blank') : undefined
  }
  return (
    <Page
      title={row.title}
      shortTitle={row.form.code}
      crumbs={[{ label: t('returns.own.title'), to: '/returns/own' }]}
      lead={
        <>
          <span>{row.entity.name}</span>
          <span>{t('returns.due', { day: formatDate(row.dueOn) })}</span>
        </>
      }
    >
      {send.error && (
        <Notice kind="error">
          {sentence(send.error)} {t('returns.own.kept')}
        </Notice>
      )}
      {row.filledAt && (
        <Notice kind="info">
          {t(row.isTaken ? 'returns.own.isTaken' : 'returns.own.isSent', {
            day: formatDate(dayOf(row.filledAt)),
          })}
        </Notice>
      )}
      {!row.isOpen && <Notice kind="warning">{t('returns.own.isClosed')}</Notice>}
      <div className="return-own">
        <Form onSubmit={save} error={send.error} label={row.title}>
          {read.map(({ cell, said }) => {
            const key = keyOf(cell)
            const text = textOf(cell)
            return (
              <TextField
                key={key}
                label={[cell.group, cell.name].filter(Boolean).join(', ')}
                inputMode="decimal"
                autoComplete="off"
                isReadOnly={!row.isOpen}
                value={text}
                onChange={(next) => draft.set({ ...draft.value, [key]: next })}
                error={wrongIn(text, said)}
                hint={
                  cell.previous === null
                    ? undefined
                    : t('returns.fact.previous', { value: writeNumber(cell.previous) })
                }
              />
            )
          })}
          <p className="muted small">{t('returns.own.hint')}</p>
          {row.isOpen && (
            <Button kind="primary" type="submit" isPending={send.isPending}>
              {t('returns.own.send')}
            </Button>
          )}
        </Form>
      </div>
    </Page>
  )
}
