import './masked.css'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type Masked, Revealed } from '@hopluc/shared/personal-data'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api } from '../lib/api.ts'
import { t } from '../lib/i18n.ts'
import { Button } from './button.tsx'
import { type Purpose, PurposeDialog } from './purpose-dialog.tsx'

export interface MaskedTextProps {
  /** As the server sent it; the whole value is not on the page until it was asked for. */
  readonly value: Masked | null
  /** What it is and whose, read aloud with the button: "Số điện thoại của Trần Thị Hạnh". */
  readonly label: string
  readonly empty?: ReactNode
}

/**
 * A value of a person. Masked, it has a button that asks for a purpose; the server writes the reading
 * down before it sends the value, which stands here until it is hidden or the page is left.
 */
export function MaskedText({ value, label, empty }: MaskedTextProps) {
  const [isAsking, setAsking] = useState(false)
  const { mutate, isPending, error, data, reset } = useMutation({
    gcTime: 0,
    mutationFn: ({ field, recordId, ...purpose }: Purpose & Pick<Masked, 'field' | 'recordId'>) =>
      api.post('/personal-data/reveal', { field, recordId, ...purpose }, Revealed),
    onSuccess: () => setAsking(false),
  })
  if (!value) return empty ?? <span className="muted">{t('personal.none')}</span>
  const { field, recordId } = value
  const close = () => {
    setAsking(false)
    reset()
  }
  return (
    <span className="masked">
      <span className="figures">{data?.value ?? value.shown}</span>
      {data && (
        <Button
          isSmall
          kind="quiet"
          icon={IconEyeOff}
          aria-label={t('personal.hide.of', { label })}
          onPress={reset}
        >
          {t('personal.hide')}
        </Button>
      )}
      {!data && value.mayReveal && (
        <Button
          isSmall
          kind="quiet"
          icon={IconEye}
          aria-label={t('personal.show.of', { label })}
          onPress={() => setAsking(true)}
        >
          {t('personal.show')}
        </Button>
      )}
      {isAsking && (
        <PurposeDialog
          title={label}
          action={t('personal.show')}
          isPending={isPending}
          error={error}
          onSubmit={(purpose) => mutate({ field, recordId, ...purpose })}
          onClose={close}
        />
      )}
    </span>
  )
}
