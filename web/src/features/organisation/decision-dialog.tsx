import type { Committee } from '@hopluc/shared/committees'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { DocumentPicker } from '../documents/document-picker.tsx'
import { areWhole, type Joining } from './members-editor.tsx'
import { AgencyPicker } from './pickers.tsx'
import { useDecide } from './queries.ts'
import { WhoChanges } from './who-changes.tsx'

/** Consolidation (kiện toàn): the paper, who leaves and who joins by it. */
export function DecisionDialog(props: {
  committee: Committee
  /** The signed paper of a draft: its changes are filled in. */
  draft: Committee['drafts'][number] | undefined
  today: PlainDate
  onClose: () => void
}) {
  const { committee, draft, today, onClose } = props
  const proposal = draft?.proposal
  const last = committee.decisions[0]
  const [decision, setDecision] = useState(draft?.symbol ?? '')
  const [decidedOn, setDecidedOn] = useState<PlainDate | null>(draft?.issuedOn ?? today)
  const [fromOn, setFromOn] = useState<PlainDate | null>(draft?.issuedOn ?? today)
  const [standingAgencyId, setStanding] = useState<Id | null>(
    proposal?.standingAgencyId ?? committee.standingAgency.id,
  )
  const [documentId, setDocument] = useState<Id | null>(draft?.documentId ?? null)
  const [regulation, setRegulation] = useState(last?.regulation ?? '')
  const [regulationId, setRegulationId] = useState<Id | null>(last?.regulationId ?? null)
  const [leaving, setLeaving] = useState<ReadonlySet<Id>>(new Set(proposal?.leaving))
  const [joining, setJoining] = useState<Joining[]>(
    (proposal?.joining ?? []).map((member, key) => ({ key, member })),
  )
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useDecide(committee.id)
  const isBoard = committee.board !== null
  const title = t(isBoard ? 'alliances.board.decide' : 'organisation.committee.decide')
  const missing = (value: unknown) => (isTried && !value ? t('organisation.required') : undefined)
  const save = () => {
    setTried(true)
    if (!decision.trim() || !decidedOn || !fromOn || !standingAgencyId || !areWhole(joining)) return
    mutate(
      {
        version: committee.version,
        decision,
        decidedOn,
        fromOn,
        standingAgencyId,
        documentId,
        regulation: regulation.trim() || null,
        regulationId,
        leaving: [...leaving],
        joining: joining.map(({ member }) => member),
      },
      {
        onSuccess: () => {
          onClose()
          toast(t(isBoard ? 'alliances.board.done' : 'organisation.committee.decide.done'))
        },
      },
    )
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <FormRow>
          <TextField
            label={t(
              isBoard ? 'alliances.board.decision' : 'organisation.committee.decision.number',
            )}
            name="decision"
            value={decision}
            onChange={setDecision}
            error={missing(decision.trim())}
          />
          <DateField
            label={t('organisation.committee.decision.day')}
            value={decidedOn}
            onChange={setDecidedOn}
            error={missing(decidedOn)}
          />
          <DateField
            label={t('organisation.field.fromOn')}
            value={fromOn}
            onChange={setFromOn}
            error={missing(fromOn)}
          />
        </FormRow>
        <FormRow>
          {!isBoard && (
            <AgencyPicker
              label={t('organisation.committee.standing')}
              value={standingAgencyId}
              onChange={setStanding}
              error={missing(standingAgencyId)}
            />
          )}
          {!draft && (
            <DocumentPicker
              label={t('committees.decision.paper')}
              value={documentId}
              onChange={setDocument}
            />
          )}
        </FormRow>
        <FormRow>
          <TextField
            label={t('committees.regulation')}
            value={regulation}
            onChange={setRegulation}
          />
          <DocumentPicker
            label={t('committees.regulation.paper')}
            value={regulationId}
            onChange={setRegulationId}
            known={last?.regulation ?? undefined}
          />
        </FormRow>
        <WhoChanges
          committee={committee}
          leaving={leaving}
          onLeaving={setLeaving}
          joining={joining}
          onJoining={setJoining}
          isTried={isTried}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('organisation.committee.decide.do')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
