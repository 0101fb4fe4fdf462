import './rural.css'
import { IconFileSpreadsheet, IconFileTypeDocx } from '@tabler/icons-react'
import {
  countWords,
  type RuralLine,
  type RuralSheet,
  RuralState,
} from '@hopluc/shared/rural-sheets'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { unitWords } from '../organisation/words.ts'
import { useOnce } from '../registry/use-once.ts'
import { useSession } from '../session/queries.ts'
import { savePaper, sheetQuery, useEnter } from './queries.ts'

const route = getRouteApi('/app/rural-sheets')

const KINDS: Record<RuralState, StatusKind> = { met: 'done', not_met: 'late', unknown: 'waiting' }

/** What a commune shows for the criteria of new rural areas about cooperatives. */
export function RuralSheetPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { post } = useSession()
  const { data, error, refetch } = useQuery(sheetQuery(search))
  const [line, setLine] = useState<RuralLine | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const paper = (as: 'docx' | 'xlsx') =>
    void savePaper({ unit: data.unit.id, year: data.year, as }).catch((fault: unknown) =>
      toast(sentence(fault), { kind: 'late' }),
    )
  return (
    <Page
      title={t('rural.title')}
      lead={t('rural.lead', { day: formatDate(data.asOf) })}
      actions={
        <>
          {post?.role === 'standing' && (
            <ButtonLink to="/rural-sheets/criteria">{t('rural.criteria')}</ButtonLink>
          )}
          <Button icon={IconFileSpreadsheet} onPress={() => paper('xlsx')}>
            {t('rural.excel')}
          </Button>
          <Button icon={IconFileTypeDocx} onPress={() => paper('docx')}>
            {t('rural.word')}
          </Button>
        </>
      }
    >
      <search className="rural-filters">
        {data.units.length > 1 && (
          <ComboBox
            label={t('rural.unit')}
            isLabelHidden
            value={data.unit.id}
            options={data.units.map((one) => ({ value: one.id, label: unitWords(one) }))}
            onChange={(unit) =>
              void navigate({ search: (now) => ({ ...now, unit: unit ?? undefined }) })
            }
          />
        )}
        <Select
          label={t('rural.year')}
          prefix={t('rural.year')}
          value={String(data.year)}
          options={[1, 0, -1, -2, -3].map((step) => {
            const value = String(data.year + step)
            return { value, label: value }
          })}
          onChange={(year) => void navigate({ search: (now) => ({ ...now, year: Number(year) }) })}
        />
      </search>
      <Table
        label={`${t('rural.title')}, ${unitWords(data.unit)}, ${data.year}`}
        columns={columns(data, setLine)}
        rows={data.lines}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        isTall
      />
      {line && <EntryDialog sheet={data} line={line} onClose={() => setLine(null)} />}
    </Page>
  )
}

const columns = (
  { counts, mayEnter }: RuralSheet,
  onEnter: (line: RuralLine) => void,
): readonly Column<RuralLine>[] => [
  {
    id: 'name',
    head: t('rural.line'),
    phone: 'title',
    cell: ({ name, legalBasis, isDemo }) => (
      <>
        {name} {isDemo && <DemoMark />}
        {legalBasis && <small>{legalBasis}</small>}
      </>
    ),
  },
  {
    id: 'threshold',
    head: t('rural.threshold'),
    cell: ({ threshold }) =>
      threshold ?? <span className="muted">{t('rural.threshold.none')}</span>,
  },
  {
    id: 'evidence',
    head: t('rural.evidence'),
    phone: 'line',
    cell: ({ source }) => source && countWords(source, counts)[language()],
  },
  {
    id: 'state',
    head: t('rural.state'),
    phone: 'line',
    cell: ({ state, note }) => (
      <>
        <Status kind={KINDS[state]}>{t(`rural.state.${state}`)}</Status>
        {note && <small>{note}</small>}
      </>
    ),
  },
  {
    id: 'enter',
    head: '',
    width: '130px',
    phone: 'end',
    cell: (line) =>
      mayEnter && (
        <Button isSmall onPress={() => onEnter(line)}>
          {t('rural.enter')}
        </Button>
      ),
  },
]

interface EntryProps {
  readonly sheet: RuralSheet
  readonly line: RuralLine
  readonly onClose: () => void
}

function EntryDialog({ sheet, line, onClose }: EntryProps) {
  const { mutate, error, isPending } = useEnter()
  const once = useOnce()
  const [state, setState] = useState<RuralState>(line.state)
  const [note, setNote] = useState(line.note ?? '')
  const save = () => {
    if (!once.begin()) return
    const { unit, year } = sheet
    const { id: criterionId, version } = line
    mutate(
      { unitId: unit.id, year, criterionId, state, note: note.trim() || null, version },
      {
        onSettled: once.end,
        onSuccess: () => {
          toast(t('rural.entered'))
          onClose()
        },
      },
    )
  }
  const title = t('rural.enter')
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <p>{line.name}</p>
        {line.source && (
          <p className="muted small">{countWords(line.source, sheet.counts)[language()]}</p>
        )}
        <RadioGroup
          label={t('rural.state')}
          value={state}
          onChange={setState}
          choices={RuralState.options.map((value) => ({ value, label: t(`rural.state.${value}`) }))}
        />
        <TextArea label={t('rural.note')} name="note" value={note} onChange={setNote} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('rural.keep')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
