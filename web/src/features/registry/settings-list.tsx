import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import * as z from 'zod'
import { api } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { matches } from '../../lib/matches.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { EmptyState, ErrorState, Notice, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import type { Faults } from './form-model.ts'
import { REGISTRY_KEY } from './queries.ts'

export interface ListOf<Item> {
  readonly version: number
  readonly items: readonly Item[]
}

export interface FieldProps<Item> {
  readonly item: Item
  readonly set: (change: Partial<Item>) => void
  readonly faults: Faults
  /** What names it stays as it is once it stands in the list. */
  readonly isNew: boolean
}

/** The list as a query answers it. */
interface Found<Item> {
  readonly data: ListOf<Item> | undefined
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
}

export interface SettingsListProps<Item> {
  readonly title: string
  readonly note?: string
  /** `/entities/commodities`: replaced as a whole. */
  readonly path: string
  readonly found: Found<Item>
  readonly schema: z.ZodType<Item>
  readonly columns: readonly Column<Item>[]
  readonly keyOf: (item: Item) => string
  readonly nameOf: (item: Item) => string
  readonly blank: Item
  readonly fields: (props: FieldProps<Item>) => ReactNode
  readonly actions?: (list: ListOf<Item>) => ReactNode
}

const SHOWN = 100

/** A maintained list: found by typing, changed line by line, saved as a whole with its version. */
export function SettingsList<Item extends object>(props: SettingsListProps<Item>) {
  const { title, columns, keyOf, nameOf } = props
  const { may } = useSession()
  const { data, error, refetch } = props.found
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<Item | 'new' | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton rows={8} />
  const mayChange = may.includes('entity.set_lists')
  const fitting = data.items.filter((item) => matches(`${keyOf(item)} ${nameOf(item)}`, words))
  const shown = fitting.slice(0, SHOWN)
  return (
    <>
      <div className="registry-settings-head">
        <TextField
          label={t('registry.settings.find')}
          isLabelHidden
          placeholder={t('registry.settings.find')}
          icon={IconSearch}
          value={words}
          onChange={setWords}
          onClear={() => setWords('')}
        />
        {props.note && <p className="muted small">{props.note}</p>}
        {mayChange && (
          <span className="bar-gap registry-settings-actions">
            {props.actions?.(data)}
            <Button icon={IconPlus} onPress={() => setOpen('new')}>
              {t('registry.settings.add')}
            </Button>
          </span>
        )}
      </div>
      <Table
        label={title}
        columns={columns}
        rows={shown}
        rowKey={keyOf}
        rowName={nameOf}
        {...(mayChange && { onOpen: setOpen })}
        empty={<EmptyState>{t('registry.settings.none')}</EmptyState>}
      />
      {fitting.length > shown.length && (
        <p className="muted small">
          {t('registry.settings.shown', { count: shown.length, all: fitting.length })}
        </p>
      )}
      {open !== null && (
        <ItemDialog
          {...props}
          list={data}
          item={open === 'new' ? undefined : open}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

interface DialogProps<Item> extends SettingsListProps<Item> {
  readonly list: ListOf<Item>
  readonly item: Item | undefined
  readonly onClose: () => void
}

function ItemDialog<Item extends object>(props: DialogProps<Item>) {
  const { list, item, schema, blank, keyOf, nameOf, path, onClose } = props
  const queries = useQueryClient()
  const [typed, setTyped] = useState(item ?? blank)
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (items: readonly Item[]) =>
      api.put(path, { version: list.version, items }, z.unknown()),
    onSuccess: () => {
      onClose()
      toast(t('registry.settings.saved'))
      return queries.invalidateQueries({ queryKey: [REGISTRY_KEY] })
    },
  })
  const parsed = schema.safeParse(typed)
  const faults: Faults = parsed.success
    ? {}
    : Object.fromEntries(
        parsed.error.issues.map(({ path: [key] }) => [String(key), t('registry.settings.wrong')]),
      )
  const others = list.items.filter((one) => one !== item)
  const save = () => {
    setTried(true)
    if (!parsed.success || isPending) return
    const place = item ? list.items.indexOf(item) : list.items.length
    mutate(list.items.toSpliced(place, item ? 1 : 0, parsed.data))
  }
  const title = item
    ? t('registry.settings.edit', { name: nameOf(item) || keyOf(item) })
    : t('registry.settings.add')
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        {props.fields({
          item: typed,
          set: (change) => setTyped({ ...typed, ...change }),
          faults: isTried ? faults : {},
          isNew: item === undefined,
        })}
        <FormActions>
          {item && (
            <Button kind="danger" isPending={isPending} onPress={() => mutate(others)}>
              {t('registry.settings.remove')}
            </Button>
          )}
          <span className="bar-gap" />
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('registry.form.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
