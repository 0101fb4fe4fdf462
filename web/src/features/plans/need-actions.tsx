import type { PlanNeeds } from '@hopluc/shared/plan-needs'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { AllotNeedsDialog, ChooseDialog, StateDialog } from './need-dialogs.tsx'

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
