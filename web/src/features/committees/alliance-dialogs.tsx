import { type Alliance, BoardKind, type Congress } from '@hopluc/shared/alliances'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { DocumentPicker } from '../documents/document-picker.tsx'
import { areWhole, type Joining, MembersEditor } from '../organisation/members-editor.tsx'
import { useSession } from '../session/queries.ts'
import { useElect, useKeepCongress } from './queries.ts'

interface Props {
  readonly alliance: Alliance
  readonly onClose: () => void
}

/** A congress that was held, and the term that begins with it; one that is given is put right. */
export function CongressDialog({ alliance, congress, onClose }: Props & { congress?: Congress }) {
  const { today } = useSession()
  const last = alliance.congresses[0]
  const [number, setNumber] = useState<number | null>(congress?.number ?? (last?.number ?? 0) + 1)
  const [term, setTerm] = useState(congress?.term ?? '')
  const [heldOn, setHeldOn] = useState<PlainDate | null>(congress?.heldOn ?? today)
  const [untilOn, setUntilOn] = useState<PlainDate | null>(congress?.untilOn ?? null)
  const [place, setPlace] = useState(congress?.place ?? '')
  const [delegates, setDelegates] = useState<number | null>(congress?.delegates ?? null)
  const [memberUnits, setMemberUnits] = useState<number | null>(
    congress ? congress.memberUnits : (last?.memberUnits ?? null),
  )
  const [resolution, setResolution] = useState(congress?.resolution ?? '')
  const [resolutionId, setResolutionId] = useState<Id | null>(congress?.resolutionId ?? null)
  const [charter, setCharter] = useState(congress?.charter ?? '')
  const [charterId, setCharterId] = useState<Id | null>(congress?.charterId ?? null)
  const { mutate, isPending, error } = useKeepCongress(alliance.id, congress)
  const title = t(congress ? 'alliances.congress.change' : 'alliances.congress')
  const isWhole = number && term.trim() && heldOn && untilOn
  const save = () => {
    if (!number || !term.trim() || !heldOn || !untilOn) return
    mutate(
      {
        number,
        term,
        heldOn,
        untilOn,
        place: place.trim() || null,
        delegates,
        memberUnits,
        resolution: resolution.trim() || null,
        resolutionId,
        charter: charter.trim() || null,
        charterId,
      },
      {
        onSuccess: () => {
          onClose()
          toast(t('alliances.congress.done'), { kind: 'done' })
        },
      },
    )
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <FormRow>
          <NumberField
            label={t('alliances.congress.number')}
            value={number ?? Number.NaN}
            onChange={(value) => setNumber(Number.isNaN(value) ? null : value)}
            minValue={1}
          />
          <TextField label={t('alliances.congress.term')} value={term} onChange={setTerm} />
        </FormRow>
        <FormRow>
          <DatePicker
            label={t('alliances.congress.heldOn')}
            value={heldOn}
            onChange={setHeldOn}
            max={today}
          />
          <DatePicker
            label={t('alliances.congress.untilOn')}
            value={untilOn}
            onChange={setUntilOn}
          />
        </FormRow>
        <FormRow>
          <TextField label={t('alliances.congress.place')} value={place} onChange={setPlace} />
          <NumberField
            label={t('alliances.congress.delegates')}
            value={delegates ?? Number.NaN}
            onChange={(value) => setDelegates(Number.isNaN(value) ? null : value)}
            minValue={1}
          />
          <NumberField
            label={t('alliances.congress.members')}
            value={memberUnits ?? Number.NaN}
            onChange={(value) => setMemberUnits(Number.isNaN(value) ? null : value)}
            minValue={0}
          />
        </FormRow>
        <FormRow>
          <TextField
            label={t('alliances.congress.resolution')}
            value={resolution}
            onChange={setResolution}
          />
          <DocumentPicker
            label={t('committees.paper')}
            value={resolutionId}
            onChange={setResolutionId}
          />
        </FormRow>
        <FormRow>
          <TextField
            label={t('alliances.congress.charter')}
            value={charter}
            onChange={setCharter}
          />
          <DocumentPicker label={t('committees.paper')} value={charterId} onChange={setCharterId} />
        </FormRow>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending} isDisabled={!isWhole}>
            {congress ? t('organisation.save') : title}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** A board as it was elected or appointed: all its members at once. */
export function ElectDialog({ alliance, onClose }: Props) {
  const { today } = useSession()
  const [kind, setKind] = useState<BoardKind>('executive')
  const [decision, setDecision] = useState(alliance.term?.resolution ?? '')
  const [decidedOn, setDecidedOn] = useState<PlainDate | null>(alliance.term?.heldOn ?? today)
  const [regulation, setRegulation] = useState('')
  const [joining, setJoining] = useState<Joining[]>([])
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useElect(alliance.id)
  const save = () => {
    setTried(true)
    if (!decision.trim() || !decidedOn || joining.length === 0 || !areWhole(joining)) return
    const known = alliance.boards.find((board) => board.kind === kind)
    mutate(
      {
        kind,
        version: known?.version ?? 0,
        decision,
        decidedOn,
        fromOn: decidedOn,
        regulation: regulation.trim() || null,
        members: joining.map(({ member }) => member),
      },
      {
        onSuccess: () => {
          onClose()
          toast(t('alliances.board.done'), { kind: 'done' })
        },
      },
    )
  }
  return (
    <Dialog title={t('alliances.board.elect')} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('alliances.board.elect')}>
        <FormRow>
          <Select
            label={t('alliances.board.kind')}
            value={kind}
            onChange={setKind}
            options={BoardKind.options.map((one) => ({
              value: one,
              label: t(`alliances.board.${one}`),
            }))}
          />
          <TextField
            label={t('organisation.committee.decision')}
            value={decision}
            onChange={setDecision}
          />
          <DatePicker
            label={t('organisation.committee.decision.day')}
            value={decidedOn}
            onChange={setDecidedOn}
            max={today}
          />
        </FormRow>
        <TextField label={t('committees.regulation')} value={regulation} onChange={setRegulation} />
        <Section title={t('alliances.board.members')}>
          <MembersEditor joining={joining} onChange={setJoining} isTried={isTried} board={kind} />
        </Section>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('alliances.board.elect')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
