import './rural.css'
import { IconPlus } from '@tabler/icons-react'
import { type RuralCriteria, type RuralCriterion, RuralSource } from '@hopluc/shared/rural-sheets'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { ErrorState, Notice, PageSkeleton } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { unitWords } from '../organisation/words.ts'
import { useOnce } from '../registry/use-once.ts'
import { criteriaQuery, useKeep } from './queries.ts'

/** The province's own list: what is asked, its threshold and basis, what the program counts for it. */
export function RuralCriteriaPage() {
  const { data, error, refetch } = useQuery(criteriaQuery)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <Page
      title={t('rural.criteria')}
      crumbs={[{ label: t('rural.title'), to: '/rural-sheets' }]}
      lead={t('rural.criteria.lead', { unit: unitWords(data.unit) })}
    >
      {!data.isOwn && <Notice kind="info">{t('rural.criteria.shipped')}</Notice>}
      <ListForm list={data} />
    </Page>
  )
}

const NONE = '-'

function ListForm({ list }: { list: RuralCriteria }) {
  const { mutate, error, isPending } = useKeep()
  const once = useOnce()
  const [version, setVersion] = useState(list.version)
  const [items, setItems] = useState<readonly RuralCriterion[]>(list.items)
  const [isTried, setTried] = useState(false)
  const isWhole = items.length > 0 && items.every(({ name }) => name.trim() !== '')
  const change = (id: string, next: Partial<RuralCriterion>) =>
    setItems((before) => before.map((one) => (one.id === id ? { ...one, ...next } : one)))
  const add = () =>
    setItems((before) => [
      ...before,
      { id: newId(), name: '', legalBasis: null, threshold: null, source: null },
    ])
  const save = () => {
    setTried(true)
    if (!isWhole || !once.begin()) return
    mutate(
      { items: [...items], version },
      {
        onSettled: once.end,
        onSuccess: (kept) => {
          setItems(kept.items)
          setVersion(kept.version)
          toast(t('rural.criteria.kept'))
        },
      },
    )
  }
  return (
    <Form onSubmit={save} error={error} label={t('rural.criteria')}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <ul className="rural-lines">
        {items.map((one) => (
          <li key={one.id}>
            <TextField
              label={t('rural.line')}
              value={one.name}
              onChange={(name) => change(one.id, { name })}
              isRequired
            />
            <FormRow>
              <TextField
                label={t('rural.threshold')}
                value={one.threshold ?? ''}
                onChange={(words) => change(one.id, { threshold: words === '' ? null : words })}
              />
              <TextField
                label={t('rural.basis')}
                value={one.legalBasis ?? ''}
                onChange={(words) => change(one.id, { legalBasis: words === '' ? null : words })}
              />
              <Select
                label={t('rural.source')}
                value={one.source ?? NONE}
                options={[
                  { value: NONE, label: t('rural.source.none') },
                  ...RuralSource.options.map((value) => ({
                    value,
                    label: t(`rural.source.${value}`),
                  })),
                ]}
                onChange={(next) =>
                  change(one.id, { source: RuralSource.safeParse(next).data ?? null })
                }
              />
            </FormRow>
            <div>
              <Button
                isSmall
                onPress={() => setItems((before) => before.filter(({ id }) => id !== one.id))}
              >
                {t('rural.criteria.remove', { name: one.name })}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {isTried && !isWhole && <Notice kind="error">{t('rural.criteria.wrong')}</Notice>}
      <FormActions>
        <Button icon={IconPlus} onPress={add}>
          {t('rural.criteria.add')}
        </Button>
        <Button type="submit" kind="primary" isPending={isPending}>
          {t('rural.keep')}
        </Button>
      </FormActions>
    </Form>
  )
}
