import type { InspectionItem } from '@hopluc/shared/committee-work'
import type { PlainDate } from '@hopluc/shared/values'
import { Link } from '@tanstack/react-router'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import type { Column } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'

/** Planned, made, cancelled; late where its day is over and nothing is recorded. */
export function kindOf(
  { state, plannedOn }: Pick<InspectionItem, 'state' | 'plannedOn'>,
  day: PlainDate,
): StatusKind {
  if (state === 'made') return 'done'
  if (state === 'cancelled') return 'cancelled'
  return plannedOn < day ? 'late' : 'term'
}

export const inspectionColumns = (day: PlainDate): Column<InspectionItem>[] => [
  {
    id: 'subject',
    head: t('inspections.subject'),
    phone: 'title',
    cell: ({ id, subject, unit, entity, isDemo }) => (
      <>
        <Link className="row-title" to="/organisation/inspections/$id" params={{ id }}>
          {subject}
        </Link>
        <small>
          {[entity?.name, unitWords(unit)].filter(Boolean).join(', ')} {isDemo && <DemoMark />}
        </small>
      </>
    ),
  },
  { id: 'leader', head: t('inspections.leader'), cell: ({ leader }) => leader ?? '–' },
  {
    id: 'state',
    head: t('inspections.madeOn'),
    phone: 'line',
    width: '180px',
    cell: (inspection) => (
      <Status kind={kindOf(inspection, day)}>
        {inspection.state === 'cancelled'
          ? t('inspections.state.cancelled')
          : inspection.madeOn
            ? formatDate(inspection.madeOn)
            : t('committees.mark.planned', { day: formatDate(inspection.plannedOn) })}
      </Status>
    ),
  },
  {
    id: 'remedies',
    head: t('inspections.remedies'),
    isFigure: true,
    phone: 'end',
    cell: ({ remedies, tasks }) => (remedies === 0 ? '–' : `${tasks}/${remedies}`),
  },
]
