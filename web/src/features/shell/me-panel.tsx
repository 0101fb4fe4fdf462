import { IconKeyboard, IconLock, IconLogout, IconUserCircle } from '@tabler/icons-react'
import type { Session, SessionPost } from '@hopluc/shared/session'
import { useRouter } from '@tanstack/react-router'
import { sentence } from '../../lib/api-error.ts'
import { language, type Language, switchLanguage, t } from '../../lib/i18n.ts'
import { setTheme, type Theme, useTheme } from '../../lib/theme.ts'
import { Button } from '../../ui/button.tsx'
import { type Choice, RadioGroup } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSignOut, useSwitchPost } from '../session/queries.ts'

export interface MePanelProps {
  readonly session: Session
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onKeys: () => void
}

/** Oneself: the post one acts under, how the product looks, and the way out. */
export function MePanel({ session, isOpen, onClose, onKeys }: MePanelProps) {
  return (
    <Dialog title={session.account.name} shape="panel" isOpen={isOpen} onClose={onClose}>
      <MeChoices session={session} onClose={onClose} onKeys={onKeys} />
    </Dialog>
  )
}

const themes = (): readonly Choice<Theme>[] => [
  { value: 'light', label: t('shell.me.theme.light') },
  { value: 'dark', label: t('shell.me.theme.dark') },
  { value: 'system', label: t('shell.me.theme.system') },
]
const languages = (): readonly Choice<Language>[] => [
  { value: 'vi', label: t('shell.language.vi') },
  { value: 'en', label: t('shell.language.en') },
]

const asChoice = ({ id, title, agency, place }: SessionPost): Choice<string> => ({
  value: id,
  label: title,
  note: `${agency.name}, ${place.name}`,
})

/** The inside of the panel; on the phone it stands in the sheet "Thêm". */
export function MeChoices({ session, onClose, onKeys }: Omit<MePanelProps, 'isOpen'>) {
  const router = useRouter()
  const chosenTheme = useTheme()
  const signOut = useSignOut()
  const switchPost = useSwitchPost()
  const error = signOut.error ?? switchPost.error

  const act = (postId: string) =>
    switchPost.mutate(postId, {
      onSuccess: ({ post }) => {
        onClose()
        if (post) toast(t('shell.switched', { post: post.title }))
      },
    })
  const open = (then: () => void) => {
    onClose()
    then()
  }
  return (
    <div className="me-choices">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {session.posts.length > 0 && (
        <RadioGroup
          label={t('shell.me.posts')}
          choices={session.posts.map(asChoice)}
          value={session.post?.id ?? null}
          onChange={act}
          isDisabled={switchPost.isPending}
        />
      )}
      <RadioGroup
        label={t('shell.me.theme')}
        choices={themes()}
        value={chosenTheme}
        onChange={setTheme}
        isRow
      />
      <RadioGroup
        label={t('shell.me.language')}
        choices={languages()}
        value={language()}
        onChange={switchLanguage}
        isRow
      />
      <div className="me-actions">
        <Button
          kind="quiet"
          isWide
          icon={IconUserCircle}
          onPress={() => open(() => void router.navigate({ to: '/me' }))}
        >
          {t('shell.me.page')}
        </Button>
        <Button
          kind="quiet"
          isWide
          icon={IconLock}
          onPress={() => open(() => void router.navigate({ to: '/password' }))}
        >
          {t('shell.me.password')}
        </Button>
        <Button kind="quiet" isWide icon={IconKeyboard} onPress={() => open(onKeys)}>
          {t('shell.me.keys')}
        </Button>
        <Button
          kind="quiet"
          isWide
          icon={IconLogout}
          isPending={signOut.isPending}
          onPress={() => signOut.mutate()}
        >
          {t('shell.me.signOut')}
        </Button>
      </div>
    </div>
  )
}
