import './rounds.css'
import { PARTS, periodAt, periodName } from '@hopluc/shared/periods'
import { type NewRound, PeriodKind, type PeriodRef, type RoundPreview } from '@hopluc/shared/rounds'
import type { UnitLevel } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { language, t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { AgencyPicker, UnitPicker } from '../organisation/pickers.tsx'
import { unitWords } from '../organisation/words.ts'
import { formsQuery } from '../report-forms/queries.ts'
import { useSession } from '../session/queries.ts'
import { useAttempt } from '../tasks/attempt.ts'
import { previewQuery, useOpenRound } from './queries.ts'

const route = getRouteApi('/app/rounds/new')

interface Draft {
  readonly formId: Id | null
  readonly kind: PeriodRef['kind']
  readonly year: number
  readonly part: number
  readonly level: UnitLevel
  readonly unitId: Id | null
  readonly checkerId: Id | null
  /** Undefined until something is chosen: the one round that there is. */
  readonly parentId: Id | null | undefined
  readonly cutoffOn: PlainDate | null
  readonly estimateOn: PlainDate | null
  readonly paper: string
}

const NO_PARENT = 'none'

/** What is asked of the server; null while form or area are missing. */
function wantedOf(draft: Draft): NewRound | null {
  const { formId, unitId, kind, year, part, level } = draft
  if (!formId || !unitId) return null
  return {
    formId,
    period: { kind, year, part },
    asked: { by: 'level', level, unitId },
    receiverId: null,
    checkerId: draft.checkerId,
    parentId: draft.parentId ?? null,
    title: null,
    opensOn: null,
    cutoffOn: draft.cutoffOn,
    estimateOn: draft.estimateOn,
    deadlines: [],
    checkDueOn: null,
    paper: draft.paper.trim() || null,
  }
}

/** Opens a round: which form, for which period, whom it asks; the deadlines are shown as days. */
export function NewRoundPage() {
  const { today } = useSession()
  const navigate = route.useNavigate()
  const { data: forms } = useQuery(formsQuery)
  const [draft, setDraft] = useState<Draft>(() => ({
    formId: null,
    ...periodAt('quarter', today),
    level: 'commune',
    unitId: null,
    checkerId: null,
    parentId: undefined,
    cutoffOn: null,
    estimateOn: null,
    paper: '',
  }))
  const [deadlines, setDeadlines] = useState<Readonly<Record<string, PlainDate>>>({})
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const wanted = wantedOf(draft)
  const preview = useQuery(previewQuery(wanted))
  const open = useOpenRound()
  const { keyFor } = useAttempt()
  const shown = wanted ? preview.data : undefined
  const parents = shown?.parents ?? []
  const [only] = parents
  const chosen = draft.parentId === undefined && parents.length === 1 ? only?.id : draft.parentId
  const parentId = parents.some(({ id }) => id === chosen) ? (chosen ?? null) : null
  const send = () => {
    if (!wanted || !shown || open.isPending) return
    const asked: NewRound = {
      ...wanted,
      parentId,
      deadlines: shown.deadlines.map(({ level, dueOn }) => ({
        level,
        dueOn: deadlines[level] ?? dueOn,
      })),
    }
    open.mutate(
      { wanted: asked, key: keyFor(asked) },
      {
        onSuccess: ({ id, counts }) => {
          toast(t('rounds.opened', { count: counts.asked }))
          void navigate({ to: '/rounds/$id', params: { id } })
        },
      },
    )
  }
  const years = [-1, 0, 1].map((step) => Number(today.slice(0, 4)) + step)
  return (
    <Page title={t('rounds.new')} crumbs={[{ label: t('rounds.title'), to: '/rounds' }]}>
      {open.error && <Notice kind="error">{sentence(open.error)}</Notice>}
      <Columns
        aside={<PreviewPart preview={shown} error={wanted ? preview.error : null} />}
        width={372}
      >
        <Form onSubmit={send} error={open.error} label={t('rounds.new')}>
          <Select
            label={t('rounds.form')}
            isRequired
            value={draft.formId}
            onChange={(formId) => set({ formId })}
            options={(forms?.items ?? [])
              .filter(({ isRetired }) => !isRetired)
              .map(({ id, code, name }) => ({ value: id, label: `${code}: ${name}` }))}
          />
          <FormRow>
            <Select
              label={t('rounds.period')}
              value={draft.kind}
              onChange={(kind) =>
                set({ ...periodAt(kind, today), cutoffOn: null, estimateOn: null })
              }
              options={PeriodKind.options.map((value) => ({
                value,
                label: t(`rounds.kind.${value}`),
              }))}
            />
            <Select
              label={t('rounds.year')}
              value={String(draft.year)}
              onChange={(year) => set({ year: Number(year), cutoffOn: null, estimateOn: null })}
              options={years.map((year) => ({ value: String(year), label: String(year) }))}
            />
            {PARTS[draft.kind] > 1 && (
              <Select
                label={t('rounds.part')}
                value={String(draft.part)}
                onChange={(part) => set({ part: Number(part), cutoffOn: null, estimateOn: null })}
                options={Array.from({ length: PARTS[draft.kind] }, (_, at) => ({
                  value: String(at + 1),
                  label: periodName(
                    { kind: draft.kind, year: draft.year, part: at + 1 },
                    language(),
                  ),
                }))}
              />
            )}
          </FormRow>
          <FormRow>
            <Select
              label={t('rounds.asked')}
              value={draft.level}
              onChange={(level) => set({ level })}
              options={(['commune', 'district', 'province'] as const).map((value) => ({
                value,
                label: t(`rounds.asked.${value}`),
              }))}
            />
            <UnitPicker
              label={t('rounds.area')}
              isRequired
              value={draft.unitId}
              onChange={(unitId) => set({ unitId })}
            />
          </FormRow>
          <AgencyPicker
            label={t('rounds.checker')}
            hint={t('rounds.checker.hint')}
            value={draft.checkerId}
            onChange={(checkerId) => set({ checkerId })}
          />
          {parents.length > 0 && (
            <Select
              label={t('rounds.parent')}
              hint={t('rounds.parent.hint')}
              value={parentId ?? NO_PARENT}
              onChange={(value) => set({ parentId: value === NO_PARENT ? null : value })}
              options={[
                ...parents.map(({ id, title }) => ({ value: id, label: title })),
                { value: NO_PARENT, label: t('rounds.parent.none') },
              ]}
            />
          )}
          <FormRow>
            <DatePicker
              label={t('rounds.cutoff')}
              value={draft.cutoffOn ?? shown?.cutoffOn ?? null}
              onChange={(cutoffOn) => set({ cutoffOn })}
            />
            <DatePicker
              label={t('rounds.estimate')}
              value={draft.estimateOn ?? shown?.estimateOn ?? null}
              onChange={(estimateOn) => set({ estimateOn })}
            />
          </FormRow>
          {shown?.deadlines.map(({ level, dueOn, isDayOff }) => (
            <DatePicker
              key={level}
              label={t('rounds.due.of', { level: t(`rounds.level.${level}`) })}
              value={deadlines[level] ?? dueOn}
              onChange={(next) => next && setDeadlines((before) => ({ ...before, [level]: next }))}
              hint={isDayOff && !deadlines[level] ? t('rounds.dayOff') : undefined}
            />
          ))}
          <TextField
            label={t('rounds.paper')}
            hint={t('rounds.paper.hint')}
            value={draft.paper}
            onChange={(paper) => set({ paper })}
          />
          <FormActions>
            <Button
              kind="primary"
              type="submit"
              isDisabled={!shown || shown.asked === 0}
              isPending={open.isPending}
            >
              {shown ? t('rounds.open', { count: shown.asked }) : t('rounds.new')}
            </Button>
          </FormActions>
        </Form>
      </Columns>
    </Page>
  )
}

function PreviewPart({ preview, error }: { preview: RoundPreview | undefined; error: unknown }) {
  return (
    <Section title={t('rounds.preview')}>
      {error !== null && <Notice kind="error">{sentence(error)}</Notice>}
      {!preview && error === null && <p className="muted small">{t('rounds.preview.first')}</p>}
      {preview && (
        <div className="round-preview">
          <p>
            <b>{preview.title}</b>
          </p>
          <ul>
            <li>
              <span>{t('rounds.preview.asked')}</span>
              <b className="figures">{formatNumber(preview.asked)}</b>
            </li>
            <li>
              <span>{t('rounds.preview.opens')}</span>
              <span className="figures">{formatDate(preview.opensOn)}</span>
            </li>
            <li>
              <span>{t('rounds.cutoff')}</span>
              <span className="figures">{formatDate(preview.cutoffOn)}</span>
            </li>
            <li>
              <span>{t('rounds.estimate')}</span>
              <span className="figures">{formatDate(preview.estimateOn)}</span>
            </li>
          </ul>
          <p className="muted small">{t('rounds.basis', { basis: preview.basis })}</p>
          {preview.withoutAgency.length > 0 && (
            <Notice kind="warning">
              {t('rounds.preview.without', {
                count: preview.withoutAgency.length,
                names: preview.withoutAgency.slice(0, 8).map(unitWords).join(', '),
              })}
            </Notice>
          )}
          {preview.already.map(({ id, title }) => (
            <Notice key={id} kind="warning">
              {t('rounds.preview.already', { title })}
            </Notice>
          ))}
        </div>
      )}
    </Section>
  )
}
