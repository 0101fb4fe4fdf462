import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { BoardKind, NewMember } from '@hopluc/shared/committees'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EMPTY_MEMBER, MemberFields } from './member-fields.tsx'

export interface Joining {
  /** Tells rows apart while one types. */
  readonly key: number
  readonly member: NewMember
}

/** Those who join by a decision, one under another. */
export function MembersEditor(props: {
  joining: readonly Joining[]
  onChange: (joining: Joining[]) => void
  isTried: boolean
  board?: BoardKind | undefined
}) {
  const { joining, onChange, isTried, board } = props
  const next = Math.max(0, ...joining.map(({ key }) => key)) + 1
  return (
    <div className="organisation-members">
      {joining.map(({ key, member }) => (
        <div key={key} className="organisation-member">
          <MemberFields
            member={member}
            isTried={isTried}
            board={board}
            onChange={(changed) =>
              onChange(joining.map((row) => (row.key === key ? { key, member: changed } : row)))
            }
          />
          <div>
            <Button
              kind="quiet"
              isSmall
              icon={IconTrash}
              onPress={() => onChange(joining.filter((row) => row.key !== key))}
            >
              {t('organisation.committee.decide.remove')}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          icon={IconPlus}
          onPress={() => onChange([...joining, { key: next, member: EMPTY_MEMBER }])}
        >
          {t('organisation.committee.decide.add')}
        </Button>
      </div>
    </div>
  )
}

/** Each has an office: a member without one cannot be sent. */
export function areWhole(joining: readonly Joining[]): boolean {
  return joining.every(({ member }) => member.office.trim() !== '')
}
