import './years.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { dayOf, formatDate } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { Status } from '../../../ui/status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import type { EntityPartProps } from '../sections.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { confirmationQuery, useConfirm, useMarkNational } from './queries.ts'
import { TakeBackDialog } from './take-back-dialog.tsx'

/** This year's round: "số liệu đúng", and whether the national system has it. */
export function ConfirmationSection({ entity, isPast }: EntityPartProps) {
  const { today, post } = useSession()
  const { data, error, refetch } = useQuery({ ...confirmationQuery(entity.id), enabled: !isPast })
  const confirm = useConfirm()
  const mark = useMarkNational()
  const [open, setOpen] = useState<'confirm' | 'take_back' | null>(null)
  if (isPast || (!error && !data?.row)) return null
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const { row, round } = data
  if (!row) return null
  const { year } = round
  const entityIds = [entity.id]
  const failed = { onError: (failure: Error) => toast(sentence(failure), { kind: 'late' }) }
  const say = () => {
    if (post?.role !== 'cooperative') return setOpen('confirm')
    confirm.mutate(
      { year, entityIds, note: null, fileId: null },
      { ...failed, onSuccess: () => toast(t('years.confirm.done', { count: 1 })) },
    )
  }
  return (
    <Section title={t('years.confirmation', { year })}>
      {row.way && row.at ? (
        <p>
          <Status kind="done">{t(`years.way.${row.way}`)}</Status>{' '}
          <span className="muted small">
            {[row.byWords, formatDate(dayOf(row.at)), row.note].filter(Boolean).join(', ')}
          </span>
        </p>
      ) : (
        <p>
          <Status kind={round.entityDue < today ? 'missingLate' : 'missing'}>
            {t('years.unconfirmed')}
          </Status>{' '}
          <span className="muted small">
            {t('years.window', {
              from: formatDate(round.windowFrom),
              until: formatDate(round.windowUntil),
              due: formatDate(round.entityDue),
            })}
          </span>
        </p>
      )}
      <p className="small">
        {row.nationalOn
          ? t('years.national.on', { day: formatDate(row.nationalOn) })
          : t('years.national.not')}
      </p>
      <p className="years-deeds">
        {data.mayConfirm && (
          <Button isSmall isPending={confirm.isPending} onPress={say}>
            {t('years.confirm')}
          </Button>
        )}
        {data.mayTakeBack && (
          <Button kind="quiet" isSmall onPress={() => setOpen('take_back')}>
            {t('years.takeBack')}
          </Button>
        )}
        {data.mayMarkNational && (
          <Button
            kind="quiet"
            isSmall
            isPending={mark.isPending}
            onPress={() =>
              mark.mutate({ year, entityIds, on: row.nationalOn ? null : today }, failed)
            }
          >
            {row.nationalOn ? t('years.national.undo') : t('years.national.mark')}
          </Button>
        )}
      </p>
      {open === 'confirm' && (
        <ConfirmDialog year={year} entityIds={entityIds} onClose={() => setOpen(null)} />
      )}
      {open === 'take_back' && (
        <TakeBackDialog year={year} entityIds={entityIds} onClose={() => setOpen(null)} />
      )}
    </Section>
  )
}
