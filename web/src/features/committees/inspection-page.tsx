import './committees.css'
import { IconFileTypeDocx } from '@tabler/icons-react'
import type { Inspection, Remedy } from '@hopluc/shared/committee-work'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { DescriptionList } from '../../ui/marks.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { RecordHistory } from '../audit/record-history.tsx'
import { unitWords } from '../organisation/words.ts'
import { useSession } from '../session/queries.ts'
import { kindOf } from './inspection-columns.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { inspectionQuery, useCancelInspection, useGiveRemedy } from './queries.ts'
import { RecordDialog } from './record-dialog.tsx'

const route = getRouteApi('/app/organisation/inspections/$id')

/** One inspection: where, by whom, what was found, what has to be put right and what became of it. */
export function InspectionPage() {
  const { id } = route.useParams()
  const { asOf } = route.useSearch()
  const { today } = useSession()
  const { data: inspection } = useSuspenseQuery(inspectionQuery(id, asOf))
  const [open, setOpen] = useState<'record' | 'cancel' | 'edit' | null>(null)
  const paper = useMutation({ mutationFn: () => api.download(`/inspections/${id}/paper`) })
  const { allowed, state, body } = inspection
  return (
    <Page
      title={inspection.subject}
      shortTitle={t('inspections.title')}
      crumbs={[
        { label: t('inspections.list'), to: '/organisation/inspections' },
        { label: body.shortName, to: `/organisation/committees/${body.id}` },
      ]}
      actions={
        <>
          {state === 'made' && (
            <Button
              icon={IconFileTypeDocx}
              isPending={paper.isPending}
              onPress={() => paper.mutate()}
            >
              {t('inspections.paper')}
            </Button>
          )}
          {allowed.includes('edit') && (
            <Button onPress={() => setOpen('edit')}>{t('inspections.edit')}</Button>
          )}
          {allowed.includes('cancel') && (
            <Button kind="quiet" onPress={() => setOpen('cancel')}>
              {t('inspections.cancel')}
            </Button>
          )}
          {allowed.includes('record') && (
            <Button
              kind={state === 'planned' ? 'primary' : 'plain'}
              onPress={() => setOpen('record')}
            >
              {t('inspections.record')}
            </Button>
          )}
        </>
      }
      lead={
        <>
          <Status kind={kindOf(inspection, asOf ?? today)}>
            {t(`inspections.state.${state}`)}
          </Status>
          <Link to="/organisation" search={{ unit: inspection.unit.id }}>
            {unitWords(inspection.unit)}
          </Link>
          {inspection.entity && <span>{inspection.entity.name}</span>}
          {inspection.isDemo && <DemoMark />}
        </>
      }
    >
      {paper.error && <Notice kind="error">{sentence(paper.error)}</Notice>}
      <Columns
        width={336}
        aside={
          <>
            <Facts inspection={inspection} />
            {!asOf && <RecordHistory subject={id} />}
          </>
        }
      >
        <Section title={t('inspections.findings')}>
          {inspection.findings ? (
            <p className="committees-text">{inspection.findings}</p>
          ) : (
            <EmptyState>{t('inspections.findings.none')}</EmptyState>
          )}
        </Section>
        <Section title={t('inspections.remedies')}>
          <Table
            label={t('inspections.remedies')}
            columns={remedyColumns(inspection)}
            rows={inspection.remedies}
            rowKey={(remedy) => remedy.id}
            rowName={({ text }) => text}
            isTall
            empty={<EmptyState>{t('inspections.remedies.none')}</EmptyState>}
          />
        </Section>
      </Columns>
      {open === 'record' && <RecordDialog inspection={inspection} onClose={() => setOpen(null)} />}
      {open === 'edit' && (
        <PlanDialog committeeId={body.id} inspection={inspection} onClose={() => setOpen(null)} />
      )}
      {open === 'cancel' && <CancelDialog inspection={inspection} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Facts({ inspection }: { inspection: Inspection }) {
  const { leader, place, present, madeOn, plannedOn, nextOn } = inspection
  const items: [string, string | null][] = [
    [t('inspections.leader'), leader],
    [t('inspections.plannedOn'), formatDate(plannedOn)],
    [t('inspections.madeOn'), madeOn && formatDate(madeOn)],
    [t('inspections.place'), place],
    [t('inspections.present'), present],
    [t('inspections.nextOn'), nextOn && formatDate(nextOn)],
  ]
  return (
    <Section title={t('inspections.title')}>
      <DescriptionList
        items={items.flatMap(([term, value]) =>
          value ? [[term, <FactText key={term} text={value} />] as const] : [],
        )}
      />
    </Section>
  )
}

function FactText({ text }: { text: string }) {
  return <span className="committees-text">{text}</span>
}

const remedyColumns = (inspection: Inspection): Column<Remedy>[] => [
  {
    id: 'text',
    head: t('inspections.remedy'),
    phone: 'title',
    cell: ({ text, agency }) => (
      <>
        {text}
        <small>{agency.name}</small>
      </>
    ),
  },
  {
    id: 'due',
    head: t('inspections.remedy.due'),
    isFigure: true,
    phone: 'line',
    width: '110px',
    cell: ({ dueOn }) => formatDate(dueOn),
  },
  {
    id: 'task',
    head: <span className="for-readers">{t('organisation.actions')}</span>,
    phone: 'end',
    width: '180px',
    cell: (remedy) =>
      remedy.task ? (
        <Link to="/tasks/$id" params={{ id: remedy.task.id }}>
          {t('inspections.remedy.task', { code: remedy.task.code })}
        </Link>
      ) : (
        inspection.allowed.includes('give_task') && <Give inspection={inspection} remedy={remedy} />
      ),
  },
]

function Give({ inspection, remedy }: { inspection: Inspection; remedy: Remedy }) {
  const { mutate, isPending } = useGiveRemedy(inspection.id)
  return (
    <Button
      isSmall
      isPending={isPending}
      onPress={() =>
        mutate(
          { remedyId: remedy.id, version: inspection.version },
          {
            onSuccess: () => toast(t('inspections.remedy.given'), { kind: 'done' }),
            onError: (error) => toast(sentence(error), { kind: 'late' }),
          },
        )
      }
    >
      {t('inspections.remedy.give')}
    </Button>
  )
}

function CancelDialog(props: { inspection: Inspection; onClose: () => void }) {
  const { inspection, onClose } = props
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useCancelInspection(inspection.id)
  const cancel = () =>
    mutate(
      { version: inspection.version, reason },
      {
        onSuccess: () => {
          onClose()
          toast(t('inspections.cancel.done'))
        },
      },
    )
  return (
    <Dialog title={t('inspections.cancel')} isOpen onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={cancel} error={error} label={t('inspections.cancel')}>
        <TextArea label={t('inspections.cancel.reason')} value={reason} onChange={setReason} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="danger" type="submit" isPending={isPending} isDisabled={!reason.trim()}>
            {t('inspections.cancel')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
