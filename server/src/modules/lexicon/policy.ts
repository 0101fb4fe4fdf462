import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions } from '../identity/index.ts'

/** The words are the whole installation's: its administrator keeps them, everyone may read them. */
const KEEPS: readonly Role[] = ['admin']

declarePermissions({
  module: 'reading-words',
  vi: 'Từ ngữ đọc văn bản',
  en: 'Words for reading texts',
  actions: { 'words.change': { vi: 'Thêm, bớt từ ngữ', en: 'Add and remove words', roles: KEEPS } },
})

export const mayChange = ({ role }: Actor): boolean => KEEPS.includes(role)
