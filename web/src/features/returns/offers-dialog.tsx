import type { GridRow, ReturnCell } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import type { DialogsProps } from './desk-dialogs.tsx'
import { answerWords } from './panel-parts.tsx'
import { useDeed } from './queries.ts'

/** What cooperatives filled in themselves, beside what stands; chosen rows are taken over. */
export function OffersDialog(props: Omit<DialogsProps, 'dialog'>) {
  const { data, entry, owner, sync, today, onClose } = props
  const deed = useDeed(owner, data.id)
  const offered = entry.cells.filter(({ offer }) => offer !== null)
  const ids = [...new Set(offered.map(({ row }) => row))]
  const [left, setLeft] = useState<ReadonlySet<Id>>(new Set())
  const chosen = ids.filter((id) => !left.has(id))
  const take = async () => {
    if (!(await sync.flush())) return toast(t('returns.deed.unsaved'), { kind: 'late' })
    deed.mutate(
      { action: 'take_offers', version: data.version, entityIds: chosen },
      {
        onSuccess: () => {
          onClose()
          toast(t('returns.offers.taken', { count: chosen.length }))
        },
      },
    )
  }
  return (
    <Dialog
      title={t('returns.offers', { count: ids.length })}
      shape="drawer"
      isOpen
      onClose={onClose}
      isKept={deed.isPending}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={chosen.length === 0}
            isPending={deed.isPending}
            onPress={() => void take()}
          >
            {t('returns.offers.take', { count: chosen.length })}
          </Button>
        </>
      }
    >
      {deed.error && <Notice kind="error">{sentence(deed.error)}</Notice>}
      {ids.map((id) => {
        const cells = offered.filter(({ row }) => row === id)
        const [first] = cells
        return (
          <section key={id} className="return-offer">
            <Checkbox
              isSelected={!left.has(id)}
              onChange={(isOn) =>
                setLeft((before) => {
                  const next = new Set(before)
                  if (isOn) next.delete(id)
                  else next.add(id)
                  return next
                })
              }
            >
              <b>{first && entry.rowName(first)}</b>
            </Checkbox>
            {first?.offer && (
              <p className="muted small">
                {first.offer.byWords}, {formatInstant(first.offer.at, today)}
              </p>
            )}
            <dl className="return-both">
              {cells.map((cell) => (
                <Offered key={`${cell.indicatorId} ${cell.breakdownId}`} cell={cell} {...props} />
              ))}
            </dl>
          </section>
        )
      })}
    </Dialog>
  )
}

function Offered({ cell, entry }: Omit<DialogsProps, 'dialog'> & { cell: ReturnCell }) {
  const { offer, value, isNone } = cell
  if (!offer) return null
  const now = answerWords(isNone ? 'none' : value)
  const theirs = answerWords(offer.isNone ? 'none' : offer.value)
  return (
    <>
      <dt>{entry.columnWords(cell)}</dt>
      <dd className="figures">
        {theirs} {now !== theirs && <small>{t('returns.offers.now', { value: now })}</small>}
      </dd>
    </>
  )
}

type InviteProps = Omit<DialogsProps, 'dialog'> & { readonly rows: readonly GridRow[] }

/** Asks cooperatives that sign in to fill their own rows. */
export function InviteDialog({ rows, data, owner, onClose }: InviteProps) {
  const deed = useDeed(owner, data.id)
  const able = rows.filter(({ hasAccount }) => hasAccount)
  const rest = rows.filter(({ hasAccount }) => !hasAccount)
  return (
    <Dialog
      title={t('returns.invite')}
      isOpen
      onClose={onClose}
      isKept={deed.isPending}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            isDisabled={able.length === 0}
            isPending={deed.isPending}
            onPress={() =>
              deed.mutate(
                { action: 'invite', version: data.version, entityIds: able.map(({ id }) => id) },
                {
                  onSuccess: () => {
                    onClose()
                    toast(t('returns.invite.done', { count: able.length }))
                  },
                },
              )
            }
          >
            {t('returns.invite.send', { count: able.length })}
          </Button>
        </>
      }
    >
      {deed.error && <Notice kind="error">{sentence(deed.error)}</Notice>}
      <p>{t('returns.invite.words', { count: able.length })}</p>
      {rest.length > 0 && (
        <Notice kind="warning">
          {t('returns.invite.rest', {
            count: rest.length,
            names: rest.map(({ name }) => name).join(', '),
          })}
        </Notice>
      )}
    </Dialog>
  )
}
