import { PARTS, periodAt, periodBefore, type PeriodKind } from '@hopluc/shared/periods'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { useSession } from '../session/queries.ts'
import { reportOptionsQuery, useNewReport } from './queries.ts'
import { periodOf } from './words.ts'

/** A report is begun from a template and a period; its first draft is made at once. */
export function NewReportPage() {
  const { today } = useSession()
  const { data } = useSuspenseQuery(reportOptionsQuery)
  const navigate = useNavigate()
  const create = useNewReport()
  const [first] = data.templates
  const lastOf = (kind: PeriodKind) => periodBefore(periodAt(kind, today))
  const [key, setKey] = useState(first?.key ?? '')
  const [bodyId, setBody] = useState(data.bodies[0]?.id ?? '')
  const [boundaries, setBoundaries] = useState<'then' | 'today'>('then')
  const template = data.templates.find((one) => one.key === key) ?? first
  const kind = template?.periodKind ?? 'half'
  const [year, setYear] = useState(lastOf(kind).year)
  const [part, setPart] = useState(lastOf(kind).part)
  const choose = (next: string) => {
    setKey(next)
    const last = lastOf(data.templates.find((one) => one.key === next)?.periodKind ?? 'half')
    setYear(last.year)
    setPart(last.part)
  }
  const crumbs = [{ label: t('reports.title'), to: '/reports' }]
  if (!data.mayMake || !template)
    return (
      <Page title={t('reports.new')} crumbs={crumbs}>
        <EmptyState>{t('reports.mayNot')}</EmptyState>
      </Page>
    )
  const make = () =>
    create.mutate(
      { template: template.key, period: { kind, year, part }, issuerId: bodyId, boundaries },
      { onSuccess: ({ id }) => void navigate({ to: '/reports/$id', params: { id } }) },
    )
  return (
    <Page title={t('reports.new')} crumbs={crumbs} lead={t('reports.new.lead')}>
      <Form onSubmit={make} error={create.error} label={t('reports.new')}>
        <Select
          label={t('reports.template')}
          value={template.key}
          options={data.templates.map((one) => ({
            value: one.key,
            label: one.isShipped ? one.name : `${one.name} (${one.agency?.shortName ?? ''})`,
          }))}
          onChange={choose}
        />
        <FormRow>
          {PARTS[kind] > 1 && (
            <Select
              label={t('reports.period')}
              value={String(part)}
              options={Array.from({ length: PARTS[kind] }, (_, index) => ({
                value: String(index + 1),
                label: periodOf({ kind, year, part: index + 1 }),
              }))}
              onChange={(value) => setPart(Number(value))}
            />
          )}
          <NumberField
            label={t('reports.year')}
            value={year}
            minValue={2000}
            maxValue={Number(today.slice(0, 4))}
            formatOptions={{ useGrouping: false }}
            onChange={(value) => value && setYear(value)}
          />
        </FormRow>
        <Select
          label={t('reports.body')}
          value={bodyId}
          options={data.bodies.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setBody}
        />
        <Select
          label={t('reports.boundaries')}
          hint={t('reports.boundaries.hint')}
          value={boundaries}
          options={(['then', 'today'] as const).map((value) => ({
            value,
            label: t(`reports.boundaries.${value}`),
          }))}
          onChange={setBoundaries}
        />
        {create.error && <Notice kind="error">{sentence(create.error)}</Notice>}
        <FormActions>
          <Button kind="primary" type="submit" isPending={create.isPending}>
            {t('reports.make')}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}
