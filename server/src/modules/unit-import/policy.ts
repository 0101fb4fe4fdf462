import type { Actor } from '../../platform/context.ts'
import { declarePermissions } from '../identity/index.ts'

declarePermissions({
  module: 'unit-import',
  vi: 'Danh mục đơn vị hành chính',
  en: 'Lists of units',
  actions: {
    'unit.import': { vi: 'Nhập danh mục đơn vị', en: 'Import a list of units', roles: ['admin'] },
    'unit.ask_import': {
      vi: 'Yêu cầu nhập danh mục đơn vị chạy nền',
      en: 'Ask for an import of units in the background',
      roles: ['admin'],
    },
  },
})

export function mayImport(actor: Actor): boolean {
  return actor.role === 'admin'
}
