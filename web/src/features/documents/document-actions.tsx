import {
  IconEdit,
  IconFileCheck,
  IconLink,
  IconMessages,
  IconSend,
  IconUsers,
} from '@tabler/icons-react'
import type { DocumentAction, DocumentRecord } from '@hopluc/shared/documents'
import { lazy, Suspense, useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { ActionList, Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { useDocumentDeed } from './queries.ts'

const EditDialog = lazy(async () => ({ default: (await import('./edit-dialog.tsx')).EditDialog }))
const IssueDialog = lazy(async () => ({
  default: (await import('./issue-dialog.tsx')).IssueDialog,
}))
const ReadersDialog = lazy(async () => ({
  default: (await import('./readers-dialog.tsx')).ReadersDialog,
}))
const LinkDialog = lazy(async () => ({ default: (await import('./link-dialog.tsx')).LinkDialog }))

const DIALOGS = {
  edit: EditDialog,
  issue: IssueDialog,
  give_readers: ReadersDialog,
  link: LinkDialog,
} as const
type WithDialog = keyof typeof DIALOGS
type AtOnce = 'ask_opinions' | 'ask_appraisal' | 'submit' | 'redraft' | 'expire'

const ICONS = {
  edit: IconEdit,
  issue: IconFileCheck,
  give_readers: IconUsers,
  link: IconLink,
  ask_opinions: IconMessages,
  submit: IconSend,
} as const

/** Only what this person may do now, what comes next on the paper's way first. */
const ORDER: readonly (WithDialog | AtOnce)[] = [
  'issue',
  'submit',
  'ask_opinions',
  'ask_appraisal',
  'redraft',
  'edit',
  'link',
  'give_readers',
  'expire',
]

export function DocumentActions({ document }: { document: DocumentRecord }) {
  const { id, version, allowed, state } = document
  const [open, setOpen] = useState<WithDialog | undefined>()
  const { mutate, isPending, error, variables } = useDocumentDeed(id)
  const shown = ORDER.filter((action) => allowed.includes(action))
  if (shown.length === 0) return null
  const main = state === 'submitted' || !allowed.includes('submit') ? 'issue' : 'submit'
  const isRunning = (action: DocumentAction) =>
    isPending && variables?.deed === 'step' && variables.command.action === action
  const Open = open && DIALOGS[open]
  return (
    <Section title={t('documents.page.actions')}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <ActionList>
        {shown.map((action) => (
          <Button
            key={action}
            isWide
            kind={action === main ? 'primary' : 'plain'}
            icon={isIconed(action) ? ICONS[action] : undefined}
            isPending={isRunning(action)}
            onPress={() => {
              if (hasDialog(action)) setOpen(action)
              else mutate({ deed: 'step', command: { action, version } })
            }}
          >
            {t(`documents.action.${action}`)}
          </Button>
        ))}
      </ActionList>
      {Open && (
        <Suspense>
          <Open document={document} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </Section>
  )
}

const hasDialog = (action: WithDialog | AtOnce): action is WithDialog => action in DIALOGS
const isIconed = (action: string): action is keyof typeof ICONS => action in ICONS
