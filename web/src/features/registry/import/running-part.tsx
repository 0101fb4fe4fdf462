import type { EntityImportCommand, EntityImportResult } from '@hopluc/shared/entity-import'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../../lib/api.ts'
import { sentence } from '../../../lib/api-error.ts'
import { formatNumber } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Progress } from '../../../ui/bar.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { Notice } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useRefreshRegistry } from '../queries.ts'
import { importQuery } from './queries.ts'

interface RunningPartProps {
  readonly start: EntityImportResult
  readonly command: EntityImportCommand
  readonly onAgain: () => void
}

/** How far the import is; afterwards what it did, and the lines that stayed behind. */
export function RunningPart({ start, command, onAgain }: RunningPartProps) {
  const { data } = useQuery(importQuery(start))
  const refresh = useRefreshRegistry()
  const { state, counts, progress, error } = data
  const isOver = state === 'done' || state === 'failed'
  useEffect(() => {
    if (state === 'done' && start.job !== null) void refresh()
    // refreshing the list is what follows from being done, once
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [state])
  return (
    <Page
      title={t('registryImport.title')}
      crumbs={[{ label: t('registry.short'), to: '/registry' }]}
    >
      {!isOver && (
        <>
          <Notice kind="info">
            {progress
              ? t('registryImport.running', {
                  done: formatNumber(progress.done),
                  total: formatNumber(progress.total),
                })
              : t('registryImport.waiting')}
          </Notice>
          <Progress
            label={t('registryImport.short')}
            {...(progress && { share: progress.done / Math.max(progress.total, 1) })}
          />
        </>
      )}
      {state === 'failed' && (
        <Notice kind="error">
          {t('registryImport.failed')} {error}
        </Notice>
      )}
      {counts && (
        <Section title={t('registryImport.done')}>
          <p className="sentence">
            {t('registryImport.done.sentence', {
              create: formatNumber(counts.create),
              change: formatNumber(counts.change),
              same: formatNumber(counts.same),
              problem: formatNumber(counts.problem),
            })}
          </p>
          {counts.problem > 0 && <RemarksButton command={command} />}
        </Section>
      )}
      {isOver && (
        <p>
          <Button onPress={onAgain}>
            {t(counts && counts.problem > 0 ? 'registryImport.mended' : 'registryImport.again')}
          </Button>{' '}
          <ButtonLink to="/registry">{t('registryImport.open')}</ButtonLink>
        </p>
      )}
    </Page>
  )
}

/** The lines with errors as they came, each with what is to be mended. */
export function RemarksButton({ command }: { command: EntityImportCommand }) {
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.download('/entities/imports/remarks', {}, command),
    onError: (error) => toast(sentence(error), { kind: 'late' }),
  })
  return (
    <Button icon={IconFileSpreadsheet} isPending={isPending} onPress={() => mutate()}>
      {t('registryImport.remarks')}
    </Button>
  )
}
