import './reorganisations.css'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import type { OrganisationChanges } from '@hopluc/shared/organisation-changes'
import { addDays, type PlainDate } from '@hopluc/shared/values'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { agencyQuery } from '../organisation/queries.ts'
import { unitWords } from '../organisation/words.ts'
import { useSession } from '../session/queries.ts'
import { GroupList } from './group-list.tsx'
import { HoldingPart } from './holding-part.tsx'
import { changesQuery, downloadChanges } from './queries.ts'
import { TimeLine } from './time-line.tsx'

const route = getRouteApi('/app/organisation/changes')

/** Old units beside the new ones they became, on two days; without a choice, where one's post is. */
export function ChangesPage() {
  const { under } = route.useSearch()
  const { post } = useSession()
  if (!under && post) return <Own agencyId={post.agency.id} />
  return <Changes under={under} />
}

function Own({ agencyId }: { agencyId: string }) {
  const { data: agency } = useSuspenseQuery(agencyQuery(agencyId))
  return <Changes under={agency.unit.id} />
}

function Changes({ under }: { under: string | undefined }) {
  const { unit, ...search } = route.useSearch()
  const { today } = useSession()
  const navigate = route.useNavigate()
  const asked = useDeferredValue({ ...search, under })
  const { data } = useSuspenseQuery(changesQuery(asked))
  const chosen = unit ?? data.items.find(({ to }) => to !== null)?.to?.id
  const go = (change: { day?: PlainDate; against?: PlainDate }) =>
    void navigate({ search: (now) => ({ ...now, ...change, cursor: undefined, unit: undefined }) })
  return (
    <Page
      title={t('reorganisations.changes.title')}
      crumbs={[{ label: t('organisation.short'), to: '/organisation' }]}
      actions={
        <>
          <DatePicker
            label={t('reorganisations.changes.day')}
            value={data.asOf}
            onChange={(day) => day && go({ day, against: addDays(day, -1) })}
          />
          <DatePicker
            label={t('reorganisations.changes.against')}
            value={data.against}
            max={addDays(data.asOf, -1)}
            onChange={(against) => against && go({ day: data.asOf, against })}
          />
          <Button icon={IconFileSpreadsheet} onPress={() => void downloadChanges(asked)}>
            {t('reorganisations.changes.table')}
          </Button>
        </>
      }
    >
      <TimeLine acts={data.acts} day={data.asOf} today={today} />
      <Columns width={336} aside={<Aside data={data} chosen={chosen} />}>
        <Section
          title={t('reorganisations.changes.units')}
          note={data.under ? unitWords(data.under) : undefined}
          more={<Levels data={data} />}
        >
          {data.items.length === 0 ? (
            <EmptyState>
              {t('reorganisations.changes.none', {
                from: formatDate(data.against),
                until: formatDate(data.asOf),
              })}
            </EmptyState>
          ) : (
            <GroupList
              groups={data.items}
              before={t('reorganisations.changes.until', { day: formatDate(data.against) })}
              after={t('reorganisations.changes.from', { day: formatDate(data.asOf) })}
              sum={{ before: data.unitsBefore, after: data.unitsAfter, counts: data.counts }}
              chosen={chosen ?? null}
              day={data.asOf}
            />
          )}
          <Pager cursor={search.cursor} next={data.next} />
        </Section>
      </Columns>
    </Page>
  )
}

/** Counts of the branch; a press on those of the nation leads to the whole of it. */
function Levels({ data }: { data: OrganisationChanges }) {
  const { nation } = data
  return (
    <span className="muted small changes-levels">
      {nation ? (
        <Link
          from="/organisation/changes"
          to="."
          search={({ day, against }) => ({ day, against, under: nation.id })}
        >
          {t('reorganisations.changes.nation', { levels: levelWords(nation.levels) })}
        </Link>
      ) : (
        levelWords(data.levels)
      )}
    </span>
  )
}

function levelWords(levels: OrganisationChanges['levels']): string {
  return levels
    .filter(({ before, after }) => before + after > 0)
    .map(({ level, before, after }) => {
      const counts = { before: formatNumber(before), after: formatNumber(after) }
      return t(`reorganisations.changes.level.${level}`, counts)
    })
    .join('; ')
}

function Aside({ data, chosen }: { data: OrganisationChanges; chosen: string | undefined }) {
  return (
    <>
      {chosen && <HoldingPart id={chosen} day={data.asOf} />}
      <p className="muted small">
        <Link to="/reorganisations">{t('reorganisations.list.open')}</Link>
      </p>
    </>
  )
}
