import {
  CERTIFICATE_WORDS,
  KIND_WORDS,
  LAW_WORDS,
  SECTOR_WORDS,
  SIZE_WORDS,
  statusWordsOf,
} from '@hopluc/shared/entity-words'
import type { EntityItem } from '@hopluc/shared/entity-lists'
import type { PlainDate } from '@hopluc/shared/values'
import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import type { ChosenColumn } from '../../ui/column-chooser.tsx'
import { DateText } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import { unitWords } from '../organisation/words.ts'
import { isCertificate } from './filter-options.ts'
import { type ListNames, STATUS_KIND, say } from './words.ts'

const MILLION = 1_000_000
const NOTHING = <span className="muted">–</span>

/** The columns of the list; those marked extra stand only when chosen. */
export function entityColumns(day: PlainDate, names: ListNames): ChosenColumn<EntityItem>[] {
  const column = (
    id: Parameters<typeof headOf>[0],
    rest: Omit<ChosenColumn<EntityItem>, 'id' | 'name' | 'head'>,
  ) => ({ id, name: headOf(id), head: headOf(id), ...rest })
  return [
    column('name', {
      isFixed: true,
      sortKey: 'name',
      phone: 'title',
      cell: ({ id, name }) => (
        <Link to="/registry/$id" params={{ id }} className="row-title">
          {name}
        </Link>
      ),
    }),
    column('kind', { isExtra: true, cell: ({ kind }) => say(KIND_WORDS[kind]) }),
    column('code', {
      cell: ({ code }) =>
        code ? (
          <span className="figures">{code}</span>
        ) : (
          <span className="muted">{t('registry.unknown')}</span>
        ),
    }),
    column('unit', { phone: 'line', cell: ({ unit }) => unitWords(unit) }),
    column('commodities', {
      cell: ({ commodities }) =>
        commodities.map((code) => names.commodities.get(code) ?? code).join(', ') || NOTHING,
    }),
    column('certificates', {
      cell: ({ certificates }) => certificates.map(certificateWords).join(', ') || NOTHING,
    }),
    column('members', {
      isFigure: true,
      sortKey: 'members',
      cell: ({ members }) => (members === null ? NOTHING : formatNumber(members)),
    }),
    column('capital', {
      isFigure: true,
      sortKey: 'capital',
      cell: ({ capital }) => (capital === null ? NOTHING : formatNumber(capital / MILLION, 0)),
    }),
    column('size', { isExtra: true, cell: ({ size }) => (size ? say(SIZE_WORDS[size]) : NOTHING) }),
    column('law', { isExtra: true, cell: ({ law }) => say(LAW_WORDS[law ?? 'none']) }),
    column('sector', {
      isExtra: true,
      cell: ({ sector }) => (sector ? say(SECTOR_WORDS[sector]) : NOTHING),
    }),
    column('representative', {
      isExtra: true,
      cell: ({ representative }) => representative ?? NOTHING,
    }),
    column('status', { isFixed: true, phone: 'end', cell: (item) => <StatusCell item={item} /> }),
    column('updated', {
      sortKey: 'updated',
      isFigure: true,
      cell: ({ updatedOn }) => <DateText value={updatedOn} today={day} />,
    }),
  ]
}

function headOf(
  id:
    | 'name'
    | 'kind'
    | 'code'
    | 'unit'
    | 'commodities'
    | 'certificates'
    | 'members'
    | 'capital'
    | 'size'
    | 'law'
    | 'sector'
    | 'representative'
    | 'status'
    | 'updated',
): string {
  return t(`registry.column.${id}`)
}

/** A kind that this page does not know yet stands as it came. */
function certificateWords(kind: string): string {
  return isCertificate(kind) ? say(CERTIFICATE_WORDS[kind]) : kind
}

function StatusCell({ item: { kind, status } }: { item: EntityItem }) {
  const words = say(statusWordsOf(kind, status))
  const shape = STATUS_KIND[status]
  return shape ? <Status kind={shape}>{words}</Status> : <>{words}</>
}
