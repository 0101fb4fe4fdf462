import { EntityKind } from '@hopluc/shared/entities'
import { useQuery } from '@tanstack/react-query'
import type { PlainDate } from '@hopluc/shared/values'
import { t } from '../../lib/i18n.ts'
import { type LinkTab, TabLinks } from '../../ui/tab-links.tsx'
import { isNarrowed, STALE_DAYS, WEAK } from './filter-options.ts'
import { entityCountsQuery, entityListQuery } from './queries.ts'
import type { RegistrySearch } from './search.ts'

interface TabsProps {
  readonly search: RegistrySearch & { asOf?: PlainDate | undefined }
  /** How many the list itself finds. */
  readonly total: number | undefined
}

const KINDS = ['cooperative', 'group', 'union', 'credit_fund'] as const satisfies EntityKind[]

/** Kinds and what needs attention; the figures are of the unit and the day, without other filters. */
export function ListTabs({ search, total }: TabsProps) {
  const { unit, asOf, kind, status, staleDays } = search
  const isPlain = !isNarrowed(search)
  const counts = useQuery({
    ...entityCountsQuery({ by: 'kind,status', unit, asOf }),
    enabled: isPlain,
  })
  const stale = useQuery({
    ...entityListQuery({ unit, asOf, staleDays: STALE_DAYS, limit: 1 }),
    enabled: isPlain,
  })
  const rows = counts.data?.rows
  const sum = (fits: (kind: string, status: string) => boolean) =>
    rows?.reduce(
      (all, { keys: [of, at], count }) => (fits(of ?? '', at ?? '') ? all + count : all),
      0,
    )
  const weak = WEAK.split(',')
  const tab = (
    id: 'all' | EntityKind | 'weak' | 'stale',
    isCurrent: boolean,
    count: number | undefined,
    change: Partial<RegistrySearch>,
  ): LinkTab => ({
    id,
    label: t(`registry.tab.${id}`),
    count: isPlain ? count : isCurrent ? total : undefined,
    change: { kind: undefined, status: undefined, staleDays: undefined, ...change },
    isCurrent,
  })
  const isOther = status === WEAK || staleDays === STALE_DAYS
  return (
    <TabLinks
      label={t('registry.tabs')}
      tabs={[
        tab(
          'all',
          !kind && !isOther,
          sum(() => true),
          {},
        ),
        ...KINDS.map((one) =>
          tab(
            one,
            kind === one && !isOther,
            sum((of) => of === one),
            { kind: one },
          ),
        ),
        tab(
          'weak',
          status === WEAK,
          sum((_, at) => weak.includes(at)),
          { status: WEAK },
        ),
        tab('stale', staleDays === STALE_DAYS, stale.data?.total?.count, { staleDays: STALE_DAYS }),
      ]}
    />
  )
}
