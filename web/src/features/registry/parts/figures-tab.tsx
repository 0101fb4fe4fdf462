import './parts.css'
import type { EntityFigures, FigureFrom, FigureRow } from '@hopluc/shared/entity-parts-figures'
import { FigureFrom as FigureFroms } from '@hopluc/shared/entity-parts-figures'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { Select } from '../../../ui/select.tsx'
import { ErrorState, Notice, Skeleton } from '../../../ui/states.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { EntityPartProps } from '../sections.ts'
import { FigureHistoryDialog } from './figure-history.tsx'
import { FiguresGrid } from './figures-grid.tsx'
import { changesOf, type Typed } from './figures-model.ts'
import { ofPart, Warnings } from './part-section.tsx'
import { figuresQuery, useStateFigures } from './queries.ts'

const LAND = ['K6', 'K7']

/** Indicators by years: members, workers, capital, revenue, what it pays. */
export function FiguresTab(part: EntityPartProps) {
  return <Figures {...part} title={t('parts.figures')} fits={({ code }) => !LAND.includes(code)} />
}

/** Land and machines by years. */
export function LandTab(part: EntityPartProps) {
  return <Figures {...part} title={t('parts.land')} fits={({ code }) => LAND.includes(code)} />
}

type Props = EntityPartProps & { title: string; fits: (row: FigureRow) => boolean }

function Figures(part: Props) {
  const { data, error, refetch } = useQuery(figuresQuery(ofPart(part)))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton rows={10} />
  const rows = data.rows.filter(part.fits)
  return <Sheet {...part} figures={{ ...data, rows }} />
}

function Sheet({ entity, title, figures }: Props & { figures: EntityFigures }) {
  const [typed, setTyped] = useState<Typed | null>(null)
  const [from, setFrom] = useState<FigureFrom>('entity')
  const [note, setNote] = useState('')
  const [shown, setShown] = useState<{ row: FigureRow; year: number } | null>(null)
  const { mutate, isPending, error } = useStateFigures(entity.id)
  const changes = typed ? changesOf(figures, typed) : { cells: [], wrong: [] }
  const save = () =>
    mutate(
      { source: { from, note: note.trim() || null }, cells: changes.cells },
      {
        onSuccess: () => {
          setTyped(null)
          toast(t('parts.figures.saved', { count: changes.cells.length }))
        },
      },
    )
  const keys = new Set(figures.rows.map(({ key }) => key))
  return (
    <Section
      title={title}
      note={t('parts.figures.note')}
      more={
        figures.mayChange &&
        !typed && (
          <Button isSmall onPress={() => setTyped({})}>
            {t('parts.figures.edit')}
          </Button>
        )
      }
    >
      {typed && <p className="muted small">{t('parts.figures.how')}</p>}
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Warnings of={figures.warnings.filter(({ field }) => keys.has(field?.split(' ')[0] ?? ''))} />
      <FiguresGrid
        label={title}
        figures={figures}
        typed={typed}
        wrong={changes.wrong}
        onType={(more) => setTyped((now) => ({ ...now, ...more }))}
        onShow={(row, year) => setShown({ row, year })}
      />
      {typed && (
        <div className="parts-save">
          <Select
            label={t('parts.figures.source')}
            options={FigureFroms.options.map((value) => ({
              value,
              label: t(`parts.figureFrom.${value}`),
            }))}
            value={from}
            onChange={setFrom}
          />
          <TextField label={t('parts.figures.sourceNote')} value={note} onChange={setNote} />
          <Button onPress={() => setTyped(null)}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            isPending={isPending}
            isDisabled={changes.cells.length === 0 || changes.wrong.length > 0}
            onPress={save}
          >
            {t('parts.figures.save', { count: changes.cells.length })}
          </Button>
        </div>
      )}
      {shown && (
        <FigureHistoryDialog entityId={entity.id} {...shown} onClose={() => setShown(null)} />
      )}
    </Section>
  )
}
