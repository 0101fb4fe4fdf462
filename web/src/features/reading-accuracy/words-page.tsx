import { ReadingWords, type WordList, WordKind } from '@hopluc/shared/reading-words'
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
              <p>{data.words[kind].length > 0 ? data.words[kind].join(', ') : t('words.none')}</p>
            </Section>
          ))}
        </>
      )}
    </Page>
  )
}

type Lines = Record<WordKind, string>

const asLines = ({ bodies, fields, posts, verbs, trades }: ReadingWords): Lines => ({
  bodies: bodies.join('\n'),
  fields: fields.join('\n'),
  posts: posts.join('\n'),
  verbs: verbs.join('\n'),
  trades: trades.join('\n'),
})

const asPhrases = (lines: string) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function WordsForm({ list }: { list: WordList }) {
  const [lines, setLines] = useState<Lines>(() => asLines(list.words))
  const [isWrong, setWrong] = useState(false)
  const { mutate, isPending, error } = useWords()
  const save = () => {
    const words = ReadingWords.safeParse(
      Object.fromEntries(WordKind.options.map((kind) => [kind, asPhrases(lines[kind])])),
    )
    setWrong(!words.success)
    if (words.success)
      mutate(
        { version: list.version, words: words.data },
        { onSuccess: () => toast(t('words.saved')) },
      )
  }
  return (
    <Form onSubmit={save}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {isWrong && <Notice kind="error">{t('words.long')}</Notice>}
      {WordKind.options.map((kind) => (
        <TextArea
          key={kind}
          label={t(`words.${kind}`)}
          hint={t('words.hint', { count: formatNumber(list.shipped[kind]) })}
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
