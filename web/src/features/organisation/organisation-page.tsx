import './organisation.css'
import type { Unit } from '@hopluc/shared/units'
import type { Id } from '@hopluc/shared/values'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Columns, Page } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { RecordHistory } from '../audit/record-history.tsx'
import { useSession } from '../session/queries.ts'
import { AgencyTable, Found, UnitTable } from './tables.tsx'
import { byAct, History, partWords } from './history.tsx'
import { agencyListQuery, agencyQuery, unitListQuery, unitQuery } from './queries.ts'
import { SearchWords } from './search-words.tsx'
import { UnitActions } from './unit-actions.tsx'
import { isOn, periodWords, unitWords } from './words.ts'

const route = getRouteApi('/app/organisation')

/** Units and agencies as they were on a day; without a choice, those of one's own post. */
export function OrganisationPage() {
  const { unit, q } = useDeferredValue(route.useSearch()) // the page stays while the next one loads
  const { post } = useSession()
  if (unit) return <UnitPart id={unit} {...(q && { words: q })} />
  if (post) return <OwnPart agencyId={post.agency.id} {...(q && { words: q })} />
  return (
    <Page title={t('organisation.title')}>
      <Search />
    </Page>
  )
}

function OwnPart({ agencyId, words }: { agencyId: Id; words?: string }) {
  const { asOf } = useDeferredValue(route.useSearch())
  const { data: agency } = useSuspenseQuery(agencyQuery(agencyId, asOf))
  return <UnitPart id={agency.unit.id} {...(words && { words })} />
}

function UnitPart({ id, words }: { id: Id; words?: string }) {
  const { asOf, cursor } = useDeferredValue(route.useSearch())
  const { today, may } = useSession()
  const day = asOf ?? today
  const { data: unit } = useSuspenseQuery(unitQuery(id, asOf))
  const below = useSuspenseQuery(unitListQuery({ parent: id, asOf, cursor, limit: 100 })).data
  const agencies = useSuspenseQuery(agencyListQuery({ unit: id, asOf, limit: 200 })).data
  return (
    <Page
      title={t('organisation.title')}
      crumbs={[{ label: t('organisation.short'), to: '/organisation' }]}
      actions={
        <>
          <ExcelButton path="/agencies" search={{ under: id, asOf }} />
          <ButtonLink to="/organisation/changes" search={{ under: id }}>
            {t('reorganisations.changes.open')}
          </ButtonLink>
          <ButtonLink to="/organisation/committees" search={{ under: id }}>
            {t('organisation.committees')}
          </ButtonLink>
          {may.includes('template.change') && (
            <ButtonLink to="/templates">{t('templates.title')}</ButtonLink>
          )}
          {unit.allowed.length > 0 && unit.level === 'nation' && (
            <ButtonLink to="/organisation/import">{t('organisation.import')}</ButtonLink>
          )}
          {unit.allowed.length > 0 && <UnitActions unit={unit} />}
        </>
      }
      lead={<Lead unit={unit} />}
    >
      {!isOn(day, unit) && (
        <Notice kind="info">
          {t('organisation.notThen', { day: formatDate(day), period: periodWords(unit) })}
        </Notice>
      )}
      <Search />
      {words ? (
        <Found words={words} day={day} asOf={asOf} />
      ) : (
        <Columns
          width={336}
          aside={
            <>
              <UnitHistory unit={unit} />
              {!asOf && <RecordHistory key={id} subject={id} />}
            </>
          }
        >
          {(unit.level !== 'commune' || below.items.length > 0) && (
            <UnitTable page={below} day={day} cursor={cursor} />
          )}
          <AgencyTable agencies={agencies.items} day={day} />
        </Columns>
      )}
    </Page>
  )
}

/** The way down from the nation; each step is a link. */
function Lead({ unit }: { unit: Unit }) {
  return (
    <>
      {unit.path.map((step) => (
        <Link key={step.id} to="/organisation" search={{ unit: step.id }}>
          {unitWords(step)}
        </Link>
      ))}
      <strong>{unitWords(unit)}</strong>
      {unit.code && <span className="figures muted">{unit.code}</span>}
      <span className="muted">{t(`organisation.level.${unit.level}`)}</span>
    </>
  )
}

function Search() {
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <search className="organisation-search">
      <SearchWords
        label={t('organisation.search')}
        value={q}
        onChange={(words) =>
          void navigate({ search: (now) => ({ ...now, q: words || undefined }) })
        }
      />
    </search>
  )
}

function UnitHistory({ unit }: { unit: Unit }) {
  const bridges = (items: Unit['cameFrom']) =>
    items.map(({ unit: other, under, ...succession }) => ({
      id: `${other.id} ${succession.onDay}`,
      title: (
        <Link to="/organisation" search={{ unit: other.id }}>
          {under ? `${unitWords(other)}, ${under}` : unitWords(other)}
        </Link>
      ),
      note: [partWords(succession), byAct(succession)].filter(Boolean).join('; '),
    }))
  return (
    <>
      <History
        title={t('organisation.history')}
        items={unit.versions.map((version) => ({
          id: version.fromOn,
          title: version.parent ? `${unitWords(version)}, ${version.parent}` : unitWords(version),
          note: periodWords(version),
        }))}
      />
      <History title={t('organisation.cameFrom')} items={bridges(unit.cameFrom)} />
      <History title={t('organisation.wentTo')} items={bridges(unit.wentTo)} />
    </>
  )
}
