import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { TriggerButton } from '../../ui/trigger-button.tsx'
import { type SavedView, savedViewsQuery, viewStore } from './saved-views.ts'
import type { RegistrySearch } from './search.ts'

/** One's own sets of filters: opened by a link, kept and thrown away here. */
export function SavedViewsButton({ search }: { search: RegistrySearch }) {
  const queries = useQueryClient()
  const { data: views = [] } = useQuery(savedViewsQuery)
  const keep = useMutation({
    mutationFn: viewStore.keep,
    onSuccess: () => queries.invalidateQueries({ queryKey: savedViewsQuery.queryKey }),
    onError: (error) => toast(sentence(error), { kind: 'late' }),
  })
  const { cursor: _cursor, ...filters } = search
  const isEmpty = Object.values(filters).every((value) => value === undefined)
  const add = (name: string) =>
    keep.mutate([...views, { id: newId(), name, search: filters }], {
      onSuccess: () => toast(t('registry.saved.done', { name })),
    })
  const remove = ({ id, name }: SavedView) =>
    keep.mutate(
      views.filter((view) => view.id !== id),
      { onSuccess: () => toast(t('registry.saved.removed', { name })) },
    )
  return (
    <DialogTrigger>
      <TriggerButton icon={IconBookmark}>{t('registry.saved')}</TriggerButton>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="column-chooser registry-saved" aria-label={t('registry.saved')}>
          {({ close }) => (
            <>
              {views.length === 0 && <p className="muted small">{t('registry.saved.none')}</p>}
              <ul>
                {views.map((view) => (
                  <li key={view.id}>
                    <Link to="/registry" search={view.search} onClick={close}>
                      {view.name}
                    </Link>
                    <IconButton
                      label={t('registry.saved.remove', { name: view.name })}
                      icon={IconTrash}
                      isSmall
                      onPress={() => remove(view)}
                    />
                  </li>
                ))}
              </ul>
              {!isEmpty && <KeepForm isPending={keep.isPending} onKeep={add} />}
              <p className="field-hint">{t('registry.saved.device')}</p>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function KeepForm({ isPending, onKeep }: { isPending: boolean; onKeep: (name: string) => void }) {
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const isMissing = isTried && !name.trim()
  const keep = () => {
    setTried(true)
    if (!name.trim() || isPending) return
    onKeep(name.trim())
    setName('')
    setTried(false)
  }
  return (
    <Form onSubmit={keep} label={t('registry.saved.keep')}>
      <TextField
        label={t('registry.saved.name')}
        value={name}
        onChange={setName}
        error={isMissing ? t('registry.saved.required') : undefined}
      />
      <Button isSmall type="submit" isPending={isPending}>
        {t('registry.saved.keep')}
      </Button>
    </Form>
  )
}
