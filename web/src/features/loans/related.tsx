import type { Loan } from '@hopluc/shared/loans'
import { useQuery } from '@tanstack/react-query'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { useOnce } from '../registry/use-once.ts'
import { loansQuery, useRelate } from './queries.ts'

/** Borrowers of the fund whose debts count together with this one's. */
export function Related({ one }: { one: Loan }) {
  const { mutate, error } = useRelate(one.id)
  const once = useOnce()
  const { data } = useQuery({
    ...loansQuery({ fund: one.fund.id, limit: 200 }),
    enabled: one.mayRelate,
  })
  if (!one.mayRelate && one.related.length === 0) return null
  const known = new Set([one.entity.id, ...one.related.map(({ id }) => id)])
  const others = new Map(data?.items.map(({ entity }) => [entity.id, entity.name]))
  const say = (entityId: string, isRelated: boolean) => {
    if (once.begin()) mutate({ entityId, isRelated }, { onSettled: once.end })
  }
  return (
    <Section title={t('loans.related')}>
      <p className="muted small">{t('loans.related.hint')}</p>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {one.related.length === 0 && <p className="muted small">{t('loans.related.none')}</p>}
      <ul className="loans-trail">
        {one.related.map(({ id, name }) => (
          <li key={id}>
            {name}{' '}
            {one.mayRelate && (
              <Button isSmall onPress={() => say(id, false)}>
                {t('loans.related.remove', { name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {one.mayRelate && (
        <ComboBox
          key={one.related.length}
          label={t('loans.related.add')}
          name="related"
          value={null}
          options={[...others]
            .filter(([id]) => !known.has(id))
            .map(([value, label]) => ({ value, label }))}
          onChange={(id) => id && say(id, true)}
        />
      )}
    </Section>
  )
}
