import './parts.css'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import type { Member, MemberPage } from '@hopluc/shared/entity-parts-people'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { PersonalExcelButton } from '../../../ui/personal-excel-button.tsx'
import { MaskedText } from '../../../ui/masked.tsx'
import { Section } from '../../../ui/page.tsx'
import { EmptyState, ErrorState, Notice, Skeleton } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { EntityPartProps } from '../sections.ts'
import { AffiliatesSection } from './affiliates-section.tsx'
import { ManagersSection } from './managers-section.tsx'
import { MemberBar } from './member-bar.tsx'
import { memberRows } from './member-fields.ts'
import { MemberImportDialog } from './member-import.tsx'
import { MembershipsSection } from './memberships-section.tsx'
import { PartDialog } from './part-dialog.tsx'
import { ofPart, Warnings } from './part-section.tsx'
import { membersQuery } from './queries.ts'
import { million, spanWords } from './words.ts'

/** The register of members with its counts, who manages it, and of what it is a member itself. */
export function MembersTab(part: EntityPartProps) {
  const { kind } = part.entity.attributes
  return (
    <>
      {kind === 'union' && (
        <AffiliatesSection
          path={`/entities/${part.entity.id}/affiliates`}
          asOf={ofPart(part).asOf}
        />
      )}
      <Register {...part} />
      <ManagersSection {...part} />
      {kind !== 'group' && <MembershipsSection {...part} />}
    </>
  )
}

const COLUMNS: readonly Column<Member>[] = [
  {
    id: 'name',
    head: t('parts.member.name'),
    phone: 'title',
    cell: ({ name, address }) => (
      <>
        {name}
        {address && <small>{address}</small>}
      </>
    ),
  },
  {
    id: 'kind',
    head: t('parts.member.kind'),
    phone: 'line',
    cell: ({ kind, subject }) => (
      <>
        {t(`parts.memberKind.${kind}`)}
        <small>{t(`parts.subject.${subject}`)}</small>
      </>
    ),
  },
  {
    id: 'paper',
    head: t('parts.member.paperNo'),
    cell: ({ paperNo, name }) => (
      <MaskedText value={paperNo} label={t('parts.member.paperNo.of', { name })} empty="–" />
    ),
  },
  {
    id: 'phone',
    head: t('parts.member.phone'),
    cell: ({ phone, name }) => (
      <MaskedText value={phone} label={t('parts.member.phone.of', { name })} empty="–" />
    ),
  },
  {
    id: 'share',
    head: t('parts.member.share.million'),
    isFigure: true,
    phone: 'end',
    cell: ({ share, percent }) => (
      <>
        {million(share)}
        {percent !== null && <small>{formatNumber(percent, 1)}%</small>}
      </>
    ),
  },
  {
    id: 'days',
    head: t('parts.member.days'),
    cell: ({ joinedOn, leftOn }) => <span className="figures">{spanWords(joinedOn, leftOn)}</span>,
  },
]

function Register(part: EntityPartProps) {
  const { entity } = part
  const [q, setQ] = useState('')
  const [withLeft, setWithLeft] = useState(false)
  const [pages, setPages] = useState<readonly string[]>([])
  const [open, setOpen] = useState<Member | 'new' | 'import' | null>(null)
  const of = ofPart(part)
  const where = { q: q || undefined, withLeft: withLeft || undefined, cursor: pages.at(-1) }
  const { data, error, refetch } = useQuery(membersQuery(of, where))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton rows={6} />
  return (
    <Section
      title={t('parts.members')}
      note={t('parts.members.note', { count: formatNumber(data.total.members) })}
      more={data.isOpen && <Tools page={data} id={entity.id} asOf={of.asOf} onOpen={setOpen} />}
    >
      <MemberBar page={data} />
      <Warnings of={data.warnings} />
      {!data.isOpen && <Notice kind="info">{t('parts.members.closed')}</Notice>}
      {data.isOpen && (
        <>
          <div className="parts-filters">
            <TextField
              label={t('parts.members.find')}
              value={q}
              onChange={(next) => {
                setQ(next)
                setPages([])
              }}
              onClear={() => setQ('')}
            />
            <Checkbox isSelected={withLeft} onChange={setWithLeft}>
              {t('parts.members.withLeft')}
            </Checkbox>
          </div>
          <Table
            label={t('parts.members')}
            columns={COLUMNS}
            rows={data.items}
            rowKey={({ id }) => id}
            isTall
            empty={
              <EmptyState>{t(q ? 'parts.members.notFound' : 'parts.members.none')}</EmptyState>
            }
            {...(data.mayChange && { onOpen: setOpen })}
          />
          <div className="parts-pages">
            {pages.length > 0 && (
              <Button isSmall onPress={() => setPages(pages.slice(0, -1))}>
                {t('ui.pager.previous')}
              </Button>
            )}
            {data.next && (
              <Button isSmall onPress={() => setPages([...pages, data.next ?? ''])}>
                {t('ui.pager.next')}
              </Button>
            )}
          </div>
        </>
      )}
      {open === 'import' && (
        <MemberImportDialog entityId={entity.id} onClose={() => setOpen(null)} />
      )}
      {open && open !== 'import' && (
        <PartDialog
          title={t(open === 'new' ? 'parts.members.add' : 'parts.members.edit')}
          entityId={entity.id}
          noun="members"
          rows={memberRows(entity.attributes.kind === 'union')}
          record={open === 'new' ? null : open}
          initial={{ kind: 'official_a', subject: 'person' }}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

function Tools(props: {
  page: MemberPage
  id: string
  asOf: string | undefined
  onOpen: (what: 'new' | 'import') => void
}) {
  const { page, id, asOf, onOpen } = props
  return (
    <span className="parts-tools">
      <PersonalExcelButton path={`/entities/${id}/members`} search={{ asOf }} isSmall />
      {page.mayChange && (
        <>
          <Button isSmall icon={IconFileImport} onPress={() => onOpen('import')}>
            {t('parts.members.import')}
          </Button>
          <Button isSmall icon={IconPlus} onPress={() => onOpen('new')}>
            {t('parts.members.add')}
          </Button>
        </>
      )}
    </span>
  )
}
