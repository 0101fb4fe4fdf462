import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { TriggerButton } from '../../ui/trigger-button.tsx'
import { type SavedView, savedViewsQuery, useSavedViews } from './saved-views.ts'
import type { RegistrySearch } from './search.ts'

/** One's own sets of filters: opened by a link, kept and thrown away here. */
export function SavedViewsButton({ search }: { search: RegistrySearch }) {
  const { data: views = [] } = useQuery(savedViewsQuery)
  const { keep, remove } = useSavedViews()
  const onError = (error: Error) => toast(sentence(error), { kind: 'late' })
  const { cursor: _cursor, ...filters } = search
  const isEmpty = Object.values(filters).every((value) => value === undefined)
  const add = (name: string, isShared: boolean) =>
    keep.mutate(
      { name, isShared, search: filters },
      { onError, onSuccess: () => toast(t('registry.saved.done', { name })) },
    )
  const take = (view: SavedView) =>
    remove.mutate(view, {
      onError,
      onSuccess: () => toast(t('registry.saved.removed', { name: view.name })),
    })
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
                    {view.isOwn ? (
                      <IconButton
                        label={t('registry.saved.remove', { name: view.name })}
                        icon={IconTrash}
                        isSmall
                        onPress={() => take(view)}
                      />
                    ) : (
                      <small className="muted">{t('years.view.by', { name: view.byWords })}</small>
                    )}
                  </li>
                ))}
              </ul>
              {!isEmpty && <KeepForm isPending={keep.isPending} onKeep={add} />}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function KeepForm({
  isPending,
  onKeep,
}: {
  isPending: boolean
  onKeep: (name: string, isShared: boolean) => void
}) {
  const [isShared, setShared] = useState(false)
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const isMissing = isTried && !name.trim()
  const keep = () => {
    setTried(true)
    if (!name.trim() || isPending) return
    onKeep(name.trim(), isShared)
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
      <Checkbox isSelected={isShared} onChange={setShared}>
        {t('years.view.shared')}
      </Checkbox>
      <Button isSmall type="submit" isPending={isPending}>
        {t('registry.saved.keep')}
      </Button>
    </Form>
  )
}
