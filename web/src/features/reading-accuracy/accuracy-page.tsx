import { IconDownload } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Form } from '../../ui/form.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Notice, Skeleton } from '../../ui/states.tsx'
import { AccuracyTable } from './accuracy-table.tsx'
import { accuracyQuery, useExport } from './queries.ts'

const route = getRouteApi('/app/readings/accuracy')

/** What the reader proposed beside what people confirmed. */
export function AccuracyPage() {
  const { from, until } = route.useSearch()
  const span = { ...(from && { from }), ...(until && { until }) }
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery({
    ...accuracyQuery(span),
    placeholderData: keepPreviousData,
  })
  const saved = useExport()
  const choose = (change: { from?: string | undefined; until?: string | undefined }) =>
    void navigate({ to: '/readings/accuracy', search: { ...span, ...change } })
  return (
    <Page
      title={t('accuracy.title')}
      crumbs={[{ label: t('readings.title'), to: '/readings' }]}
      lead={<p>{t('accuracy.lead')}</p>}
    >
      <Form onSubmit={() => undefined}>
        <DatePicker
          label={t('accuracy.from')}
          value={from ?? null}
          onChange={(day) => choose({ from: day ?? undefined })}
        />
        <DatePicker
          label={t('accuracy.until')}
          value={until ?? null}
          onChange={(day) => choose({ until: day ?? undefined })}
        />
      </Form>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={4} />
      ) : data.readings === 0 ? (
        <EmptyState>{t('accuracy.empty')}</EmptyState>
      ) : (
        <>
          <Section title={t('accuracy.over', { count: data.readings })}>
            <AccuracyTable accuracy={data} />
          </Section>
          <Section title={t('accuracy.export')}>
            <p className="muted small">{t('accuracy.export.note')}</p>
            {saved.error && <Notice kind="error">{sentence(saved.error)}</Notice>}
            <Button
              kind="quiet"
              icon={IconDownload}
              isPending={saved.isPending}
              onPress={() => saved.mutate(span)}
            >
              {t('accuracy.export')}
            </Button>
          </Section>
        </>
      )}
      <p>
        <Link to="/readings/words">{t('accuracy.words')}</Link>
      </p>
    </Page>
  )
}
