import type { LeaderItem } from '@hopluc/shared/committee-work'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { unitWords } from '../organisation/words.ts'
import { useSession } from '../session/queries.ts'
import { MeetDialog } from './meet-dialog.tsx'
import { entitySearchQuery, leadersQuery, useAddLeader, useEndLeader } from './queries.ts'

/** Leaders in charge of cooperatives and of communes without a committee; met or not in the quarter. */
export function LeadersSection(props: { under: Id | undefined; asOf: PlainDate | undefined }) {
  const { data: page } = useSuspenseQuery(leadersQuery(props))
  const [isAdding, setAdding] = useState(false)
  const [meeting, setMeeting] = useState<LeaderItem | null>(null)
  const [ending, setEnding] = useState<LeaderItem | null>(null)
  const quarter = `${page.quarter.slice(-1)}/${page.quarter.slice(0, 4)}`
  return (
    <Section
      title={t('committees.leaders')}
      note={t('committees.leaders.met', { quarter, met: page.met, total: page.total })}
      more={
        page.allowed.includes('add') && (
          <Button isSmall onPress={() => setAdding(true)}>
            {t('committees.leaders.add')}
          </Button>
        )
      }
    >
      <Table
        label={t('committees.leaders')}
        columns={columns(setMeeting, setEnding)}
        rows={page.items}
        rowKey={({ id }) => id}
        rowName={({ office }) => office}
        isTall
        empty={<EmptyState>{t('committees.leaders.none')}</EmptyState>}
      />
      {isAdding && <LeaderDialog onClose={() => setAdding(false)} />}
      {ending && <EndLeaderDialog leader={ending} onClose={() => setEnding(null)} />}
      {meeting && <MeetDialog row={{ duty: meeting }} onClose={() => setMeeting(null)} />}
    </Section>
  )
}

const columns = (
  onMeet: (item: LeaderItem) => void,
  onEnd: (item: LeaderItem) => void,
): Column<LeaderItem>[] => [
  {
    id: 'holder',
    head: t('committees.leaders.who'),
    phone: 'title',
    cell: ({ holder, office, body, isDemo }) => (
      <>
        <strong>{holder ? `${holder}, ${office}` : office}</strong>
        <small>
          {body.shortName} {isDemo && <DemoMark />}
        </small>
      </>
    ),
  },
  {
    id: 'of',
    head: t('committees.areas'),
    phone: 'line',
    cell: ({ unit, entity, place }) => (
      <>
        {unit ? unitWords(unit) : (entity?.name ?? t('committees.worklist.hidden'))}
        {place && <small>{place}</small>}
      </>
    ),
  },
  {
    id: 'met',
    head: t('committees.met'),
    phone: 'end',
    cell: ({ unit, met }) => {
      if (unit) return '–'
      const [last] = met
      return last ? (
        <Status kind="done">{formatDate(last.metOn)}</Status>
      ) : (
        <Status kind="missing">{t('committees.notMet')}</Status>
      )
    },
  },
  {
    id: 'meet',
    head: <span className="for-readers">{t('organisation.actions')}</span>,
    phone: 'none',
    cell: (item) => (
      <span className="committees-deeds">
        {item.allowed.includes('meet') && (
          <Button isSmall onPress={() => onMeet(item)}>
            {t('committees.meet')}
          </Button>
        )}
        {item.allowed.includes('end') && (
          <Button isSmall onPress={() => onEnd(item)}>
            {t('committees.leaders.end')}
          </Button>
        )}
      </span>
    ),
  },
]

/** Asks for the last day in charge; what was done until then stays. */
function EndLeaderDialog({ leader, onClose }: { leader: LeaderItem; onClose: () => void }) {
  const { today } = useSession()
  const [untilOn, setUntilOn] = useState<PlainDate | null>(today)
  const { mutate, isPending, error } = useEndLeader(leader.id)
  const done = () => {
    onClose()
    toast(t('committees.leaders.end.done'), { kind: 'done' })
  }
  const end = () => untilOn && mutate({ version: leader.version, untilOn }, { onSuccess: done })
  const { holder, office, unit, entity } = leader
  const of = unit ? unitWords(unit) : (entity?.name ?? t('committees.worklist.hidden'))
  return (
    <Dialog title={t('committees.leaders.end')} isOpen onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <p>{t('committees.leaders.end.text', { name: holder || office, of })}</p>
      <Form onSubmit={end} error={error} label={t('committees.leaders.end')}>
        <DatePicker
          label={t('organisation.field.untilOn')}
          value={untilOn}
          onChange={setUntilOn}
          min={leader.fromOn}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending} isDisabled={!untilOn}>
            {t('committees.leaders.end')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** Of one's own commune: the leader who is in charge of it, or of one of its cooperatives. */
function LeaderDialog({ onClose }: { onClose: () => void }) {
  const { today } = useSession()
  const [holderName, setName] = useState('')
  const [holderOffice, setOffice] = useState('')
  const [entityId, setEntity] = useState<Id | null>(null)
  const [decision, setDecision] = useState('')
  const [fromOn, setFromOn] = useState<PlainDate | null>(today)
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(entitySearchQuery(words))
  const { mutate, isPending, error } = useAddLeader()
  const save = () => {
    if (!holderOffice.trim() || !fromOn) return
    mutate(
      { holderName, holderOffice, entityId, decision: decision.trim() || null, fromOn },
      {
        onSuccess: () => {
          onClose()
          toast(t('committees.assign.done'), { kind: 'done' })
        },
      },
    )
  }
  return (
    <Dialog title={t('committees.leaders.add')} isOpen onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('committees.leaders.add')}>
        <FormRow>
          <TextField
            label={t('organisation.committee.office')}
            value={holderOffice}
            onChange={setOffice}
          />
          <TextField
            label={t('organisation.committee.person')}
            value={holderName}
            onChange={setName}
          />
        </FormRow>
        <ComboBox
          label={t('committees.leaders.entity')}
          value={entityId}
          onChange={setEntity}
          options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onSearch={setWords}
          isSearching={isFetching}
        />
        <FormRow>
          <TextField
            label={t('organisation.committee.decision.number')}
            value={decision}
            onChange={setDecision}
          />
          <DatePicker label={t('organisation.field.fromOn')} value={fromOn} onChange={setFromOn} />
        </FormRow>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            isPending={isPending}
            isDisabled={!holderOffice.trim()}
          >
            {t('organisation.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
