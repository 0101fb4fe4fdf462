import './unit-import.css'
import {
  PROVINCES_ACT,
  type UnitImportCommand,
  UnitImportKind,
  UnitImportPreview,
  UnitImportResult,
} from '@hopluc/shared/unit-import'
import type { PlainDate } from '@hopluc/shared/values'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox, RadioGroup } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { type DroppedFile, FileDrop } from '../../ui/file-drop.tsx'
import { FormRow } from '../../ui/form.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyState, ErrorState, Notice, Skeleton } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { sendFile } from '../tasks/deeds/evidence-fields.tsx'
import { Counts, PreviewPart } from './preview-part.tsx'

const MAX_FILE = 20_000_000
const LIST = { onDay: '2025-07-01', since: '2004-01-01', isWhole: false } as const
/** In the order in which a new installation takes them. */
const KINDS = ['provinces', 'units', 'predecessors'] as const

interface Fields {
  kind: UnitImportKind
  onDay: PlainDate | null
  since: PlainDate | null
  act: string
  isWhole: boolean
}

/** A list of units: what it is, what it would change, and only then the entry, whole or not at all. */
export function UnitImportPage() {
  const [fields, setFields] = useState<Fields>({ ...LIST, kind: 'provinces', act: PROVINCES_ACT })
  const [file, setFile] = useState<(DroppedFile & { fileId?: string }) | null>(null)
  const queries = useQueryClient()
  const look = useMutation({
    mutationFn: (next: UnitImportCommand) =>
      api.post('/units/imports/preview', next, UnitImportPreview),
  })
  const enter = useMutation({
    mutationFn: (next: UnitImportCommand) => api.post('/units/imports', next, UnitImportResult),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['organisation'] }),
  })
  const set = (change: Partial<Fields>) => {
    setFields((now) => ({ ...now, ...change }))
    look.reset()
  }
  const take = async ([given]: readonly File[]) => {
    if (!given) return
    look.reset()
    const shown = { id: 'file', name: given.name, size: given.size }
    setFile({ ...shown, share: 0 })
    try {
      const sent = await sendFile(given, (share) =>
        setFile({ ...shown, share: Math.min(share, 0.99) }),
      )
      setFile({ ...shown, share: 1, fileId: sent.id })
    } catch (error) {
      setFile({ ...shown, error: sentence(error) })
    }
  }
  const command = commandOf(fields, file?.fileId)
  const count = look.data ? changesIn(look.data) : 0
  const canEnter = command && look.data?.errors.length === 0 && count > 0
  if (enter.data) return <Running start={enter.data} onAgain={() => enter.reset()} />
  return (
    <Page
      title={t('unitImport.title')}
      crumbs={[{ label: t('organisation.short'), to: '/organisation' }]}
      bar={
        <>
          <Button
            isPending={look.isPending}
            isDisabled={!command}
            onPress={() => command && look.mutate(command)}
          >
            {t('unitImport.look')}
          </Button>
          <span className="bar-gap" />
          <Button
            kind="primary"
            isPending={enter.isPending}
            isDisabled={!canEnter}
            onPress={() => command && enter.mutate(command)}
          >
            {t('unitImport.enter', { count })}
          </Button>
        </>
      }
    >
      <div className="unit-import-fields">
        <RadioGroup
          label={t('unitImport.kind')}
          choices={KINDS.map((kind) => ({
            value: kind,
            label: t(`unitImport.kind.${kind}`),
            note: t(`unitImport.kind.${kind}.note`),
          }))}
          value={fields.kind}
          onChange={(kind) =>
            set({
              kind: UnitImportKind.parse(kind),
              act: kind === 'provinces' ? PROVINCES_ACT : '',
            })
          }
        />
        {fields.kind === 'provinces' ? (
          <TextField
            label={t('unitImport.act')}
            hint={t('unitImport.act.hint')}
            value={fields.act}
            onChange={(act) => set({ act })}
          />
        ) : (
          <ListFields fields={fields} set={set}>
            <FileDrop
              label={t('unitImport.file')}
              accept={['.xlsx', '.csv']}
              maxBytes={MAX_FILE}
              files={file ? [file] : []}
              onFiles={(files) => void take(files)}
              onRemove={() => setFile(null)}
            />
          </ListFields>
        )}
      </div>
      {look.error && <ErrorState error={look.error} />}
      {enter.error && <ErrorState error={enter.error} />}
      {look.isPending && <Skeleton rows={8} />}
      {look.data && <PreviewPart preview={look.data} count={count} />}
    </Page>
  )
}

function ListFields(props: {
  fields: Fields
  set: (change: Partial<Fields>) => void
  children: React.ReactNode
}) {
  const { fields, set } = props
  return (
    <>
      <FormRow>
        <DateField
          label={t('unitImport.onDay')}
          value={fields.onDay}
          onChange={(onDay) => set({ onDay })}
        />
        <TextField
          label={t('unitImport.act')}
          value={fields.act}
          onChange={(act) => set({ act })}
        />
      </FormRow>
      {fields.kind === 'predecessors' ? (
        <DateField
          label={t('unitImport.since')}
          hint={t('unitImport.since.hint')}
          value={fields.since}
          onChange={(since) => set({ since })}
        />
      ) : (
        <Checkbox isSelected={fields.isWhole} onChange={(isWhole) => set({ isWhole })}>
          {t('unitImport.isWhole')}
        </Checkbox>
      )}
      {props.children}
    </>
  )
}

/** Ready to be sent, or undefined while something is missing. */
function commandOf(
  { kind, onDay, since, act, isWhole }: Fields,
  fileId: string | undefined,
): UnitImportCommand | undefined {
  if (!act.trim()) return undefined
  if (kind === 'provinces') return { ...LIST, kind, fileId: null, act: act.trim() }
  if (!onDay || !since || !fileId) return undefined
  return { kind, onDay, since, act: act.trim(), fileId, isWhole: kind === 'units' && isWhole }
}

function changesIn({ counts }: UnitImportPreview): number {
  return Object.values(counts).reduce((sum, one) => sum + one, 0) - counts.same
}

/** How far it is, asked every second until it is over. */
function Running({ start, onAgain }: { start: UnitImportResult; onAgain: () => void }) {
  const queries = useQueryClient()
  const { data = start } = useQuery({
    queryKey: ['unit-import', start.job],
    queryFn: async () => {
      const now = await api.get(`/units/imports/${start.job}`, UnitImportResult)
      if (now.state === 'done') void queries.invalidateQueries({ queryKey: ['organisation'] })
      return now
    },
    enabled: start.job !== null,
    refetchInterval: ({ state }) =>
      state.data?.state === 'done' || state.data?.state === 'failed' ? false : 1000,
  })
  const isOver = data.state === 'done' || data.state === 'failed'
  return (
    <Page
      title={t('unitImport.title')}
      crumbs={[{ label: t('organisation.short'), to: '/organisation' }]}
    >
      {!isOver && <Notice kind="info">{t('unitImport.running')}</Notice>}
      {data.state === 'failed' && (
        <Notice kind="error">
          {t('unitImport.failed')} {data.error}
        </Notice>
      )}
      {data.counts && (
        <Section title={t('unitImport.done')}>
          <Counts counts={data.counts} />
        </Section>
      )}
      {isOver && (
        <EmptyState action={<Button onPress={onAgain}>{t('unitImport.again')}</Button>}>
          <ButtonLink to="/organisation">{t('unitImport.open')}</ButtonLink>
        </EmptyState>
      )}
    </Page>
  )
}
