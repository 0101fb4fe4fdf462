import './entry.css'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { language, switchLanguage, t } from '../../lib/i18n.ts'
import { setTheme, useTheme } from '../../lib/theme.ts'
import { Button } from '../../ui/button.tsx'
import { Logo } from '../../ui/logo.tsx'

/** The page before sign-in: the mark, one column, and beside it what helps. */
export function Entry(props: { title: string; children: ReactNode; beside?: ReactNode }) {
  const { title, children, beside } = props
  useEffect(() => {
    document.title = `${title} – ${t('shell.product')}`
  }, [title])
  return (
    <div className="entry">
      <header className="entry-head">
        <Logo size={26} />
        <p>
          <b>{t('shell.product')}</b>
          <span>{t('session.signIn.lead')}</span>
        </p>
        <Preferences />
      </header>
      <main id="main" className={beside ? 'entry-main entry-with' : 'entry-main'} tabIndex={-1}>
        <div className="entry-column">
          <h1 tabIndex={-1}>{title}</h1>
          {children}
        </div>
        {beside}
      </main>
    </div>
  )
}

function Preferences() {
  const isDark = useTheme() === 'dark'
  const isVietnamese = language() === 'vi'
  return (
    <div className="entry-preferences">
      <Button kind="quiet" isSmall onPress={() => setTheme(isDark ? 'light' : 'dark')}>
        {t(isDark ? 'shell.me.theme.light' : 'shell.me.theme.dark')}
      </Button>
      <Button kind="quiet" isSmall onPress={() => switchLanguage(isVietnamese ? 'en' : 'vi')}>
        {t(isVietnamese ? 'shell.language.en' : 'shell.language.vi')}
      </Button>
    </div>
  )
}
