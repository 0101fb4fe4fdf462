import { IconFileImport, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import type {
  Reorganisation,
  ReorganisationPlan,
  ReorganisationPreview,
} from '@hopluc/shared/reorganisations'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Notice, Skeleton } from '../../ui/states.tsx'
import { unitQuery } from '../organisation/queries.ts'
import { unitWords } from '../organisation/words.ts'
import { FileDialog } from './file-dialog.tsx'
import { GroupList } from './group-list.tsx'
import { HeadDialog } from './head-dialog.tsx'
import { HeadLine } from './head-line.tsx'
import { HeldList } from './holding-part.tsx'
import { MergerDialog } from './merger-dialog.tsx'
import { PassingDialog } from './passing-dialog.tsx'
import * as plans from './plan.ts'
import { previewQuery, useEdit } from './queries.ts'
import { QuestionsPart } from './questions-part.tsx'
import { StepButtons } from './step-buttons.tsx'
import { ChangeDialog, EndDialog } from './unit-dialogs.tsx'
import { inWords } from './words.ts'

type Open = 'head' | 'merge' | 'change' | 'end' | 'pass' | 'file'

/** The plan with what it would do; each change is saved at once and looked at anew. */
export function DraftPage({ reorganisation }: { reorganisation: Reorganisation }) {
  const { id, version, plan, onDay, title, act, state } = reorganisation
  const edit = useEdit(id)
  const preview = useQuery(previewQuery(id, version))
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const mayChange = reorganisation.allowed.includes('change')
  const save = (next: ReorganisationPlan) => {
    const { decidedOn, document } = reorganisation
    const head = { act, title, onDay, decidedOn, documentId: document?.id ?? null }
    edit.mutate({ ...head, plan: next, version }, { onSuccess: close })
  }
  const shown = preview.data
  const openQuestions = shown?.questions.filter(({ isOpen }) => isOpen).length ?? 0
  return (
    <Page
      title={title}
      crumbs={[{ label: t('reorganisations.title'), to: '/reorganisations' }]}
      lead={<HeadLine reorganisation={reorganisation} />}
      actions={
        mayChange && (
          <>
            <Button icon={IconPencil} onPress={() => setOpen('head')}>
              {t('reorganisations.head')}
            </Button>
            <Button icon={IconFileImport} onPress={() => setOpen('file')}>
              {t('reorganisations.file')}
            </Button>
            <AddMenu onOpen={setOpen} />
          </>
        )
      }
      bar={
        shown &&
        !plans.isEmpty(plan) && (
          <>
            <b>{barWords(shown, openQuestions, state === 'scheduled' ? onDay : null)}</b>
            <span className="bar-gap" />
            <StepButtons
              reorganisation={reorganisation}
              isReady={shown.canApply && shown.version === version && !edit.isPending}
            />
          </>
        )
      }
    >
      {reorganisation.progress?.failure && (
        <Notice kind="error">{inWords(reorganisation.progress.failure)}</Notice>
      )}
      {edit.error && <Notice kind="error">{sentence(edit.error)}</Notice>}
      {preview.error && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isPending && <Skeleton rows={10} />}
      {shown && plans.isEmpty(plan) && <EmptyState>{t('reorganisations.empty')}</EmptyState>}
      {shown && !plans.isEmpty(plan) && (
        <Columns width={336} aside={<Moves preview={shown} />}>
          <Faults preview={shown} />
          <PlanPart {...{ plan, preview: shown, onDay, mayChange, save }} />
          <QuestionsPart
            questions={shown.questions}
            isPending={!mayChange || edit.isPending || preview.isFetching}
            onAnswer={(key, answer) => save(plans.withAnswer(plan, key, answer))}
          />
        </Columns>
      )}
      {open === 'head' && <HeadDialog of={reorganisation} onClose={close} onSaved={close} />}
      {open === 'merge' && (
        <MergerDialog
          onDay={onDay}
          onClose={close}
          onAdd={(merger) => save(plans.withMerger(plan, merger))}
        />
      )}
      {open === 'change' && (
        <ChangeDialog
          onDay={onDay}
          onClose={close}
          onAdd={(change) => save(plans.withChanged(plan, change))}
        />
      )}
      {open === 'end' && (
        <EndDialog
          onDay={onDay}
          onClose={close}
          onAdd={(ids) => save(plans.withEnded(plan, ids))}
        />
      )}
      {open === 'pass' && (
        <PassingDialog
          onDay={onDay}
          onClose={close}
          onAdd={(passing) => save(plans.withPassing(plan, passing))}
        />
      )}
      {open === 'file' && <FileDialog onDay={onDay} onClose={close} onPlan={save} />}
    </Page>
  )
}

