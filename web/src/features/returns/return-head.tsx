import {
  IconClipboardText,
  IconHistory,
  IconMessageReport,
  IconPrinter,
  IconTable,
} from '@tabler/icons-react'
import type { Return } from '@hopluc/shared/returns'
import { daysBetween, type PlainDate } from '@hopluc/shared/values'
import { useNavigate } from '@tanstack/react-router'
import { formatDate, formatDay } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Way } from '../../ui/marks.tsx'
import { Menu } from '../../ui/menu.tsx'
import { TopCrumbs } from '../../ui/page.tsx'
import { unitWords } from '../organisation/words.ts'

/** The steps of a return and the one where it stands. */
function wayOf({ state, needsApproval, receiver }: Return): { steps: string[]; at: number } {
  const steps = [
    t('returns.way.open'),
    ...(needsApproval ? [t('returns.way.with_leader')] : []),
    state === 'accepted'
      ? t('returns.way.accepted')
      : t('returns.way.sent', { receiver: receiver.shortName }),
  ]
  const last = steps.length - 1
  const at = { open: 0, returned: 0, with_leader: 1, sent: last, accepted: last }[state]
  return { steps, at }
}

/** "hạn: xã 16/06, còn 1 ngày; Sở 20/06". */
function DueLine({ data, today }: { data: Return; today: PlainDate }) {
  const left = daysBetween(today, data.dueOn)
  const isRunning =
    data.state === 'open' || data.state === 'returned' || data.state === 'with_leader'
  const others = data.deadlines.filter(({ dueOn }) => dueOn > data.dueOn)
  return (
    <p className="return-lead">
      {unitWords(data.unit)}
      {data.under && `, ${data.under}`} · {t('returns.due', { day: formatDay(data.dueOn, today) })}
      {isRunning && (
        <>
          ,{' '}
          <b className={left < 0 ? 'red' : left <= 3 ? 'amber' : ''}>
            {left < 0
              ? t('returns.due.late', { count: -left })
              : left === 0
                ? t('returns.due.today')
                : t('returns.due.left', { count: left })}
          </b>
        </>
      )}
      {others.map(({ level, dueOn }) => (
        <span key={level}>
          ; {t(`rounds.level.${level}`)} {formatDay(dueOn, today)}
        </span>
      ))}
      {data.isCorrection && data.correction && (
        <>
          {' · '}
          <b className="amber">
            {t('returns.correction', {
              number: data.correction.number,
              day: formatDate(data.correction.on),
            })}
          </b>
        </>
      )}
    </p>
  )
}

interface HeadProps {
  readonly data: Return
  readonly today: PlainDate
  readonly onPaste: (() => void) | undefined
  readonly onUpload: (() => void) | undefined
  readonly onTemplate: () => void
  readonly onHistory: () => void
  readonly onPrint: () => void
}

/** What is reported, for whom, by when, and how far it has come. */
export function ReturnHead({
  data,
  today,
  onPaste,
  onUpload,
  onTemplate,
  onHistory,
  onPrint,
}: HeadProps) {
  const { steps, at } = wayOf(data)
  const navigate = useNavigate()
  return (
    <>
      <TopCrumbs
        crumbs={[
          { label: t('rounds.title'), to: '/rounds' },
          { label: data.round.title, to: `/rounds/${data.round.id}` },
        ]}
        title={unitWords(data.unit)}
      />
      <header className="return-head">
        <div className="return-title">
          <h1 tabIndex={-1}>
            {data.form.code}: {data.form.name}
          </h1>
          <DueLine data={data} today={today} />
        </div>
        <Way steps={steps} at={at} />
        <div className="return-tools">
          {onPaste && (
            <Button icon={IconClipboardText} onPress={onPaste}>
              {t('returns.paste')}
            </Button>
          )}
          <Menu
            label={t('returns.more')}
            actions={[
              { id: 'template', label: t('returns.template'), icon: IconTable, run: onTemplate },
              ...(onUpload
                ? [
                    {
                      id: 'upload',
                      label: t('returns.upload'),
                      note: t('returns.upload.note'),
                      run: onUpload,
                    },
                  ]
                : []),
              ...(onPaste
                ? [
                    {
                      id: 'difficulty',
                      label: t('difficulties.raise'),
                      icon: IconMessageReport,
                      run: () =>
                        void navigate({ to: '/difficulties/new', search: { return: data.id } }),
                    },
                  ]
                : []),
              { id: 'print', label: t('returns.print'), icon: IconPrinter, run: onPrint },
              {
                id: 'history',
                label: t('returns.history'),
                icon: IconHistory,
                isApart: true,
                run: onHistory,
              },
            ]}
          />
        </div>
      </header>
    </>
  )
}
