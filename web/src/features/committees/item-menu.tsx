import type { ItemDeed, Programme, ProgrammeItem } from '@hopluc/shared/programmes'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { DocumentPicker } from '../documents/document-picker.tsx'
import { AgencyPicker } from '../organisation/pickers.tsx'
import { type Chosen, UnitsPicker } from './entities-picker.tsx'
import { useMakeItem } from './queries.ts'

type Action = ItemDeed['action']

interface Props {
  readonly programme: Programme
  readonly item: ProgrammeItem
  readonly day: PlainDate
}

/** What can be made of an item: first what its kind asks for. */
function actionsOf({ kind, meetingId, taskId, documentId }: ProgrammeItem): Action[] {
  const first: Action[] =
    kind === 'meeting'
      ? ['plan_meeting']
      : kind === 'inspection'
        ? ['plan_inspections']
        : kind === 'report'
          ? ['draft_report', 'give_task']
          : ['give_task']
  return [...first, 'link_document', 'note_done', 'cancel'].flatMap((action) => {
    if (action === 'plan_meeting' && meetingId !== null) return []
    if (action === 'give_task' && taskId !== null) return []
    if (action === 'draft_report' && documentId !== null) return []
    return ACTIONS.filter((one) => one === action)
  })
}
const ACTIONS: readonly Action[] = [
  'plan_meeting',
  'plan_inspections',
  'draft_report',
  'give_task',
  'link_document',
  'note_done',
  'cancel',
]

export function ItemMenu(props: Props) {
  const { item } = props
  const [action, setAction] = useState<Action | null>(null)
  return (
    <>
      <Menu
        label={t('programmes.menu', { text: item.text })}
        actions={actionsOf(item).map((one) => ({
          id: one,
          label: t(`programmes.deed.${one}`),
          isDanger: one === 'cancel',
          run: () => setAction(one),
        }))}
      />
      {action && <DeedDialog {...props} action={action} onClose={() => setAction(null)} />}
    </>
  )
}

function DeedDialog(props: Props & { action: Action; onClose: () => void }) {
  const { programme, item, day, action, onClose } = props
  const [on, setOn] = useState<PlainDate | null>(action === 'note_done' ? day : item.dueOn)
  const [note, setNote] = useState('')
  const [agencyId, setAgency] = useState<Id | null>(item.lead?.id ?? null)
  const [documentId, setDocument] = useState<Id | null>(null)
  const [units, setUnits] = useState<readonly Chosen[]>([])
  const { mutate, isPending, error } = useMakeItem(programme.id, item.id)
  const title = t(`programmes.deed.${action}`)
  const deed = deedOf(action, { on, note, agencyId, documentId, units })
  const save = () => {
    if (!deed) return
    mutate(
      { version: programme.version, deed },
      {
        onSuccess: () => {
          onClose()
          toast(t('programmes.deed.done'), { kind: 'done' })
        },
      },
    )
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <p className="soft">{item.text}</p>
        {action === 'plan_meeting' && (
          <DatePicker label={t('programmes.deed.heldOn')} value={on} onChange={setOn} />
        )}
        {action === 'draft_report' && <p className="small">{t('programmes.deed.draft')}</p>}
        {action === 'give_task' && (
          <AgencyPicker label={t('programmes.deed.leads')} value={agencyId} onChange={setAgency} />
        )}
        {action === 'plan_inspections' && (
          <UnitsPicker label={t('committees.assign.units')} chosen={units} onChange={setUnits} />
        )}
        {action === 'link_document' && (
          <DocumentPicker label={t('committees.paper')} value={documentId} onChange={setDocument} />
        )}
        {action === 'note_done' && (
          <DatePicker label={t('programmes.deed.doneOn')} value={on} onChange={setOn} max={day} />
        )}
        {(action === 'note_done' || action === 'cancel') && (
          <TextArea label={t('programmes.deed.note')} value={note} onChange={setNote} rows={2} />
        )}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending} isDisabled={!deed}>
            {title}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

interface Filled {
  on: PlainDate | null
  note: string
  agencyId: Id | null
  documentId: Id | null
  units: readonly Chosen[]
}

/** The deed as it is sent, or nothing while something is missing. */
function deedOf(action: Action, filled: Filled): ItemDeed | undefined {
  const { on, note, agencyId, documentId, units } = filled
  switch (action) {
    case 'plan_meeting':
      return { action, heldOn: on }
    case 'give_task':
      return agencyId ? { action, leadIds: [agencyId] } : undefined
    case 'plan_inspections':
      return units.length > 0 ? { action, unitIds: units.map(({ value }) => value) } : undefined
    case 'draft_report':
      return { action }
    case 'link_document':
      return documentId ? { action, documentId } : undefined
    case 'note_done':
      return on && note.trim() ? { action, doneOn: on, note } : undefined
    case 'cancel':
      return note.trim() ? { action, note } : undefined
  }
}
