import './figures.css'
import type { PublishedFigure } from '@hopluc/shared/figures'
import { periodOfCode } from '@hopluc/shared/periods'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, Notice, Skeleton } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { indicatorsQuery } from '../indicators/queries.ts'
import { PublishedTable } from './published-table.tsx'
import { publishedQuery, useKeepPublished } from './queries.ts'
import { nameOf } from './words.ts'

/** What others have published, with whose it is: laid beside our figures, never added to them. */
export function PublishedPage() {
  const { data, error, refetch } = useQuery(publishedQuery)
  const [open, setOpen] = useState<PublishedFigure | 'new' | null>(null)
  const mayChange = data?.mayChange ?? false
  return (
    <Page
      title={t('figures.published')}
      shortTitle={t('figures.published.short')}
      crumbs={[{ label: t('figures.title'), to: '/figures' }]}
      lead={t('figures.published.lead')}
      actions={
        mayChange && (
          <Button icon={IconPlus} onPress={() => setOpen('new')}>
            {t('figures.published.add')}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton rows={8} />}
      {data && <PublishedTable items={data.items} onOpen={mayChange ? setOpen : undefined} />}
      {open && (
        <PublishedDialog before={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Page>
  )
}

const BLANK = {
  place: '',
  code: '',
  period: '',
  value: 0,
  words: '',
  agency: '',
  source: '',
  note: '',
}

function PublishedDialog({
  before,
  onClose,
}: {
  before: PublishedFigure | null
  onClose: () => void
}) {
  const [entry, setEntry] = useState(before ?? BLANK)
  const indicators = useQuery(indicatorsQuery)
  const [words, setWords] = useState('')
  const { mutate, isPending, error } = useKeepPublished(before)
  const set = (part: Partial<typeof BLANK>) => setEntry({ ...entry, ...part })
  const known = indicators.data?.items ?? []
  const chosen = known.find(({ code }) => code === entry.code)
  const isReady = chosen && periodOfCode(entry.period) && entry.agency.trim() && entry.source.trim()
  const save = () => {
    const { place, code, period, value, agency, source, note } = entry
    mutate(
      { place, code, period, value, words: entry.words, agency, source, note },
      {
        onSuccess: () => {
          toast(t('figures.published.saved'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      isOpen
      title={t(before ? 'figures.published.edit' : 'figures.published.add')}
      onClose={onClose}
      actions={
        <Button kind="primary" isPending={isPending} isDisabled={!isReady} onPress={save}>
          {t('figures.published.save')}
        </Button>
      }
    >
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <ComboBox
        label={t('indicators.name')}
        isRequired
        value={entry.code || null}
        valueLabel={chosen && nameOf(chosen)}
        options={known
          .filter((one) => `${one.code} ${nameOf(one)}`.toLowerCase().includes(words.toLowerCase()))
          .slice(0, 30)
          .map((one) => ({ value: one.code, label: nameOf(one), note: one.code }))}
        onSearch={setWords}
        onChange={(code) => set({ code: code ?? '' })}
      />
      <TextField
        label={t('figures.published.place')}
        hint={t('figures.published.place.hint')}
        value={entry.place}
        onChange={(place) => set({ place })}
      />
      <TextField
        label={t('figures.period')}
        hint={t('figures.published.period.hint')}
        isRequired
        value={entry.period}
        onChange={(period) => set({ period: period.trim() })}
      />
      <NumberField
        label={t('figures.published.theirs')}
        unit={chosen?.measure}
        value={entry.value}
        onChange={(value) => set({ value })}
      />
      <TextField
        label={t('figures.published.words')}
        value={entry.words}
        onChange={(said) => set({ words: said })}
      />
      <TextField
        label={t('figures.published.agency')}
        isRequired
        value={entry.agency}
        onChange={(agency) => set({ agency })}
      />
      <TextField
        label={t('figures.published.source')}
        isRequired
        value={entry.source}
        onChange={(source) => set({ source })}
      />
      <TextField
        label={t('figures.published.note')}
        value={entry.note}
        onChange={(note) => set({ note })}
      />
    </Dialog>
  )
}
