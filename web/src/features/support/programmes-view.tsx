import './support.css'
import { IconPlus } from '@tabler/icons-react'
import type { SupportProgramme, SupportProgrammes } from '@hopluc/shared/support'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatRange } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { CallDialog } from './call-dialog.tsx'
import { ProgrammeDialog } from './programme-dialogs.tsx'
import { SupportTabs } from './tabs.tsx'
import { dong } from './words.tsx'

type Edited =
  | { kind: 'programme'; programme: SupportProgramme | null }
  | { kind: 'call'; programme: SupportProgramme }

/** The programmes of the area, with their calls and what they have granted. */
export function ProgrammesView({ data }: { data: SupportProgrammes }) {
  const [edited, setEdited] = useState<Edited | null>(null)
  return (
    <Page
      title={t('support.title')}
      actions={
        data.mayKeep && (
          <Button
            kind="primary"
            icon={IconPlus}
            onPress={() => setEdited({ kind: 'programme', programme: null })}
          >
            {t('support.programme.new')}
          </Button>
        )
      }
    >
      <SupportTabs />
      {data.items.length === 0 && <EmptyState>{t('support.programmes.none')}</EmptyState>}
      <ul className="support-list">
        {data.items.map((one) => (
          <Programme key={one.id} one={one} onEdit={setEdited} />
        ))}
      </ul>
      {edited?.kind === 'programme' && (
        <ProgrammeDialog programme={edited.programme} data={data} onClose={() => setEdited(null)} />
      )}
      {edited?.kind === 'call' && (
        <CallDialog programme={edited.programme} onClose={() => setEdited(null)} />
      )}
    </Page>
  )
}

function Programme(props: { one: SupportProgramme; onEdit: (edited: Edited) => void }) {
  const { one, onEdit } = props
  return (
    <li>
      <div className="support-head">
        <h3>
          {one.name} {one.isDemo && <DemoMark />}
        </h3>
        {one.mayEdit && (
          <span>
            <Button isSmall onPress={() => onEdit({ kind: 'call', programme: one })}>
              {t('support.call.new')}
            </Button>{' '}
            <Button isSmall onPress={() => onEdit({ kind: 'programme', programme: one })}>
              {t('support.programme.edit')}
            </Button>
          </span>
        )}
      </div>
      <small>
        {t(`support.kind.${one.kind}`)} · {one.agency.name} · {formatRange(one.fromOn, one.untilOn)}
        {one.isEnded && ` · ${t('support.ended')}`}
      </small>
      <small>{one.legalBasis}</small>
      <small>{one.sources.map(({ name, amount }) => `${name}: ${dong(amount)}`).join(' · ')}</small>
      <p className="small">
        <Link to="/support/applications" search={{ programme: one.id }}>
          {t('support.programme.sums', {
            count: one.applications,
            approved: dong(one.approved),
            disbursed: dong(one.disbursed),
          })}
        </Link>
      </p>
      {one.calls.map((call) => (
        <p key={call.id} className="small">
          {call.name}: {formatRange(call.opensOn, call.closesOn)}
          {one.mayRank && (
            <>
              {' '}
              <Link className="support-link" to="/support/calls/$id" params={{ id: call.id }}>
                {t('support.ranking')}
              </Link>
            </>
          )}
          {call.isOpen && (
            <>
              {' '}
              <b>{t('support.call.open', { day: formatDate(call.closesOn) })}</b>{' '}
              <Link className="support-link" to="/support/apply" search={{ call: call.id }}>
                {t('support.apply')}
              </Link>
            </>
          )}
        </p>
      ))}
    </li>
  )
}
