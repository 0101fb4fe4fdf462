import type { Reorganisation, ReorganisationAction } from '@hopluc/shared/reorganisations'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { useStep } from './queries.ts'

const STEPS = ['apply', 'schedule', 'unschedule'] as const satisfies readonly ReorganisationAction[]

export interface StepButtonsProps {
  readonly reorganisation: Reorganisation
  /** Nothing is open and nothing wrong in the version that is shown. */
  readonly isReady: boolean
}

/** At once from its day on; before it, set down for the day, and taken off again. */
export function StepButtons({ reorganisation, isReady }: StepButtonsProps) {
  return STEPS.filter((step) => reorganisation.allowed.includes(step)).map((step) => (
    <Step key={step} {...{ reorganisation, isReady, step }} />
  ))
}

function Step({
  reorganisation,
  isReady,
  step,
}: StepButtonsProps & { step: (typeof STEPS)[number] }) {
  const { id, version, act, onDay } = reorganisation
  const { mutate, isPending, error, reset } = useStep(id, step)
  const [isAsked, setAsked] = useState(false)
  const close = () => {
    setAsked(false)
    reset()
  }
  return (
    <>
      <Button
        kind={step === 'unschedule' ? 'plain' : 'primary'}
        isDisabled={step !== 'unschedule' && !isReady}
        onPress={() => setAsked(true)}
      >
        {t(`reorganisations.${step}`)}
      </Button>
      <Confirm
        title={t(`reorganisations.${step}`)}
        action={t(`reorganisations.${step}`)}
        isOpen={isAsked}
        isPending={isPending}
        onConfirm={() => mutate(version, { onSuccess: close })}
        onClose={close}
      >
        <p>{t(`reorganisations.${step}.text`, { act, day: formatDate(onDay) })}</p>
        {error && <Notice kind="error">{sentence(error)}</Notice>}
      </Confirm>
    </>
  )
}
