import { IconMapPin, IconPencil, IconUserMinus } from '@tabler/icons-react'
import type { Duty } from '@hopluc/shared/committee-work'
import type { Committee, CommitteeMember, NewMember } from '@hopluc/shared/committees'
import type { PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { AssignDialog } from '../committees/assign-dialog.tsx'
import { useSession } from '../session/queries.ts'
import { MemberFields } from './member-fields.tsx'
import { useChangeMember, useEndMember } from './queries.ts'

interface MemberProps {
  readonly committee: Committee
  readonly member: CommitteeMember
}

/** Between two decisions: what a member is in charge of, and that one leaves. */
export function MemberMenu({
  committee,
  member,
  duties,
}: MemberProps & { duties: readonly Duty[] | undefined }) {
  const [open, setOpen] = useState<'assign' | 'change' | 'end' | null>(null)
  const name = member.name || member.office
  const close = () => setOpen(null)
  return (
    <>
      <Menu
        label={t('organisation.committee.member.menu', { name })}
        actions={[
          ...(duties
            ? [
                {
                  id: 'assign',
                  label: t('committees.assign'),
                  icon: IconMapPin,
                  run: () => setOpen('assign'),
                },
              ]
            : []),
          {
            id: 'change',
            label: t('organisation.committee.member.change'),
            icon: IconPencil,
            run: () => setOpen('change'),
          },
          {
            id: 'end',
            label: t('organisation.committee.member.end'),
            icon: IconUserMinus,
            run: () => setOpen('end'),
          },
        ]}
      />
      {open === 'assign' && duties && (
        <AssignDialog
          committee={committee}
          seat={{ seatId: member.seatId, name, duties }}
          onClose={close}
        />
      )}
      {open === 'change' && <ChangeDialog committee={committee} member={member} onClose={close} />}
      {open === 'end' && <EndDialog committee={committee} member={member} onClose={close} />}
    </>
  )
}

function ChangeDialog({ committee, member, onClose }: MemberProps & { onClose: () => void }) {
  const { today } = useSession()
  const [fields, setFields] = useState<NewMember>({
    ...member,
    agencyId: member.agency?.id ?? null,
  })
  const [fromOn, setFromOn] = useState<PlainDate | null>(today)
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useChangeMember(committee.id, member.id)
  const title = t('organisation.committee.member.change.of', { name: member.name || member.office })
  const save = () => {
    setTried(true)
    if (!fromOn || !fields.office.trim()) return
    const { name, office, part, agencyId, inChargeOf } = fields
    mutate(
      { version: committee.version, fromOn, name, office, part, agencyId, inChargeOf },
      {
        onSuccess: () => {
          onClose()
          toast(t('organisation.saved'))
        },
      },
    )
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <MemberFields
          member={fields}
          onChange={setFields}
          isTried={isTried}
          board={committee.board?.kind}
        />
        <DateField label={t('organisation.field.fromOn')} value={fromOn} onChange={setFromOn} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('organisation.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function EndDialog({ committee, member, onClose }: MemberProps & { onClose: () => void }) {
  const { today } = useSession()
  const [untilOn, setUntilOn] = useState<PlainDate | null>(today)
  const { mutate, isPending, error } = useEndMember(committee.id, member.id)
  const end = () => {
    if (!untilOn) return
    mutate(
      { version: committee.version, untilOn },
      {
        onSuccess: () => {
          onClose()
          toast(t('organisation.committee.member.ended'))
        },
      },
    )
  }
  return (
    <Dialog
      title={`${t('organisation.committee.member.end')}: ${member.name || member.office}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isPending={isPending} isDisabled={!untilOn} onPress={end}>
            {t('organisation.committee.member.end')}
          </Button>
        </>
      }
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <DateField label={t('organisation.field.untilOn')} value={untilOn} onChange={setUntilOn} />
    </Dialog>
  )
}
