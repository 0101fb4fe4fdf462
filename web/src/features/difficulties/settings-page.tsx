import './difficulties.css'
import { IconPlus } from '@tabler/icons-react'
import type { DifficultyRule, DifficultyTerm, DifficultyTopic } from '@hopluc/shared/difficulties'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyState, ErrorState, PageSkeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { settingsQuery } from './queries.ts'
import { RuleDialog, TermDialog, TopicDialog } from './settings-dialogs.tsx'
import { topicWords } from './words.tsx'

type Open =
  { topic: DifficultyTopic | null } | { term: DifficultyTerm } | { rule: DifficultyRule | null }

/** Who has what, by when, under which topic: kept by the standing agency and the administrator. */
export function DifficultySettingsPage() {
  const { data, error, refetch } = useQuery(settingsQuery)
  const [open, setOpen] = useState<Open | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const { topics, terms, rules, maySetLists, maySetRules } = data
  const close = () => setOpen(null)
  return (
    <Page
      title={t('difficulties.settings')}
      crumbs={[{ label: t('difficulties.own'), to: '/difficulties' }]}
      lead={t('difficulties.settings.lead')}
    >
      <Section title={t('difficulties.rules')}>
        <p className="muted small">{t('difficulties.rules.hint')}</p>
        <Table
          label={t('difficulties.rules')}
          columns={RULES()}
          rows={rules}
          rowKey={({ unit, topic, level }) => `${unit.id} ${topic?.id ?? ''} ${level}`}
          rowName={({ agency }) => agency.name}
          {...(maySetRules && { onOpen: (rule: DifficultyRule) => setOpen({ rule }) })}
          empty={<EmptyState>{t('difficulties.rules.none')}</EmptyState>}
        />
        {maySetRules && (
          <p>
            <Button icon={IconPlus} onPress={() => setOpen({ rule: null })}>
              {t('difficulties.rules.add')}
            </Button>
          </p>
        )}
      </Section>
      <Section title={t('difficulties.terms')}>
        <Table
          label={t('difficulties.terms')}
          columns={TERMS()}
          rows={terms}
          rowKey={({ level }) => level}
          rowName={({ level }) => t(`difficulties.level.${level}`)}
          {...(maySetLists && { onOpen: (term: DifficultyTerm) => setOpen({ term }) })}
          empty={null}
        />
      </Section>
      <Section title={t('difficulties.topics')}>
        <Table
          label={t('difficulties.topics')}
          columns={TOPICS()}
          rows={topics}
          rowKey={({ id }) => id}
          rowName={topicWords}
          {...(maySetLists && { onOpen: (topic: DifficultyTopic) => setOpen({ topic }) })}
          empty={null}
        />
        {maySetLists && (
          <p>
            <Button icon={IconPlus} onPress={() => setOpen({ topic: null })}>
              {t('difficulties.topics.add')}
            </Button>
          </p>
        )}
      </Section>
      {open && 'topic' in open && <TopicDialog topic={open.topic} onClose={close} />}
      {open && 'term' in open && <TermDialog term={open.term} onClose={close} />}
      {open && 'rule' in open && <RuleDialog settings={data} rule={open.rule} onClose={close} />}
    </Page>
  )
}

const RULES = (): readonly Column<DifficultyRule>[] => [
  {
    id: 'topic',
    head: t('difficulties.topic'),
    phone: 'title',
    cell: ({ topic }) => (topic ? topicWords(topic) : t('difficulties.rules.all')),
  },
  {
    id: 'unit',
    head: t('difficulties.rules.unit'),
    phone: 'line',
    cell: ({ unit }) => unitWords(unit),
  },
  {
    id: 'level',
    head: t('difficulties.rules.level'),
    phone: 'line',
    cell: ({ level }) => t(`difficulties.level.${level}`),
  },
  {
    id: 'agency',
    head: t('difficulties.column.handler'),
    phone: 'line',
    cell: ({ agency }) => agency.name,
  },
]

const TERMS = (): readonly Column<DifficultyTerm>[] => [
  {
    id: 'level',
    head: t('difficulties.rules.level'),
    phone: 'title',
    cell: ({ level }) => t(`difficulties.level.${level}`),
  },
  {
    id: 'answer',
    head: t('difficulties.terms.answer'),
    isFigure: true,
    phone: 'line',
    cell: ({ answerDays }) => t('difficulties.terms.days', { count: answerDays }),
  },
  {
    id: 'transfer',
    head: t('difficulties.terms.transfer'),
    isFigure: true,
    phone: 'line',
    cell: ({ transferDays }) => t('difficulties.terms.days', { count: transferDays }),
  },
]

const TOPICS = (): readonly Column<DifficultyTopic>[] => [
  { id: 'name', head: t('difficulties.topic'), phone: 'title', cell: (topic) => topicWords(topic) },
  {
    id: 'first',
    head: t('difficulties.topics.first'),
    phone: 'line',
    cell: ({ firstLevel }) => t(`difficulties.level.${firstLevel}`),
  },
  {
    id: 'ended',
    head: t('difficulties.state'),
    phone: 'end',
    cell: ({ isEnded }) => t(isEnded ? 'difficulties.topics.ended' : 'difficulties.topics.used'),
  },
]