function barWords({ errors }: ReorganisationPreview, open: number, setFor: string | null): string {
  if (errors.length > 0) return t('reorganisations.bar.errors', { count: errors.length })
  if (open > 0) return t('reorganisations.bar.questions', { count: open })
  if (setFor) return t('reorganisations.bar.scheduled', { day: formatDate(setFor) })
  return t('reorganisations.bar.ready')
}

function AddMenu({ onOpen }: { onOpen: (what: Open) => void }) {
  const item = (id: 'merge' | 'change' | 'end' | 'pass') => ({
    id,
    label: t(`reorganisations.${id}`),
    run: () => onOpen(id),
  })
  return (
    <Menu
      label={t('reorganisations.add')}
      words={t('reorganisations.add')}
      icon={IconPlus}
      actions={[item('merge'), item('change'), item('end'), item('pass')]}
    />
  )
}

function Moves({ preview }: { preview: ReorganisationPreview }) {
  return (
    <Section title={t('reorganisations.held')}>
      <HeldList held={preview.held} />
    </Section>
  )
}

/** What makes it impossible, and what one should know; each at its place in the plan. */
function Faults({ preview }: { preview: ReorganisationPreview }) {
  const kinds = [
    ['error', preview.errors],
    ['warning', preview.warnings],
  ] as const
  return kinds.map(
    ([kind, issues]) =>
      issues.length > 0 && (
        <Notice key={kind} kind={kind}>
          {t(`reorganisations.faults.${kind}`, { count: issues.length })}
          <ul className="issues">
            {issues.slice(0, 50).map((issue) => (
              <li key={`${issue.path} ${issue.code}`}>{inWords(issue)}</li>
            ))}
          </ul>
        </Notice>
      ),
  )
}

interface PlanPartProps {
  readonly plan: ReorganisationPlan
  readonly preview: ReorganisationPreview
  readonly onDay: string
  readonly mayChange: boolean
  readonly save: (plan: ReorganisationPlan) => void
}

function PlanPart({ plan, preview, onDay, mayChange, save }: PlanPartProps) {
  const day = formatDate(onDay)
  return (
    <>
      <Section
        title={t('reorganisations.plan.units')}
        note={formatNumber(preview.groups.length)}
        id="units"
      >
        {preview.groups.length > 0 && (
          <GroupList
            groups={preview.groups}
            before={t('reorganisations.changes.before', { day })}
            after={t('reorganisations.changes.from', { day })}
            {...(mayChange && { onRemove: (id: string) => save(plans.withoutUnit(plan, id)) })}
          />
        )}
        {plan.units.changed.map(({ id, kind, name, code }) => (
          <p key={id} className="plan-line">
            <ChangedName id={id} />
            <span>{[kind, name, code].filter(Boolean).join(' ')}</span>
            {mayChange && <Remove onPress={() => save(plans.withoutUnit(plan, id))} />}
          </p>
        ))}
      </Section>
      {preview.agencies.length > 0 && (
        <Section title={t('reorganisations.passages')}>
          <ul className="passages">
            {preview.agencies.map(({ from, to, duty }) => (
              <li key={`${from.id} ${to?.id ?? ''} ${duty}`}>
                <span>
                  {from.name}
                  {duty && <small>{duty}</small>}
                </span>
                <span aria-hidden="true">→</span>
                <span>
                  {to?.name ?? t('reorganisations.noSuccessor')}
                  {mayChange && isPlanned(plan, from.id, to?.id) && (
                    <Remove
                      onPress={() => save(plans.withoutPassage(plan, from.id, to?.id ?? null))}
                    />
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** Stated in the plan itself; others follow by rule and cannot be taken out one by one. */
function isPlanned({ agencies }: ReorganisationPlan, fromId: string, toId: string | undefined) {
  return agencies.successions.some((one) => one.fromId === fromId && one.toId === toId)
}

function Remove({ onPress }: { onPress: () => void }) {
  return (
    <IconButton isSmall label={t('reorganisations.remove')} icon={IconTrash} onPress={onPress} />
  )
}

function ChangedName({ id }: { id: string }) {
  const { data } = useQuery(unitQuery(id))
  return <span className="muted">{data ? `${unitWords(data)} →` : '…'}</span>
}
