import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions } from '../identity/index.ts'

/** Everybody who works on records; what goes into the archive is what they may see. */
const ARCHIVES: readonly Role[] = [
  'standing',
  'chair',
  'delegate',
  'leader',
  'clerk',
  'officer',
  'observer',
]

export function mayArchive({ role }: Pick<Actor, 'role'>): boolean {
  return ARCHIVES.includes(role)
}

declarePermissions({
  module: 'matters',
  vi: 'Hồ sơ công việc',
  en: 'Files of matters',
  actions: {
    'matter.archive': {
      vi: 'Tải hồ sơ công việc',
      en: 'Save the file of a matter',
      roles: ARCHIVES,
    },
  },
  deeds: {
    'matter.save': { vi: 'Lập xong tệp hồ sơ công việc', en: 'The file of a matter was made' },
  },
})
