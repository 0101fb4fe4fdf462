import './personal-data.css'
import type { PersonalField } from '@hopluc/shared/personal-data'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { language, t } from '../../lib/i18n.ts'
import { matches } from '../../lib/matches.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Tag } from '../../ui/marks.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { SearchWords } from '../organisation/search-words.tsx'
import { fieldsQuery, useSetBasis } from './queries.ts'

const route = getRouteApi('/app/personal-data')

/** What is kept about persons: the declared list, for everyone signed in. */
export function FieldsPage() {
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useSuspenseQuery(fieldsQuery)
  const [opened, setOpened] = useState<PersonalField | null>(null)
  const lang = language()
  const items = data.items.filter(({ name, subject, purpose, field }) =>
    matches([name[lang], subject[lang], purpose[lang], field].join(' '), q),
  )
  return (
    <Page
      title={t('personal.title')}
      actions={<ButtonLink to="/personal-data/requests">{t('personal.requests')}</ButtonLink>}
    >
      <p className="personal-lead soft">{t('personal.lead')}</p>
      <search className="personal-search">
        <SearchWords
          label={t('personal.search')}
          value={q}
          onChange={(words) => void navigate({ search: { q: words || undefined } })}
        />
      </search>
      <div className="personal-fields">
        <Table
          label={t('personal.title')}
          columns={columns(data.maySetBasis ? setOpened : undefined)}
          rows={items}
          rowKey={({ field }) => field}
          rowName={({ name }) => name[lang]}
          isTall
          empty={<EmptyState>{t('personal.nothing')}</EmptyState>}
        />
      </div>
      {opened && <BasisDialog field={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function columns(set: ((field: PersonalField) => void) | undefined): Column<PersonalField>[] {
  const lang = language()
  return [
    {
      id: 'name',
      head: t('personal.field'),
      phone: 'title',
      cell: ({ name, subject, sensitivity, isMasked }) => (
        <>
          <strong>{name[lang]}</strong> {sensitivity === 'sensitive' && <Sensitive />}{' '}
          {isMasked && <Tag>{t('personal.masked')}</Tag>}
          <small>{subject[lang]}</small>
        </>
      ),
    },
    { id: 'why', head: t('personal.why'), phone: 'line', cell: ({ purpose }) => purpose[lang] },
    {
      id: 'basis',
      head: t('personal.basis'),
      phone: 'line',
      cell: (field) => (
        <>
          {field.basis ?? <span className="muted">{t('personal.basis.none')}</span>}{' '}
          {set && (
            <Button
              isSmall
              kind="quiet"
              aria-label={t('personal.basis.of', { name: field.name[lang] })}
              onPress={() => set(field)}
            >
              {t('personal.basis.set')}
            </Button>
          )}
        </>
      ),
    },
    { id: 'seenBy', head: t('personal.seenBy'), phone: 'line', cell: ({ seenBy }) => seenBy[lang] },
    { id: 'kept', head: t('personal.retention'), cell: ({ retention }) => retention[lang] },
  ]
}

function Sensitive() {
  return <Tag>{t('personal.kind.sensitive')}</Tag>
}

function BasisDialog({ field, onClose }: { field: PersonalField; onClose: () => void }) {
  const [basis, setBasis] = useState(field.basis ?? '')
  const { mutate, isPending, error } = useSetBasis()
  const title = t('personal.basis.of', { name: field.name[language()] })
  const save = () =>
    mutate(
      { field: field.field, basis: basis.trim() || null, seen: field.basis },
      {
        onSuccess: () => {
          onClose()
          toast(t('personal.basis.saved'))
        },
      },
    )
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <TextField
          label={t('personal.basis')}
          hint={t('personal.basis.hint')}
          name="basis"
          maxLength={500}
          value={basis}
          onChange={setBasis}
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
