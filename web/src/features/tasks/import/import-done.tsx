import type { ImportResult } from '@hopluc/shared/task-import'
import { t } from '../../../lib/i18n.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Page, Section, Sentence } from '../../../ui/page.tsx'
import { Issues } from './preview-part.tsx'

/** What came of it, and which lines were left out and why. */
export function ImportDone({ result, onRestart }: { result: ImportResult; onRestart: () => void }) {
  const { created, updated, same, skipped, stubs, issues } = result
  return (
    <Page title={t('tasks.import.done')} crumbs={[{ label: t('tasks.title'), to: '/tasks' }]}>
      <Sentence>{t('tasks.import.done.text', { created, updated, same, skipped, stubs })}</Sentence>
      <p className="tasks-groups">
        <ButtonLink to="/tasks" kind="primary">
          {t('tasks.import.open')}
        </ButtonLink>
        <Button onPress={onRestart}>{t('tasks.import.other')}</Button>
      </p>
      {issues.length > 0 && (
        <Section title={t('tasks.import.issues')}>
          <Issues issues={issues} hasLine />
        </Section>
      )}
    </Page>
  )
}
