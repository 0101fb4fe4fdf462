import './as-of-banner.css'
import { IconHistory } from '@tabler/icons-react'
import type { PlainDate } from '@hopluc/shared/values'
import { formatDate } from '../lib/format.ts'
import { t } from '../lib/i18n.ts'
import { Icon } from './icon.tsx'
import { SearchLink } from './search-link.tsx'

/** The page stands on a past day: said all the time, left with one press. */
export function AsOfBanner({ day }: { day: PlainDate }) {
  return (
    <output className="as-of">
      <Icon of={IconHistory} />
      <span>
        {t('ui.asOf', { day: formatDate(day) })}{' '}
        <SearchLink change={{ asOf: undefined }}>{t('ui.asOf.leave')}</SearchLink>
      </span>
    </output>
  )
}
