import type { MemberPage } from '@hopluc/shared/entity-parts-people'
import { formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'

const SUBJECTS = ['person', 'household', 'organisation'] as const
const GROUPS = ['official', 'linked_capital', 'linked'] as const

/** How many of what: one bar by who they are, one line by how they are members. */
export function MemberBar({
  page: { counts, total },
}: {
  page: Pick<MemberPage, 'counts' | 'total'>
}) {
  if (total.members === 0) return null
  const count = (fits: (one: MemberPage['counts'][number]) => boolean) =>
    counts.filter(fits).reduce((sum, one) => sum + one.members, 0)
  const subjects = SUBJECTS.map((subject) => ({
    subject,
    members: count((one) => one.subject === subject),
  }))
  const groups = GROUPS.map((group) => ({
    group,
    members: count(({ kind }) =>
      group === 'linked' ? /^linked_[abc]$/.test(kind) : kind.startsWith(group),
    ),
  }))
  return (
    <div className="parts-bar-frame">
      <div className="parts-bar" aria-hidden="true">
        {subjects.map(({ subject, members }) => (
          <span key={subject} className={`parts-bar-${subject}`} style={{ flexGrow: members }} />
        ))}
      </div>
      <p className="small">
        {subjects
          .filter(({ members }) => members > 0)
          .map(
            ({ subject, members }) =>
              `${formatNumber(members)} ${t(`parts.subject.${subject}`).toLowerCase()}`,
          )
          .join(' · ')}
        {' — '}
        {groups
          .filter(({ members }) => members > 0)
          .map(({ group, members }) => `${formatNumber(members)} ${t(`parts.members.${group}`)}`)
          .join(' · ')}
      </p>
    </div>
  )
}
