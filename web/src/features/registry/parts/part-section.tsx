import { IconPlus } from '@tabler/icons-react'
import type { EntityWarning } from '@hopluc/shared/entities'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type * as z from 'zod'
import { language, t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import { Status } from '../../../ui/status.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { EntityPartProps } from '../sections.ts'
import type { FieldRow, Values } from './fields.tsx'
import { type Known, PartDialog } from './part-dialog.tsx'
import { type Of, partPagesQuery } from './queries.ts'

/** As a list answers: what there is, what bars nothing, whether one may change it. */
interface Listed<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
  readonly warnings: readonly EntityWarning[]
  readonly mayChange: boolean
}

export interface PartWords {
  readonly title: string
  readonly none: string
  readonly add: string
  readonly edit: string
}

export interface PartSectionProps<Item extends Known & Values> {
  readonly part: EntityPartProps
  readonly noun: string
  readonly list: z.ZodType<Listed<Item>>
  readonly words: PartWords
  readonly columns: readonly Column<Item>[]
  readonly rows: readonly FieldRow[]
  readonly initial?: Values | undefined
  readonly note?: (items: readonly Item[]) => ReactNode
}

export const ofPart = ({ entity, day, isPast }: EntityPartProps): Of => ({
  id: entity.id,
  asOf: isPast ? day : undefined,
})

/** One kind of record: its table, what is wrong, and for whoever may the way to change it. */
export function PartSection<Item extends Known & Values>(props: PartSectionProps<Item>) {
  const { part, noun, list, words, columns, rows, initial, note } = props
  const pages = useInfiniteQuery(partPagesQuery(noun, list, ofPart(part)))
  const { error, refetch } = pages
  const data = pages.data?.pages.at(-1)
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  const [open, setOpen] = useState<Item | 'new' | null>(null)
  return (
    <Section
      title={words.title}
      note={data && note?.(items)}
      more={
        data?.mayChange && (
          <Button kind="quiet" isSmall icon={IconPlus} onPress={() => setOpen('new')}>
            {words.add}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={3} />}
      {data && (
        <>
          <Warnings of={data.warnings} />
          <Table
            label={words.title}
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
            isTall
            empty={<EmptyState>{words.none}</EmptyState>}
            {...(data.mayChange && { onOpen: setOpen })}
          />
          <More of={pages} />
        </>
      )}
      {open && (
        <PartDialog
          title={open === 'new' ? words.add : words.edit}
          entityId={part.entity.id}
          noun={noun}
          rows={rows}
          record={open === 'new' ? null : open}
          initial={initial}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

interface Pages {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => Promise<unknown>
}

/** The next records, where there are more than a page holds. */
export function More({ of }: { of: Pages }) {
  if (!of.hasNextPage) return null
  return (
    <Button
      kind="quiet"
      isSmall
      isPending={of.isFetchingNextPage}
      onPress={() => void of.fetchNextPage()}
    >
      {t('parts.more')}
    </Button>
  )
}

export function Warnings({ of }: { of: readonly EntityWarning[] }) {
  if (of.length === 0) return null
  return (
    <ul className="registry-warnings">
      {of.map((warning) => (
        <li key={`${warning.key} ${warning.field ?? ''}`}>
          <Status kind="soon">{warning[language()]}</Status>
          {warning.basis && <small>{warning.basis}</small>}
        </li>
      ))}
    </ul>
  )
}
