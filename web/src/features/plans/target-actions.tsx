import type { Plan, Target, TargetAction } from '@hopluc/shared/plans'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { AllotDialog } from './allot-dialog.tsx'
import { ExplainDialog } from './explain-dialog.tsx'
import { useRemoveTarget } from './queries.ts'
import { RegisterDialog } from './register-dialog.tsx'
import { LinkDialog, WholeDialog } from './small-dialogs.tsx'
import { TargetDialog } from './target-dialog.tsx'
import { handDownWords } from './words.ts'

/** What the signed-in person may do with the target; of a red light first the explanation. */
export function TargetActions({ data, plan }: { data: Target; plan: Plan | undefined }) {
  const [open, setOpen] = useState<TargetAction | 'remove' | null>(null)
  const remove = useRemoveTarget(data.target.id)
  const navigate = useNavigate()
  const { allowed, target } = data
  const close = () => setOpen(null)
  const hasWholes = target.counted.by === 'share' && target.counted.wholes.length > 1
  const shown = allowed.filter((action) => action !== 'fix_whole' || hasWholes)
  const main = shown.includes('register')
    ? 'register'
    : target.verdict.light === 'red'
      ? 'ask_explanation'
      : undefined
  const mayRemove = allowed.includes('edit') && data.plan.state === 'draft'
  return (
    <>
      {mayRemove && (
        <Button kind="quiet" onPress={() => setOpen('remove')}>
          {t('targets.remove')}
        </Button>
      )}
      {shown.map((action) => (
        <Button
          key={action}
          kind={action === main ? 'primary' : 'plain'}
          onPress={() => setOpen(action)}
        >
          {action === 'fix_whole'
            ? t('targets.chooseWhole')
            : action === 'hand_down'
              ? handDownWords(data)
              : t(`targets.act.${action}`)}
        </Button>
      ))}
      {(open === 'edit' || open === 'adjust') && plan && (
        <TargetDialog plan={plan} target={data} onClose={close} />
      )}
      {open === 'hand_down' && plan && (
        <AllotDialog target={data} units={plan.units} onClose={close} />
      )}
      {open === 'register' && <RegisterDialog target={data} onClose={close} />}
      {open === 'ask_explanation' && <ExplainDialog target={data} onClose={close} />}
      {open === 'fix_whole' && <WholeDialog target={data} onClose={close} />}
      {open === 'link_task' && <LinkDialog target={data} onClose={close} />}
      <Confirm
        title={t('targets.remove')}
        action={t('targets.remove')}
        kind="danger"
        isOpen={open === 'remove'}
        isPending={remove.isPending}
        onConfirm={() =>
          remove.mutate(target.version, {
            onSuccess: () => void navigate({ to: '/plans/$id', params: { id: data.plan.id } }),
            onError: (error) => toast(sentence(error), { kind: 'late' }),
          })
        }
        onClose={close}
      >
        {target.words}
      </Confirm>
    </>
  )
}
