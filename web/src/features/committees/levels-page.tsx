import './committees.css'
import '../organisation/organisation.css'
import { IconBell, IconFileTypeDocx, IconGavel } from '@tabler/icons-react'
import { type LevelItem, type LevelPage, LevelState } from '@hopluc/shared/committee-levels'
import type { Id } from '@hopluc/shared/values'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ExcelButton } from '../../ui/excel-button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { committeeListQuery } from '../organisation/queries.ts'
import { unitWords } from '../organisation/words.ts'
import { useSession } from '../session/queries.ts'
import { LeadersSection } from './leaders-section.tsx'
import { LevelStatus } from './marks.tsx'
import { levelsQuery } from './queries.ts'
import { RemindDialog } from './remind-dialog.tsx'
import { RequireDialog } from './require-dialog.tsx'

const route = getRouteApi('/app/organisation/committees')
const isLacking = ({ state }: LevelItem) => state === 'missing' || state === 'out_of_date'

/** Committees of the communes on a day: who has none, whose is out of date, who was reminded. */
export function LevelsPage() {
  const search = useDeferredValue(route.useSearch())
  const { asOf, under, state, cursor } = search
  const { today, post } = useSession()
  const { data: page } = useSuspenseQuery(levelsQuery({ asOf, under, state, cursor }))
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<'remind' | 'require' | null>(null)
  const committeeId = post?.committee?.id ?? null
  const chosen = page.items.filter((item) => selected.has(item.id) && isLacking(item))
  const mayRemind = page.allowed.includes('remind') && committeeId !== null
  return (
    <Page
      title={t('organisation.committee.title')}
      crumbs={[{ label: t('organisation.short'), to: '/organisation' }]}
      lead={<Lead page={page} />}
      actions={
        <>
          <ExcelButton path="/committees/levels" search={{ asOf, under, state }} />
          <ButtonLink to="/organisation/inspections">{t('inspections.list')}</ButtonLink>
          {page.allowed.includes('require') && (
            <Button icon={IconGavel} onPress={() => setOpen('require')}>
              {t('committees.require')}
            </Button>
          )}
        </>
      }
      bar={
        mayRemind &&
        selected.size > 0 && (
          <Chosen committeeId={committeeId} chosen={chosen} onRemind={() => setOpen('remind')} />
        )
      }
    >
      <Above under={under} />
      <TabLinks label={t('committees.levels.state')} tabs={tabsOf(page, state)} />
      <Section
        title={t('committees.levels.state')}
        note={t('organisation.on', { day: formatDate(asOf ?? today) })}
      >
        <Table
          label={t('organisation.committee.title')}
          columns={COLUMNS()}
          rows={page.items}
          rowKey={({ id }) => id}
          rowName={unitWords}
          isTall
          {...(mayRemind && { selected, onSelect: setSelected })}
          empty={<EmptyState>{t('committees.levels.empty')}</EmptyState>}
        />
        <Pager cursor={cursor} next={page.next} />
      </Section>
      <LeadersSection under={under} asOf={asOf} />
      {open === 'remind' && committeeId && (
        <RemindDialog
          committeeId={committeeId}
          units={chosen.map((item) => ({ id: item.id, name: unitWords(item) }))}
          onClose={() => {
            setOpen(null)
            setSelected(new Set())
          }}
        />
      )}
      {open === 'require' && committeeId && (
        <RequireDialog
          committeeId={committeeId}
          requirement={page.requirements.find(({ committee }) => committee.id === committeeId)}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  )
}

/** The committees of the units above the communes, by name. */
function Above({ under }: { under: Id | undefined }) {
  const { asOf } = useDeferredValue(route.useSearch())
  const { data } = useSuspenseQuery(committeeListQuery({ under, asOf, limit: 100 }))
  const above = data.items.filter(({ unit }) => unit.level !== 'commune')
  if (above.length === 0) return null
  return (
    <Section title={t('organisation.committee.list')}>
      <ul className="organisation-history committees-above">
        {above.map(({ id, name, head, decision, decidedOn, members }) => (
          <li key={id}>
            <Link to="/organisation/committees/$id" params={{ id }}>
              {name}
            </Link>
            <small>
              {[
                head,
                `${decision}, ${formatDate(decidedOn)}`,
                t('organisation.committee.membersAre', { count: members }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Lead({ page }: { page: LevelPage }) {
  const { counts, requirements } = page
  const [requirement] = requirements.filter(({ isRequired }) => isRequired)
  return (
    <>
      <span>
        {t('committees.levels.lead', {
          inOrder: formatNumber(counts.inOrder),
          required: formatNumber(counts.required),
        })}
      </span>
      {requirement ? (
        <>
          {requirement.words &&
            (requirement.documentId ? (
              <Link to="/documents/$id" params={{ id: requirement.documentId }}>
                {t('committees.levels.by', { words: requirement.words })}
              </Link>
            ) : (
              <span>{t('committees.levels.by', { words: requirement.words })}</span>
            ))}
          <span>{t('committees.require.from', { day: formatDate(requirement.fromOn) })}</span>
        </>
      ) : (
        <span>{t('committees.levels.none')}</span>
      )}
    </>
  )
}

function tabsOf({ counts }: LevelPage, state: LevelState | undefined) {
  const all = {
    id: 'all',
    label: t('committees.levels.all.tab'),
    count: counts.total,
    change: { state: undefined, cursor: undefined },
    isCurrent: state === undefined,
  }
  const each = LevelState.options
    .filter((one) => counts.byState[one] > 0 || one === state)
    .map((one) => ({
      id: one,
      label: t(`committees.state.${one}`),
      count: counts.byState[one],
      change: { state: one, cursor: undefined },
      isCurrent: state === one,
    }))
  return [all, ...each]
}

function Chosen(props: { committeeId: Id; chosen: readonly LevelItem[]; onRemind: () => void }) {
  const { committeeId, chosen, onRemind } = props
  const letter = useMutation({
    mutationFn: () =>
      api.download(`/committees/${committeeId}/reminders/letter`, {
        units: chosen.map(({ id }) => id).join(','),
      }),
  })
  if (chosen.length === 0) return <span>{t('committees.remind.nothing')}</span>
  return (
    <>
      <span>{t('committees.levels.selected', { count: chosen.length })}</span>
      {letter.error && <span className="red">{sentence(letter.error)}</span>}
      <span className="bar-gap" />
      <Button icon={IconFileTypeDocx} isPending={letter.isPending} onPress={() => letter.mutate()}>
        {t('committees.levels.letter')}
      </Button>
      <Button kind="primary" icon={IconBell} onPress={onRemind}>
        {t('committees.remind')}
      </Button>
    </>
  )
}

const COLUMNS = (): Column<LevelItem>[] => [
  {
    id: 'unit',
    head: t('committees.levels.unit'),
    phone: 'title',
    cell: (item) => (
      <>
        <Link className="row-title" to="/organisation" search={{ unit: item.id }}>
          {unitWords(item)}
        </Link>
        <small>
          {[item.under, !item.isRequired && t('committees.levels.optional')]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </>
    ),
  },
  {
    id: 'state',
    head: t('committees.levels.state'),
    phone: 'line',
    cell: ({ state, lacks, taskId }) => (
      <>
        <LevelStatus state={state} />
        <small>
          {taskId ? (
            <Link to="/tasks/$id" params={{ id: taskId }}>
              {t('committees.state.waiting')}
            </Link>
          ) : (
            lacks.map((lack) => t(`committees.lack.${lack}`)).join('; ')
          )}
        </small>
      </>
    ),
  },
  {
    id: 'decision',
    head: t('committees.levels.decision'),
    cell: ({ committee, decision, decidedOn }) =>
      committee ? (
        <>
          <Link to="/organisation/committees/$id" params={{ id: committee.id }}>
            {decision}
          </Link>
          <small className="figures">{decidedOn && formatDate(decidedOn)}</small>
        </>
      ) : (
        '–'
      ),
  },
  {
    id: 'head',
    head: t('committees.levels.head'),
    cell: ({ head, leader }) => head || leader || '–',
  },
  {
    id: 'members',
    head: t('organisation.committee.count'),
    isFigure: true,
    width: '100px',
    cell: ({ committee, members }) => (committee ? formatNumber(members) : '–'),
  },
  {
    id: 'reminded',
    head: t('committees.levels.reminded'),
    isFigure: true,
    phone: 'end',
    cell: ({ remindedOn, reminders }) =>
      remindedOn ? (
        <>
          {formatDate(remindedOn)}
          <small>{t('committees.levels.times', { count: reminders })}</small>
        </>
      ) : (
        '–'
      ),
  },
]
