import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type Programme, ProgrammeKind, type ProgrammeLine } from '@hopluc/shared/programmes'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { newId } from '../../lib/new-id.ts'
import { DocumentPicker } from '../documents/document-picker.tsx'
import { AgencyPicker } from '../organisation/pickers.tsx'
import { useIssueProgramme, useProgrammeItems } from './queries.ts'

type Line = Omit<ProgrammeLine, 'dueOn'> & { key: string; dueOn: PlainDate | null }

/** All lines of the programme, one under another. */
export function ItemsDialog({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const [lines, setLines] = useState<readonly Line[]>(
    programme.items.map(({ id, month, kind, text, lead, seat, product, dueOn }) => ({
      key: id,
      id,
      month,
      kind,
      text,
      leadId: lead?.id ?? null,
      seatId: seat?.id ?? null,
      product,
      dueOn,
    })),
  )
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useProgrammeItems(programme.id)
  const missing = (value: unknown) => (isTried && !value ? t('inspections.required') : undefined)
  const set = (key: string, change: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...change } : line)))
  const save = () => {
    setTried(true)
    const whole = lines.flatMap(({ key: _key, dueOn, ...line }) =>
      dueOn && line.text.trim() ? [{ ...line, dueOn, month: Number(dueOn.slice(5, 7)) }] : [],
    )
    if (whole.length < lines.length) return
    mutate(
      { version: programme.version, items: whole },
      {
        onSuccess: () => {
          onClose()
          toast(t('programmes.saved'), { kind: 'done' })
        },
      },
    )
  }
  const add = () =>
    setLines([
      ...lines,
      {
        key: newId(),
        month: 1,
        kind: 'meeting',
        text: '',
        leadId: null,
        seatId: null,
        product: null,
        dueOn: null,
      },
    ])
  return (
    <Dialog title={t('programmes.edit')} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('programmes.edit')}>
        {lines.map((line) => (
          <div key={line.key} className="committees-remedy">
            <TextField
              label={t('programmes.item')}
              value={line.text}
              onChange={(text) => set(line.key, { text })}
              error={missing(line.text.trim())}
            />
            <FormRow>
              <Select
                label={t('programmes.kind')}
                value={line.kind}
                onChange={(kind) => set(line.key, { kind })}
                options={ProgrammeKind.options.map((kind) => ({
                  value: kind,
                  label: t(`programmes.kind.${kind}`),
                }))}
              />
              <DatePicker
                label={t('programmes.due')}
                value={line.dueOn}
                onChange={(dueOn) => set(line.key, { dueOn })}
                error={missing(line.dueOn)}
              />
            </FormRow>
            <FormRow>
              <AgencyPicker
                label={t('programmes.lead')}
                value={line.leadId}
                onChange={(leadId) => set(line.key, { leadId })}
              />
              <TextField
                label={t('programmes.product')}
                value={line.product ?? ''}
                onChange={(product) => set(line.key, { product: product || null })}
              />
            </FormRow>
            <div>
              <Button
                kind="quiet"
                isSmall
                icon={IconTrash}
                onPress={() => setLines(lines.filter(({ key }) => key !== line.key))}
              >
                {t('programmes.remove')}
              </Button>
            </div>
          </div>
        ))}
        <div>
          <Button icon={IconPlus} onPress={add}>
            {t('programmes.add')}
          </Button>
        </div>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('organisation.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** The document by which the programme was issued. */
export function IssueDialog(props: {
  programme: Programme
  today: PlainDate
  onClose: () => void
}) {
  const { programme, today, onClose } = props
  const [paper, setPaper] = useState(programme.paper ?? '')
  const [issuedOn, setIssuedOn] = useState<PlainDate | null>(programme.issuedOn ?? today)
  const [documentId, setDocument] = useState<Id | null>(programme.documentId)
  const { mutate, isPending, error } = useIssueProgramme(programme.id)
  const save = () => {
    if (!paper.trim() || !issuedOn) return
    mutate(
      { version: programme.version, paper, issuedOn, documentId },
      {
        onSuccess: () => {
          onClose()
          toast(t('programmes.issue.done'), { kind: 'done' })
        },
      },
    )
  }
  return (
    <Dialog title={t('programmes.issue')} isOpen onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('programmes.issue')}>
        <FormRow>
          <TextField label={t('programmes.issue.paper')} value={paper} onChange={setPaper} />
          <DatePicker
            label={t('programmes.issue.on')}
            value={issuedOn}
            onChange={setIssuedOn}
            max={today}
          />
        </FormRow>
        <DocumentPicker label={t('committees.paper')} value={documentId} onChange={setDocument} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending} isDisabled={!paper.trim()}>
            {t('programmes.issue')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
