import type { Committee } from '@hopluc/shared/committees'
import type { Id } from '@hopluc/shared/values'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useDraftDecision } from '../committees/queries.ts'
import { areWhole, type Joining } from './members-editor.tsx'
import { AgencyPicker } from './pickers.tsx'
import { WhoChanges } from './who-changes.tsx'

/** The draft of a consolidating decision: it goes out as Word and changes nothing by itself. */
export function DraftDialog({ committee, onClose }: { committee: Committee; onClose: () => void }) {
  const navigate = useNavigate()
  const [standingAgencyId, setStanding] = useState<Id | null>(committee.standingAgency.id)
  const [leaving, setLeaving] = useState<ReadonlySet<Id>>(new Set())
  const [joining, setJoining] = useState<Joining[]>([])
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useDraftDecision(committee.id)
  const save = () => {
    setTried(true)
    if (!standingAgencyId || !areWhole(joining)) return
    mutate(
      { standingAgencyId, leaving: [...leaving], joining: joining.map(({ member }) => member) },
      {
        onSuccess: ({ documentId }) => {
          onClose()
          toast(t('committees.draft.done'), { kind: 'done' })
          void navigate({ to: '/documents/$id', params: { id: documentId } })
        },
      },
    )
  }
  return (
    <Dialog title={t('committees.draft')} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <p className="soft organisation-intro">{t('committees.draft.text')}</p>
      <Form onSubmit={save} error={error} label={t('committees.draft')}>
        <AgencyPicker
          label={t('organisation.committee.standing')}
          value={standingAgencyId}
          onChange={setStanding}
        />
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
            {t('committees.draft.do')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
