import { IconArrowBackUp, IconFileSpreadsheet } from '@tabler/icons-react'
import type { ReportLine } from '@hopluc/shared/reorganisation-report'
import type { Reorganisation } from '@hopluc/shared/reorganisations'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { Columns, Section } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Notice, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { HeldList } from './holding-part.tsx'
import { downloadReport, reportQuery, useStep } from './queries.ts'
import { inWords } from './words.ts'

const SHOWN = 200

const COLUMNS = (): Column<ReportLine>[] => [
  {
    id: 'what',
    head: t('reorganisations.report.what'),
    phone: 'line',
    width: '200px',
    cell: ({ what }) => inWords(what),
  },
  {
    id: 'subject',
    head: t('reorganisations.report.subject'),
    phone: 'title',
    cell: ({ subject }) => subject,
  },
  { id: 'from', head: t('reorganisations.report.from'), phone: 'line', cell: ({ from }) => from },
  { id: 'to', head: t('reorganisations.report.to'), phone: 'line', cell: ({ to }) => to },
  {
    id: 'count',
    head: t('reorganisations.report.count'),
    isFigure: true,
    phone: 'end',
    width: '90px',
    cell: ({ count }) => (count === null ? '' : formatNumber(count)),
  },
]

/** What moved: in all, and line by line as in the Excel file. */
export function DonePart({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(reportQuery(id))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton rows={10} />
  const lines = data.lines.slice(0, SHOWN)
  return (
    <Columns
      width={336}
      aside={
        <Section title={t('reorganisations.held')}>
          <HeldList held={data.held} />
        </Section>
      }
    >
      <Section
        title={t('reorganisations.report')}
        note={
          data.lines.length > SHOWN &&
          t('reorganisations.report.some', {
            shown: formatNumber(SHOWN),
            all: formatNumber(data.lines.length),
          })
        }
        more={
          <Button isSmall icon={IconFileSpreadsheet} onPress={() => void downloadReport(id)}>
            Excel
          </Button>
        }
      >
        <Table
          label={t('reorganisations.report')}
          columns={COLUMNS().filter(
            ({ id: one }) => one !== 'from' || lines.some(({ from }) => from),
          )}
          rows={lines}
          rowKey={(line) => `${line.module} ${lines.indexOf(line)}`}
          empty={<EmptyState>{t('reorganisations.report.none')}</EmptyState>}
        />
      </Section>
    </Columns>
  )
}

/** Taken back from the last step to the first; refused with what rests on it. */
export function UndoButton({ reorganisation }: { reorganisation: Reorganisation }) {
  const { id, version, allowed, act } = reorganisation
  const undo = useStep(id, 'undo')
  const [isAsked, setAsked] = useState(false)
  if (!allowed.includes('undo') && !undo.error) return null
  return (
    <>
      <Button icon={IconArrowBackUp} onPress={() => setAsked(true)}>
        {t('reorganisations.undo')}
      </Button>
      <Confirm
        title={t('reorganisations.undo')}
        action={t('reorganisations.undo')}
        kind="danger"
        isOpen={isAsked}
        isPending={undo.isPending}
        onConfirm={() => undo.mutate(version, { onSuccess: () => setAsked(false) })}
        onClose={() => {
          setAsked(false)
          undo.reset()
        }}
      >
        <p>{t('reorganisations.undo.text', { act })}</p>
        {undo.error && (
          <Notice kind="error">
            {sentence(undo.error)}
            {undo.error instanceof ApiError && (
              <ul className="issues">
                {undo.error.issues.map(({ path, message }) => (
                  <li key={path}>{message}</li>
                ))}
              </ul>
            )}
          </Notice>
        )}
      </Confirm>
    </>
  )
}
