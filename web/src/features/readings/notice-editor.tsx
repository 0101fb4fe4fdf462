import type { Notice, NoticeContent } from '@hopluc/shared/directives'
import { sentence } from '../../lib/api-error.ts'
import { NoticeContent as Content } from '@hopluc/shared/directives'
import { useDraft } from '../../lib/draft.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { FormRow } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice as NoticeLine } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { useNoticeChange } from './notice-queries.ts'

const MODES = ['TM', 'KT', 'TL', 'TUQ', 'Q', 'direct'] as const

/** The parts of the notice that are written by hand; kept on this machine until they are saved. */
export function NoticeEditor(props: { notice: Notice; onClose: () => void; onSaved: () => void }) {
  const { notice, onClose, onSaved } = props
  const draft = useDraft(`notice.${notice.documentId}.${notice.version}`, Content, notice.content)
  const change = useNoticeChange(notice.documentId)
  const { value } = draft
  const set = (patch: Partial<NoticeContent>) => draft.set({ ...value, ...patch })
  const sign = (patch: Partial<NoticeContent['signature']>) =>
    set({ signature: { ...value.signature, ...patch } })
  const filled = (text: string) => (text.trim() === '' ? null : text)
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
  const save = () =>
    change.mutate(
      { version: notice.version, content: { ...value, heard: value.heard } },
      {
        onSuccess: () => {
          draft.drop()
          onSaved()
          onClose()
        },
      },
    )
  return (
    <Drawer
      title={t('readings.notice.edit')}
      isOpen
      onClose={onClose}
      actions={
        <Button kind="primary" isPending={change.isPending} onPress={save}>
          {t('readings.notice.save')}
        </Button>
      }
    >
      <div className="form">
        {change.error && <NoticeLine kind="error">{sentence(change.error)}</NoticeLine>}
        <TextArea
          label={t('readings.notice.abstract')}
          value={value.abstract}
          onChange={(abstract) => set({ abstract })}
          rows={2}
        />
        <TextArea
          label={t('readings.notice.opening')}
          value={value.opening}
          onChange={(opening) => set({ opening })}
          rows={3}
        />
        <LinesField
          label={t('readings.notice.present')}
          value={value.present}
          onChange={(present) => set({ present: lines(present) })}
        />
        <TextArea
          label={t('readings.notice.heard')}
          value={value.heard ?? ''}
          onChange={(heard) => set({ heard: filled(heard) })}
          rows={2}
        />
        <TextArea
          label={t('readings.notice.leadIn')}
          value={value.leadIn}
          onChange={(leadIn) => set({ leadIn })}
          rows={2}
        />
        <LinesField
          label={t('readings.notice.evaluation')}
          value={value.evaluation}
          onChange={(evaluation) => set({ evaluation: lines(evaluation) })}
        />
        <RadioGroup
          label={t('readings.notice.grouping')}
          isRow
          choices={[
            { value: 'item', label: t('readings.notice.grouping.item') },
            { value: 'agency', label: t('readings.notice.grouping.agency') },
          ]}
          value={value.grouping}
          onChange={(grouping) => set({ grouping })}
        />
        <TextArea
          label={t('readings.notice.closing')}
          value={value.closing}
          onChange={(closing) => set({ closing })}
          rows={2}
        />
        <LinesField
          label={t('readings.notice.recipients')}
          value={value.recipients}
          onChange={(recipients) => set({ recipients: lines(recipients) })}
        />
        <FormRow>
          <TextField
            label={t('readings.notice.archive')}
            value={value.archive}
            onChange={(archive) => set({ archive })}
          />
          <TextField
            label={t('readings.notice.symbol')}
            value={value.symbol}
            onChange={(symbol) => set({ symbol })}
          />
        </FormRow>
        <FormRow>
          <Select
            label={t('readings.notice.mode')}
            options={MODES.map((one) => ({
              value: one,
              label: one === 'direct' ? t('readings.notice.mode.direct') : `${one}.`,
            }))}
            value={value.signature.mode}
            onChange={(mode) => sign({ mode })}
          />
          <TextField
            label={t('readings.notice.principal')}
            value={value.signature.principal ?? ''}
            onChange={(principal) => sign({ principal: filled(principal) })}
          />
        </FormRow>
        <FormRow>
          <TextField
            label={t('readings.notice.deputyFor')}
            value={value.signature.deputyFor ?? ''}
            onChange={(deputyFor) => sign({ deputyFor: filled(deputyFor) })}
          />
          <TextField
            label={t('readings.notice.post')}
            value={value.signature.post}
            onChange={(post) => sign({ post })}
          />
        </FormRow>
        <FormRow>
          <TextField
            label={t('readings.notice.signer')}
            value={value.signature.name ?? ''}
            onChange={(name) => sign({ name: filled(name) })}
          />
          <TextField
            label={t('readings.notice.officeHeld')}
            value={value.signature.officeHeld ?? ''}
            onChange={(officeHeld) => sign({ officeHeld: filled(officeHeld) })}
          />
        </FormRow>
      </div>
    </Drawer>
  )
}

/** One entry a line. */
function LinesField(props: {
  label: string
  value: readonly string[]
  onChange: (text: string) => void
}) {
  return (
    <TextArea
      label={props.label}
      hint={t('readings.notice.oneALine')}
      defaultValue={props.value.join('\n')}
      onChange={props.onChange}
      rows={3}
    />
  )
}
