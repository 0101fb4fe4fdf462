import { FigureIndicator } from '@hopluc/shared/finds'
import { ReadingWords, type WordList, WordKind } from '@hopluc/shared/reading-words'
import { meaningOf } from '@hopluc/shared/word-meaning'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useWords, wordsQuery } from './queries.ts'

/** The installation's own words for the reader: the administrator keeps them, all see them. */
export function WordsPage() {
  const { data } = useSuspenseQuery(wordsQuery)
  return (
    <Page
      title={t('words.title')}
      crumbs={[
        { label: t('readings.title'), to: '/readings' },
        { label: t('accuracy.title'), to: '/readings/accuracy' },
      ]}
      lead={
        <p>
          {t('words.lead')}
          {data.since && ` ${t('words.since', { day: formatDate(data.since) })}`}
        </p>
      }
    >
      {data.allowed.includes('change') ? (
        <WordsForm key={data.version} list={data} />
      ) : (
        <>
          <p className="muted small">{t('words.admin')}</p>
          {WordKind.options.map((kind) => (
            <Section key={kind} title={t(`words.${kind}`)}>
              <p>{shown(data.words, kind).join(', ') || t('words.none')}</p>
            </Section>
          ))}
        </>
      )}
    </Page>
  )
}

type Lines = Record<WordKind, string>

const asLines = (words: ReadingWords): Lines => ({
  bodies: words.bodies.join('\n'),
  fields: words.fields.join('\n'),
  posts: words.posts.join('\n'),
  verbs: words.verbs.join('\n'),
  reports: words.reports.join('\n'),
  trades: words.trades.join('\n'),
  units: words.units.join('\n'),
  indicators: shown(words, 'indicators').join('\n'),
})

/** Indicators by their names, not by their codes. */
function shown(words: ReadingWords, kind: WordKind): string[] {
  if (kind !== 'indicators') return words[kind]
  return words.indicators.map((line) => {
    const { phrase, indicator } = meaningOf(line)
    const code = FigureIndicator.safeParse(indicator)
    return code.success ? `${phrase} = ${t(`readings.figure.${code.data}`)}` : line
  })
}

const asPhrases = (lines: string) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const NAMES = FigureIndicator.options.filter((code) => code !== 'other')

/** As it is kept; null where no indicator has the name. */
function asMeaning(line: string): string | null {
  const { phrase, indicator } = meaningOf(line)
  const wanted = indicator.normalize('NFC').toLowerCase()
  const code = NAMES.find((one) => t(`readings.figure.${one}`).toLowerCase() === wanted)
  return code && phrase ? `${phrase} = ${code}` : null
}

function WordsForm({ list }: { list: WordList }) {
  const [lines, setLines] = useState<Lines>(() => asLines(list.words))
  const [wrong, setWrong] = useState('')
  const { mutate, isPending, error } = useWords()
  const save = () => {
    const meanings = asPhrases(lines.indicators)
    const unknown = meanings.find((line) => asMeaning(line) === null)
    if (unknown !== undefined) return setWrong(t('words.indicators.unknown', { line: unknown }))
    const words = ReadingWords.safeParse({
      ...Object.fromEntries(WordKind.options.map((kind) => [kind, asPhrases(lines[kind])])),
      indicators: meanings.map(asMeaning),
    })
    setWrong(words.success ? '' : t('words.long'))
    if (words.success)
      mutate(
        { version: list.version, words: words.data },
        { onSuccess: () => toast(t('words.saved')) },
      )
  }
  return (
    <Form onSubmit={save}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {wrong && <Notice kind="error">{wrong}</Notice>}
      {WordKind.options.map((kind) => (
        <TextArea
          key={kind}
          label={t(`words.${kind}`)}
          hint={t(kind === 'indicators' ? 'words.indicators.hint' : 'words.hint', {
            count: formatNumber(list.shipped[kind]),
            names: NAMES.map((code) => t(`readings.figure.${code}`)).join('; '),
          })}
          value={lines[kind]}
          onChange={(value) => setLines({ ...lines, [kind]: value })}
        />
      ))}
      <FormActions>
        <Button type="submit" isPending={isPending}>
          {t('words.save')}
        </Button>
      </FormActions>
    </Form>
  )
}
