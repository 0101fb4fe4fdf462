import type { DataDeadlines } from '@hopluc/shared/personal-data'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.tsx'
import { deadlinesQuery, useSetDeadline } from './queries.ts'

type Deadline = DataDeadlines['items'][number]
const MOST = 90

/** Within how many days requests are answered; the administrator sets the installation's own. */
export function Deadlines() {
  const { data } = useSuspenseQuery(deadlinesQuery)
  const [editing, setEditing] = useState<Deadline | null>(null)
  return (
    <Section title={t('personal.deadlines')} note={t('personal.deadlines.note')}>
      <Table
        label={t('personal.deadlines')}
        columns={columns(data.maySet ? setEditing : undefined)}
        rows={data.items}
        rowKey={({ name }) => name}
        rowName={wordsOf}
      />
      {editing && <DeadlineDialog deadline={editing} onClose={() => setEditing(null)} />}
    </Section>
  )
}

function wordsOf({ name }: Pick<Deadline, 'name'>): string {
  return name === 'answer' ? t('personal.deadlines.answer') : t(`personal.request.kind.${name}`)
}

function daysWords({ name, days: count }: Pick<Deadline, 'name' | 'days'>): string {
  return t(name === 'answer' ? 'personal.deadlines.workingDays' : 'personal.deadlines.days', {
    count,
  })
}

function columns(edit: ((deadline: Deadline) => void) | undefined): Column<Deadline>[] {
  const shown: Column<Deadline>[] = [
    { id: 'what', head: t('personal.deadlines.what'), phone: 'title', cell: wordsOf },
    {
      id: 'days',
      head: t('personal.deadlines.within'),
      width: '180px',
      phone: 'end',
      cell: (deadline) => <strong>{daysWords(deadline)}</strong>,
    },
    {
      id: 'since',
      head: t('personal.deadlines.since'),
      width: '240px',
      phone: 'line',
      cell: ({ fromOn }) =>
        fromOn ? formatDate(fromOn) : <span className="muted">{t('personal.deadlines.law')}</span>,
    },
  ]
  if (!edit) return shown
  return [
    ...shown,
    {
      id: 'edit',
      head: <span className="for-readers">{t('personal.deadlines.set')}</span>,
      width: '80px',
      phone: 'end',
      cell: (deadline) => (
        <Button
          isSmall
          kind="quiet"
          aria-label={t('personal.deadlines.set.of', { name: wordsOf(deadline) })}
          onPress={() => edit(deadline)}
        >
          {t('personal.deadlines.set')}
        </Button>
      ),
    },
  ]
}

function DeadlineDialog({ deadline, onClose }: { deadline: Deadline; onClose: () => void }) {
  const { name, usual, days: seen } = deadline
  const [days, setDays] = useState(seen)
  const { mutate, isPending, error } = useSetDeadline()
  const title = t('personal.deadlines.set.of', { name: wordsOf(deadline) })
  const done = () => {
    onClose()
    toast(t('personal.deadlines.saved'))
  }
  const save = () => {
    if (!Number.isNaN(days)) mutate({ name, days, seen }, { onSuccess: done })
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <NumberField
          label={t('personal.deadlines.within')}
          hint={t('personal.deadlines.hint', { words: daysWords({ name, days: usual }) })}
          value={days}
          onChange={setDays}
          minValue={1}
          maxValue={MOST}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('personal.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
