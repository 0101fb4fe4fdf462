import { IconPlus } from '@tabler/icons-react'
import type { MarketBoard, MarketEntry } from '@hopluc/shared/market'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { useOnce } from '../registry/use-once.ts'
import { useSession } from '../session/queries.ts'
import { useEnter } from './queries.ts'

interface Line {
  commodity: string | null
  place: string
  measure: string
  price: number | null
  source: string
  hint?: string
}

const BLANK: Line = { commodity: null, place: '', measure: 'kg', price: null, source: '' }

interface EntryDialogProps {
  readonly board: MarketBoard
  readonly onClose: () => void
}

/** What one's agency entered last stands there to be priced anew; lines without a price are left out. */
export function EntryDialog({ board, onClose }: EntryDialogProps) {
  const { today } = useSession()
  const { mutate, error, isPending } = useEnter()
  const once = useOnce()
  const [onDay, setDay] = useState<string | null>(today)
  const [lines, setLines] = useState<readonly Line[]>(() => linesOf(board))
  const [isTried, setTried] = useState(false)
  const change = (at: number, next: Partial<Line>) =>
    setLines((before) => before.map((one, index) => (index === at ? { ...one, ...next } : one)))
  const missing = (words: string | null) =>
    isTried && !words?.trim() ? t('market.required') : undefined
  const priced = lines.filter(({ price }) => price !== null && price > 0)
  const save = () => {
    setTried(true)
    const entry = onDay && entryOf(onDay, priced, board)
    if (!entry || !once.begin()) return
    mutate(entry, {
      onSettled: once.end,
      onSuccess: () => {
        toast(t('market.kept'))
        onClose()
      },
    })
  }
  return (
    <Dialog title={t('market.enter')} isOpen onClose={onClose} isKept={isPending} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {isTried && priced.length === 0 && <Notice kind="error">{t('market.nothing')}</Notice>}
      <Form onSubmit={save} error={error} label={t('market.enter')}>
        <DatePicker
          label={t('market.onDay')}
          name="onDay"
          value={onDay}
          onChange={setDay}
          max={today}
          error={missing(onDay)}
          isRequired
        />
        <div className="market-lines">
          {lines.map((line, at) => (
            // A line has no name of its own: its place is what it is.
            // oxlint-disable-next-line react/no-array-index-key
            <fieldset key={at} className="market-line">
              <legend className="for-readers">{t('market.line', { index: at + 1 })}</legend>
              <ComboBox
                label={t('market.commodity')}
                value={line.commodity}
                options={board.commodities.map(({ code, name }) => ({ value: code, label: name }))}
                onChange={(commodity) => change(at, { commodity })}
                error={line.price ? missing(line.commodity) : undefined}
              />
              <TextField
                label={t('market.place')}
                value={line.place}
                onChange={(place) => change(at, { place })}
                error={line.price ? missing(line.place) : undefined}
              />
              <TextField
                label={t('market.measure')}
                value={line.measure}
                onChange={(measure) => change(at, { measure })}
                error={line.price ? missing(line.measure) : undefined}
              />
              <MoneyField
                label={t('market.price')}
                name={`price-${at}`}
                value={line.price}
                onChange={(price) => change(at, { price })}
                hint={line.hint}
              />
              <TextField
                label={t('market.source')}
                value={line.source}
                onChange={(source) => change(at, { source })}
                error={line.price ? missing(line.source) : undefined}
              />
              <Button isSmall onPress={() => setLines(lines.filter((_, index) => index !== at))}>
                {t('market.remove')}
              </Button>
            </fieldset>
          ))}
          <Button isSmall icon={IconPlus} onPress={() => setLines([...lines, BLANK])}>
            {t('market.add')}
          </Button>
        </div>
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('market.keep')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function linesOf({ items }: MarketBoard): Line[] {
  const own = items
    .filter(({ isOwn }) => isOwn)
    .map(({ commodity, place, measure, source, price, onDay }) => ({
      commodity,
      place,
      measure,
      source,
      price: null,
      hint: t('market.last', { price: formatNumber(price), day: formatDate(onDay) }),
    }))
  return own.length > 0 ? own : [BLANK]
}

/** Undefined while a line that has a price lacks something else. */
function entryOf(
  onDay: string,
  priced: readonly Line[],
  { items }: MarketBoard,
): MarketEntry | undefined {
  const lines: MarketEntry['lines'] = []
  for (const { commodity, price, ...words } of priced) {
    const [place, measure, source] = [words.place, words.measure, words.source].map((one) =>
      one.trim(),
    )
    if (!commodity || !price || !place || !measure || !source) return undefined
    const series = items.find(
      (one) =>
        one.isOwn && one.commodity === commodity && one.place === place && one.measure === measure,
    )
    const seen = series?.trend.find((one) => one.onDay === onDay)?.price ?? null
    lines.push({ commodity, price, place, measure, source, seen })
  }
  return lines.length > 0 ? { onDay, lines } : undefined
}
