import type { Review, ReviewMeeting, ReviewSource } from '@hopluc/shared/readings'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { FormRow } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** What the text is and of which meeting it tells: found in it, corrected here. */
export function FactsDialog(props: {
  review: Review
  isOpen: boolean
  onChange: (review: Review) => void
  onClose: () => void
}) {
  const { review, onChange } = props
  const { source, meeting } = review
  const setSource = (patch: Partial<ReviewSource>) =>
    onChange({ ...review, source: { ...source, ...patch } })
  const setMeeting = (patch: Partial<ReviewMeeting>) =>
    onChange({ ...review, meeting: { ...meeting, ...patch } })
  const filled = (value: string) => (value === '' ? null : value)
  return (
    <Drawer
      title={t('readings.facts.title')}
      isOpen={props.isOpen}
      onClose={props.onClose}
      actions={<Button onPress={props.onClose}>{t('readings.card.done')}</Button>}
    >
      <div className="form">
        <TextField
          label={t('readings.facts.name')}
          value={review.title}
          onChange={(title) => title.trim() !== '' && onChange({ ...review, title })}
        />
        <RadioGroup
          label={t('readings.facts.use')}
          choices={[
            { value: 'reference', label: t('readings.facts.reference') },
            { value: 'issued', label: t('readings.facts.issued') },
          ]}
          value={source.use}
          onChange={(use) => setSource({ use })}
        />
        <FormRow>
          <TextField
            label={t('readings.facts.symbol')}
            value={source.symbol ?? ''}
            onChange={(symbol) => setSource({ symbol: filled(symbol) })}
          />
          <DatePicker
            label={t('readings.facts.issuedOn')}
            hint={t('readings.facts.dayNote')}
            value={source.issuedOn}
            onChange={(issuedOn) => setSource({ issuedOn })}
          />
        </FormRow>
        <TextField
          label={t('readings.facts.issuer')}
          value={source.issuerName ?? ''}
          onChange={(issuerName) => setSource({ issuerName: filled(issuerName) })}
        />
        <FormRow>
          <TextField
            label={t('readings.facts.signer')}
            value={source.signerName ?? ''}
            onChange={(signerName) => setSource({ signerName: filled(signerName) })}
          />
          <TextField
            label={t('readings.facts.signerTitle')}
            value={source.signerTitle ?? ''}
            onChange={(signerTitle) => setSource({ signerTitle: filled(signerTitle) })}
          />
        </FormRow>
        <RadioGroup
          label={t('readings.facts.meeting')}
          choices={[
            { value: 'none', label: t('readings.facts.meeting.none') },
            { value: 'create', label: t('readings.facts.meeting.create') },
            ...(meeting.id
              ? [{ value: 'link' as const, label: t('readings.facts.meeting.link') }]
              : []),
          ]}
          value={meeting.use}
          onChange={(use) => setMeeting({ use })}
        />
        <FormRow>
          <DatePicker
            label={t('readings.facts.heldOn')}
            value={meeting.heldOn}
            onChange={(heldOn) => setMeeting({ heldOn })}
          />
          <TextField
            label={t('readings.facts.place')}
            value={meeting.place ?? ''}
            onChange={(place) => setMeeting({ place: filled(place) })}
          />
        </FormRow>
        <TextField
          label={t('readings.facts.chair')}
          value={meeting.chairName ?? ''}
          onChange={(chairName) => setMeeting({ chairName: filled(chairName) })}
        />
        <TextField
          label={t('readings.facts.chairTitle')}
          value={meeting.chairTitle ?? ''}
          onChange={(chairTitle) => setMeeting({ chairTitle: filled(chairTitle) })}
        />
      </div>
    </Drawer>
  )
}
