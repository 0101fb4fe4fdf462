import type { PlanNeeds } from '@hopluc/shared/plan-needs'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { useAttempt } from '../tasks/attempt.ts'
import { AllotNeedsDialog, ChooseDialog, StateDialog } from './need-dialogs.tsx'
import { useRemindNeeds } from './needs-queries.ts'

type Open = 'choose' | 'budget' | 'state' | null

/** What the signed-in person may do in the round now. */
export function NeedActions({ data }: { data: PlanNeeds }) {
  const [open, setOpen] = useState<Open>(null)
  const { allowed, policies } = data
  const close = () => setOpen(null)
  return (
    <>
      {allowed.includes('choose') && (
        <Button onPress={() => setOpen('choose')}>{t('needs.choose')}</Button>
      )}
      {allowed.includes('allot') && policies.length > 0 && (
        <Button onPress={() => setOpen('budget')}>{t('needs.budget')}</Button>
      )}
      {allowed.includes('state') && policies.length > 0 && (
        <Button kind="primary" onPress={() => setOpen('state')}>
          {t('needs.state')}
        </Button>
      )}
      {open === 'choose' && <ChooseDialog data={data} onClose={close} />}
      {open === 'budget' && <AllotNeedsDialog data={data} agency={null} onClose={close} />}
      {open === 'state' && <StateDialog data={data} onClose={close} />}
    </>
  )
}

/** Everybody who has not said anything is told, once a day. */
export function RemindButton({ data: { plan } }: { data: PlanNeeds }) {
  const remind = useRemindNeeds(plan.id)
  const { keyFor } = useAttempt()
  return (
    <Button
      isSmall
      isPending={remind.isPending}
      onPress={() =>
        remind.mutate(keyFor({ plan: plan.id }), {
          onSuccess: ({ reminded, withoutAccount }) =>
            toast(
              withoutAccount === 0
                ? t('needs.reminded', { count: reminded })
                : t('needs.reminded.some', { count: reminded, others: withoutAccount }),
            ),
          onError: (error) => toast(sentence(error), { kind: 'late' }),
        })
      }
    >
      {t('needs.remind')}
    </Button>
  )
}
