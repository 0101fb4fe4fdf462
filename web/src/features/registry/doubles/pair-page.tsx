import './doubles.css'
import type { DoubleComparison } from '@hopluc/shared/entity-doubles'
import type { Entity } from '@hopluc/shared/entities'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatInstant } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { Columns, Page, Section } from '../../../ui/page.tsx'
import { Notice } from '../../../ui/states.tsx'
import { useSession } from '../../session/queries.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { ApartDialog, MergeDialog, UndoDialog } from './dialogs.tsx'
import { EventChoice, HeldRowsList } from './event-choice.tsx'
import { type Chosen, likelyKept, proposed } from './merge-model.ts'
import { pairQuery } from './queries.ts'
import { Reasons } from './reasons.tsx'

const route = getRouteApi('/app/registry/doubles/$id')

/** Two entries side by side: they are two, or one of them stays and takes over what is chosen. */
export function PairPage() {
  const { id } = route.useParams()
  const { data } = useSuspenseQuery(pairQuery(id))
  return <Pair key={`${id} ${data.double.state}`} compared={data} />
}

type Opened = 'apart' | 'merge' | 'undo'

function Pair({ compared }: { readonly compared: DoubleComparison }) {
  const { double, first, second, firstHolds, secondHolds } = compared
  const [chosen, setChosen] = useState<Chosen>(() => startWith(first, second))
  const [opened, setOpened] = useState<Opened | null>(null)
  const [kept, gone] = chosen.keptId === first.id ? [first, second] : [second, first]
  const mayMerge = double.allowed.includes('merge')
  const close = () => setOpened(null)
  return (
    <Page
      title={t('doubles.pair')}
      crumbs={[
        { label: t('registry.short'), to: '/registry' },
        { label: t('doubles.title'), to: '/registry/doubles' },
      ]}
      actions={
        <>
          {double.allowed.includes('keep_apart') && (
            <Button onPress={() => setOpened('apart')}>{t('doubles.apart')}</Button>
          )}
          {mayMerge && (
            <Button kind="primary" onPress={() => setOpened('merge')}>
              {t('doubles.merge')}
            </Button>
          )}
          {double.allowed.includes('undo') && (
            <Button onPress={() => setOpened('undo')}>{t('doubles.undo')}</Button>
          )}
        </>
      }
    >
      <Decided compared={compared} />
      <Columns
        width={300}
        aside={
          <Section title={t('doubles.why')} note={t('doubles.score', { score: double.score })}>
            <Reasons reasons={double.reasons} />
          </Section>
        }
      >
        {mayMerge && (
          <RadioGroup
            label={t('doubles.kept')}
            value={chosen.keptId}
            choices={[first, second].map(({ id, attributes: { name, code } }) => ({
              value: id,
              label: name,
              note: code ?? t('doubles.noCode'),
            }))}
            onChange={(keptId) =>
              setChosen(keptId === first.id ? proposed(first, second) : proposed(second, first))
            }
          />
        )}
        <ComparisonTable
          kept={kept}
          gone={gone}
          chosen={chosen}
          onChange={mayMerge ? setChosen : undefined}
        />
        {[kept, gone].map(({ id, attributes: { name } }) => (
          <p key={id} className="small">
            <Link to="/registry/$id" params={{ id }}>
              {t('doubles.open')}: {name}
            </Link>
          </p>
        ))}
        <EventChoice
          kept={kept}
          gone={gone}
          chosen={chosen}
          onChange={mayMerge ? setChosen : undefined}
        />
        {mayMerge && <HeldRowsList rows={gone.id === first.id ? firstHolds : secondHolds} />}
      </Columns>
      {opened === 'apart' && <ApartDialog id={double.id} onClose={close} />}
      {opened === 'merge' && (
        <MergeDialog id={double.id} kept={kept} gone={gone} chosen={chosen} onClose={close} />
      )}
      {opened === 'undo' && double.mergeId && (
        <UndoDialog mergeId={double.mergeId} onClose={close} />
      )}
    </Page>
  )
}

function startWith(first: Entity, second: Entity): Chosen {
  return likelyKept(first, second) === first.id ? proposed(first, second) : proposed(second, first)
}

function Decided({ compared: { double } }: { readonly compared: DoubleComparison }) {
  const { today } = useSession()
  const { decided, state } = double
  if (!decided || state === 'open') return null
  return (
    <Notice kind="info">
      {t(`doubles.${state}`)}{' '}
      {t('doubles.decided', { who: decided.byWords, at: formatInstant(decided.at, today) })}
      {decided.reason && `: ${decided.reason}`}
    </Notice>
  )
}
