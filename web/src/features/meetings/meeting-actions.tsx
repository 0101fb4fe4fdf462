import { IconEdit } from '@tabler/icons-react'
import type { MeetingRecord } from '@hopluc/shared/meetings'
import { lazy, Suspense, useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { ActionList, Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { useSession } from '../session/queries.ts'
import { useMeetingDeed } from './queries.ts'

const EditDialog = lazy(async () => ({ default: (await import('./edit-dialog.tsx')).EditDialog }))

const STEPS = ['invite', 'hold', 'conclude', 'reopen'] as const

/** Only what this person may do now; what comes next is the filled one. */
export function MeetingActions({ meeting }: { meeting: MeetingRecord }) {
  const { id, version, allowed, heldOn, invitedOn } = meeting
  const { today } = useSession()
  const [open, setOpen] = useState<'edit' | 'cancel' | undefined>()
  const { mutate, isPending, error, variables } = useMeetingDeed(id)
  const steps = STEPS.filter((step) => allowed.includes(step)).filter(
    (step) => step !== 'invite' || heldOn !== null,
  )
  if (allowed.length === 0) return null
  const isDue = heldOn !== null && heldOn <= today
  const next = steps.find((step) => step !== 'invite' || (invitedOn === null && !isDue))
  const running = isPending && variables?.deed === 'step' ? variables.command.action : undefined
  return (
    <Section title={t('meetings.page.actions')}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <ActionList>
        {steps.map((action) => (
          <Button
            key={action}
            isWide
            kind={action === next ? 'primary' : 'plain'}
            isPending={running === action}
            onPress={() => mutate({ deed: 'step', command: { action, version } })}
          >
            {t(`meetings.action.${action}`)}
          </Button>
        ))}
        {allowed.includes('edit') && (
          <Button isWide icon={IconEdit} onPress={() => setOpen('edit')}>
            {t('meetings.action.edit')}
          </Button>
        )}
        {allowed.includes('cancel') && (
          <Button isWide onPress={() => setOpen('cancel')}>
            {t('meetings.action.cancel')}
          </Button>
        )}
      </ActionList>
      {open === 'edit' && (
        <Suspense>
          <EditDialog meeting={meeting} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
      <Confirm
        title={t('meetings.action.cancel')}
        action={t('meetings.action.cancel')}
        kind="danger"
        isOpen={open === 'cancel'}
        isPending={running === 'cancel'}
        onClose={() => setOpen(undefined)}
        onConfirm={() =>
          mutate(
            { deed: 'step', command: { action: 'cancel', version } },
            { onSettled: () => setOpen(undefined) },
          )
        }
      >
        {t('meetings.cancel.ask')}
      </Confirm>
    </Section>
  )
}
