import type { Task, TaskDue } from '@hopluc/shared/tasks'
import { Link } from '@tanstack/react-router'
import { formatDate, formatRange } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { DescriptionList } from '../../../ui/marks.tsx'
import { Section } from '../../../ui/page.tsx'
import { recurrenceWords } from '../recurrence-words.ts'
import { dueSourceWords } from '../task-columns.tsx'

/** Who leads, who helps, by when and by which paper. */
export function FactsPart({ task }: { task: Task }) {
  const { lead, parts, co, tracker, product, basis, recurrence, parent, trackerCode, cause } = task
  return (
    <Section title={t('tasks.facts')}>
      <DescriptionList
        items={[
          [
            t('tasks.column.lead'),
            lead ? lead.name : parts && t('tasks.bodies', { count: parts.total }),
          ],
          [t('tasks.column.co'), co.map(({ name }) => name).join(', ')],
          [
            t('tasks.facts.manner'),
            task.manner === 'request' ? t('tasks.manner.request.note') : null,
          ],
          [t('tasks.facts.tracker'), tracker?.name],
          [t('tasks.column.due'), <Dues key="dues" task={task} />],
          [t('tasks.recurrence'), recurrence && recurrenceWords(recurrence)],
          [t('tasks.facts.waits'), hasWaits(task) ? <Waits key="waits" task={task} /> : null],
          [t('tasks.facts.cause'), cause && <Cause key="cause" cause={cause} />],
          [
            t('tasks.facts.leads'),
            task.leads.length > 1 ? <Leads key="leads" task={task} /> : null,
          ],
          [t('tasks.column.product'), product],
          [
            t('tasks.facts.basis'),
            basis.length > 0 ? (
              <ul key="basis">
                {basis.map(({ documentId, label }) => (
                  <li key={documentId}>
                    <Link to="/documents/$id" params={{ id: documentId }}>
                      {label}
                    </Link>
                  </li>
                ))}
              </ul>
            ) : null,
          ],
          [
            t('tasks.facts.parent'),
            parent && (
              <Link key="parent" to="/tasks/$id" params={{ id: parent.id }}>
                {parent.code}: {parent.title}
              </Link>
            ),
          ],
          [t('tasks.column.tracker'), trackerCode],
        ]}
      />
    </Section>
  )
}

/** The day in force on top, the old ones struck through, each with the papers that moved it. */
function Dues({ task }: { task: Task }) {
  const { dues, dueOn, dueSource, dueText, status } = task
  if (!dueOn && dues.length === 0)
    return <span className="muted">{dueText ?? t('tasks.due.none')}</span>
  const newest = dues.toReversed()
  const first = dues[0]
  return (
    <ul className="tasks-dues">
      {dueOn && newest[0]?.dueOn !== dueOn && (
        <li>
          <b className={status === 'overdue' ? 'red figures' : 'figures'}>{formatDate(dueOn)}</b>
        </li>
      )}
      {newest.map((due, index) => (
        <li key={`${due.dueOn} ${due.fromOn}`}>
          {index === 0 && due.dueOn === dueOn ? (
            <b className={status === 'overdue' ? 'red figures' : 'figures'}>
              {formatDate(due.dueOn)}
            </b>
          ) : (
            <s className="figures">{formatDate(due.dueOn)}</s>
          )}{' '}
          <span className="small muted">{dueWords(due)}</span>
          {(due.requestPaper || due.decisionPaper) && <small>{paperWords(due)}</small>}
        </li>
      ))}
      <li>
        <small>{dueSourceWords(first?.source ?? dueSource, first?.text ?? dueText)}</small>
      </li>
    </ul>
  )
}

function dueWords({ kind, fromOn }: TaskDue): string {
  return t(`tasks.due.kind.${kind}`, { day: formatDate(fromOn) })
}

function paperWords({ requestPaper, decisionPaper }: TaskDue): string {
  return [
    requestPaper && t('tasks.due.request', { paper: requestPaper.number }),
    decisionPaper && t('tasks.due.decision', { paper: decisionPaper.number }),
  ]
    .filter(Boolean)
    .join('; ')
}

const hasWaits = ({ waits }: Task) => waits.atIssuer + waits.atCo + waits.pausedObjective > 0

/** Days that were not the agency's own, shown apart from its lateness. */
function Waits({ task: { waits } }: { task: Task }) {
  const lines = [
    waits.atIssuer > 0 && t('tasks.waits.atIssuer', { count: waits.atIssuer }),
    waits.atCo > 0 && t('tasks.waits.atCo', { count: waits.atCo }),
    waits.pausedObjective > 0 && t('tasks.waits.paused', { count: waits.pausedObjective }),
  ].filter((line) => line !== false)
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Cause({ cause }: { cause: NonNullable<Task['cause']> }) {
  return (
    <>
      <b>{t(cause.isObjective ? 'tasks.cause.objective' : 'tasks.cause.subjective')}</b>.{' '}
      {cause.text}
      <small>{t('tasks.cause.by', { by: cause.byWords, day: formatDate(cause.on) })}</small>
    </>
  )
}

/** Only where the lead changed: lateness stays with whoever led then. */
function Leads({ task: { leads, asOf } }: { task: Task }) {
  return (
    <ul>
      {leads.map(({ agency, fromOn, untilOn, daysLate }) => (
        <li key={`${agency.id} ${fromOn}`}>
          {agency.shortName}
          <small>
            {formatRange(fromOn, untilOn && untilOn < asOf ? untilOn : asOf)}
            {daysLate > 0 && `, ${t('tasks.leads.late', { count: daysLate })}`}
          </small>
        </li>
      ))}
    </ul>
  )
}
