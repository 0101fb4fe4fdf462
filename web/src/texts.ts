import { DOCUMENTS } from './features/documents/texts.ts'
import { MEETINGS } from './features/meetings/texts.ts'
import { SEARCH } from './features/search/texts.ts'
import { ACCOUNTS } from './features/accounts/texts.ts'
import { AUDIT } from './features/audit/texts.ts'
import { ORGANISATION } from './features/organisation/texts.ts'
import { FIGURES } from './features/readings/texts-figures.ts'
import { NOTICE } from './features/readings/texts-notice.ts'
import { READINGS } from './features/readings/texts.ts'
import { SESSION } from './features/session/texts.ts'
import { SHELL } from './features/shell/texts.ts'
import { LIB } from './lib/texts.ts'
import { UI } from './ui/texts.ts'

/** Every text of the product. A feature adds its own `texts.ts` and `texts.en.ts` here. */
export const VI = {
  ...LIB,
  ...UI,
  ...SHELL,
  ...SESSION,
  ...ACCOUNTS,
  ...AUDIT,
  ...ORGANISATION,
  ...READINGS,
  ...NOTICE,
  ...FIGURES,
  ...DOCUMENTS,
  ...MEETINGS,
  ...SEARCH,
}
