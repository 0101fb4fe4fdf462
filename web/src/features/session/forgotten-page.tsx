import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { Entry } from './entry.tsx'

/** Nobody mails passwords here: the administrator gives a link that works once. */
export function ForgottenPage() {
  return (
    <Entry title={t('session.forgotten.title')}>
      <p className="soft">{t('session.forgotten.text')}</p>
      <ol className="entry-steps">
        <li>{t('session.forgotten.one')}</li>
        <li>{t('session.forgotten.two')}</li>
        <li>{t('session.forgotten.three')}</li>
      </ol>
      <p className="muted small">{t('session.forgotten.care')}</p>
      <p className="small">
        <Link to="/sign-in" search={{}}>
          {t('session.back')}
        </Link>
      </p>
    </Entry>
  )
}
