import './returns.css'
import { periodCode } from '@hopluc/shared/periods'
import type { Return, ReturnGrid } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../../lib/api.ts'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { useShortcut } from '../../lib/keys.ts'
import { useMedia } from '../../lib/media.ts'
import { TabLinks } from '../../ui/tab-links.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { BelowLine } from './below-line.tsx'
import { CellLine } from './cell-line.tsx'
import { ChecksPanel } from './checks-panel.tsx'
import { DeedsBar } from './deeds-bar.tsx'
import { DeskDialogs, type DeskDialog } from './desk-dialogs.tsx'
import { GridPart } from './grid-part.tsx'
import type { GridHandle } from './grid/types.ts'
import { PhonePart } from './phone-part.tsx'
import { RemarkPart } from './remark-part.tsx'
import { ReturnHead } from './return-head.tsx'
import { SyncLine } from './sync-line.tsx'
import { TextsPart } from './texts-part.tsx'
import { useEntry } from './use-entry.ts'
import { useRemarks } from './use-remarks.ts'
import { useReturnSync } from './use-return-sync.ts'

const route = getRouteApi('/app/returns/$id')

interface DeskProps {
  readonly data: Return
  /** Read from this machine: the server did not answer. */
  readonly isKept: boolean
  readonly owner: Id
}

/** The surface on which a return is filled in, checked, approved, sent and accepted. */
export function ReturnDesk({ data, isKept, owner }: DeskProps) {
  const { section: asked } = route.useSearch()
  const navigate = route.useNavigate()
  const { today } = useSession()
  const { sync, state, refused } = useReturnSync(owner, data.id)
  const entry = useEntry(data, sync, state, data.mayEdit)
  const remarks = useRemarks(data)
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const [dialog, setDialog] = useState<DeskDialog | null>(null)
  const grid = useRef<GridHandle>(null)
  const goal = useRef<string | null>(null)
  const isPhone = useMedia('(max-width: 640px)')
  useEffect(() => {
    document.title = `${data.round.title} – ${t('shell.product')}`
  }, [data.round.title])

  const section = data.sections.find(({ key }) => key === asked) ?? data.sections[0]
  const sectionKey = section?.key
  const go = useCallback(
    (key: string) => {
      const place = data.cells.find(
        (cell) => `${cell.row}/${cell.indicatorId}/${cell.breakdownId}` === key,
      )
      const wanted = place?.section ?? key.split('.')[0]
      if (wanted === sectionKey) return grid.current?.go(key)
      goal.current = key
      void navigate({ search: (before) => ({ ...before, section: wanted }) })
    },
    [data.cells, navigate, sectionKey],
  )
  useEffect(() => {
    if (goal.current) grid.current?.go(goal.current)
    goal.current = null
  }, [sectionKey])
  useShortcut({ keys: 'F2', label: t('returns.keys.edit'), isPassive: true, isOff: !data.mayEdit })
  useShortcut({ keys: '=', label: t('returns.keys.same'), isPassive: true, isOff: !data.mayEdit })
  useShortcut({
    keys: 'Ctrl+A',
    label: t('returns.keys.all'),
    isPassive: true,
    isOff: !data.mayEdit,
  })
  useShortcut({ keys: 'Ctrl+Enter', label: t('returns.keys.deed'), isPassive: true })

  const active = activeKey === null ? undefined : entry.byKey.get(activeKey)
  const shown = section?.kind === 'grid' ? section : undefined
  const failed = (error: unknown) => toast(sentence(error), { kind: 'late' })
  const save = (path: string) => void api.download(`/returns/${data.id}${path}`).catch(failed)
  const gridProps = {
    data,
    entry,
    sync,
    grid,
    activeKey,
    onActive: setActiveKey,
    onDialog: setDialog,
  }
  return (
    <div className="return">
      <ReturnHead
        data={data}
        today={today}
        onPaste={data.mayEdit && shown && !isPhone ? () => setDialog({ kind: 'paste' }) : undefined}
        onUpload={data.mayEdit ? () => setDialog({ kind: 'upload' }) : undefined}
        onTemplate={() => save(shown ? `/excel?section=${shown.key}` : '/excel')}
        onPrint={() => save('/print')}
        onHistory={() => setDialog({ kind: 'history' })}
      />
      <SyncLine data={data} isKept={isKept} state={state} sync={sync} today={today} />
      {data.below && <BelowLine below={data.below} entry={entry} mayEdit={data.mayEdit} />}
      {data.sections.length > 1 && (
        <div className="return-tabs">
          <TabLinks
            label={t('returns.sections')}
            tabs={data.sections.map(({ key, title }) => ({
              id: key,
              label: title,
              change: { section: key },
              isCurrent: key === sectionKey,
            }))}
          />
        </div>
      )}
      {shown && !isPhone && (
        <CellLine
          row={shown.rows.find(({ key }) => key === active?.rowKey)}
          column={shown.columns.find(({ key }) => key === active?.columnKey)}
          cell={active}
          today={today}
          mayEdit={data.mayEdit}
          below={data.below}
          explained={
            data.state === 'accepted' || active?.below
              ? { unit: data.unit.id, period: periodCode(data.period) }
              : null
          }
          onSource={(key, source) => entry.setSource([key], source)}
        />
      )}
      <div className="return-work">
        <div className="return-main">
          {shown && <GridOrPhone isPhone={isPhone} section={shown} {...gridProps} />}
          {section && section.kind !== 'grid' && (
            <TextsPart key={section.key} section={section} entry={entry} mayEdit={data.mayEdit} />
          )}
        </div>
        <aside className="return-aside" aria-label={t('returns.checks')}>
          {remarks.isOn && (
            <RemarkPart remarks={remarks} entry={entry} activeKey={activeKey} onGo={go} />
          )}
          <ChecksPanel
            data={data}
            entry={entry}
            today={today}
            activeKey={activeKey}
            conflicts={state.conflicts}
            refused={refused}
            mayEdit={data.mayEdit}
            onGo={go}
            onResolve={(key, over) => void sync.resolve(key, over)}
            onOffers={() => setDialog({ kind: 'offers' })}
          />
        </aside>
      </div>
      <DeedsBar
        data={data}
        entry={entry}
        state={state}
        today={today}
        remarks={remarks.list.length}
        onPrint={() => save('/print')}
        onDeed={(action) => setDialog({ kind: 'deed', action })}
      />
      <DeskDialogs
        dialog={dialog}
        data={data}
        entry={entry}
        sync={sync}
        remarks={remarks}
        owner={owner}
        today={today}
        section={shown}
        onClose={() => {
          setDialog(null)
          grid.current?.focus()
        }}
      />
    </div>
  )
}

type EitherProps = Parameters<typeof GridPart>[0] & { isPhone: boolean; section: ReturnGrid }

/** On the phone one cooperative at a time. */
function GridOrPhone({ isPhone, ...props }: EitherProps) {
  return isPhone ? (
    <PhonePart
      key={props.section.key}
      section={props.section}
      data={props.data}
      entry={props.entry}
    />
  ) : (
    <GridPart key={props.section.key} {...props} />
  )
}
