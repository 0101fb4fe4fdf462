import type { Committee } from '@hopluc/shared/committees'
import type { Id } from '@hopluc/shared/values'
import { t } from '../../lib/i18n.ts'
import { Checkbox } from '../../ui/choice.tsx'
import { Section } from '../../ui/page.tsx'
import { type Joining, MembersEditor } from './members-editor.tsx'

/** Who leaves and who joins by a decision. */
export function WhoChanges(props: {
  committee: Committee
  leaving: ReadonlySet<Id>
  onLeaving: (leaving: ReadonlySet<Id>) => void
  joining: readonly Joining[]
  onJoining: (joining: Joining[]) => void
  isTried: boolean
}) {
  const { committee, leaving, onLeaving, joining, onJoining, isTried } = props
  const leave = (id: Id, isLeaving: boolean) => {
    const next = new Set(leaving)
    if (isLeaving) next.add(id)
    else next.delete(id)
    onLeaving(next)
  }
  return (
    <>
      {committee.membersOn.length > 0 && (
        <Section title={t('organisation.committee.decide.leaving')}>
          {committee.membersOn.map(({ id, office, name }) => (
            <div key={id}>
              <Checkbox isSelected={leaving.has(id)} onChange={(isLeaving) => leave(id, isLeaving)}>
                {name ? `${office}: ${name}` : office}
              </Checkbox>
            </div>
          ))}
        </Section>
      )}
      <Section title={t('organisation.committee.decide.joining')}>
        <MembersEditor
          joining={joining}
          onChange={onJoining}
          isTried={isTried}
          board={committee.board?.kind}
        />
      </Section>
    </>
  )
}
