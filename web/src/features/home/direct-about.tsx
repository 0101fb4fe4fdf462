import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DirectDialog } from '../tasks/page/direct-dialog.tsx'
import { taskListQuery } from '../tasks/queries.ts'

const FEW = 20

/** First the task it is about, the late ones offered; then the word itself. */
export function DirectAbout({
  isListening,
  onClose,
}: {
  isListening: boolean
  onClose: () => void
}) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<{ id: string; title: string } | null>(null)
  const search = words ? { q: words } : { status: 'overdue', sort: 'due' as const }
  const { data, isFetching } = useQuery(taskListQuery({ ...search, limit: FEW }))
  const tasks = (data?.items ?? []).filter(({ allowed }) => allowed.includes('direct'))
  if (chosen)
    return (
      <DirectDialog
        taskId={chosen.id}
        title={chosen.title}
        isListening={isListening}
        onClose={onClose}
      />
    )
  return (
    <Dialog
      title={t('tasks.act.direct')}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('ui.cancel')}</Button>}
    >
      <ComboBox
        label={t('home.direct.about')}
        hint={t('home.direct.hint')}
        value={null}
        options={tasks.map(({ id, title, lead, code }) => ({
          value: id,
          label: title,
          note: [code, lead?.shortName].filter(Boolean).join(' · '),
        }))}
        onSearch={setWords}
        isSearching={isFetching}
        onChange={(id) => {
          const task = tasks.find((one) => one.id === id)
          if (task) setChosen({ id: task.id, title: task.title })
        }}
      />
    </Dialog>
  )
}
