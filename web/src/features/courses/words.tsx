import type { CourseStatus } from '@hopluc/shared/courses'
import { t } from '../../lib/i18n.ts'
import { Status, type StatusKind } from '../../ui/status.tsx'

const KINDS: Record<CourseStatus, StatusKind> = {
  planned: 'waiting',
  running: 'term',
  over: 'done',
  cancelled: 'cancelled',
}

export const CourseStatusMark = ({ status }: { status: CourseStatus }) => (
  <Status kind={KINDS[status]}>{t(`courses.status.${status}`)}</Status>
)
