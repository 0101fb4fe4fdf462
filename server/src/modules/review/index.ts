import './holding.ts'

import { declarePermissions } from '../identity/index.ts'
import { MAY } from './policy.ts'

export { confirm as confirmReading } from './confirm.ts'
export { organisationFor } from './organisation.ts'
export { readingRoutes } from './routes.ts'
export { create as createReading } from './service.ts'

declarePermissions({
  module: 'readings',
  vi: 'Trích nhiệm vụ từ văn bản',
  en: 'Readings of texts',
  actions: {
    'reading.create': { vi: 'Đưa văn bản vào', en: 'Put a text in', roles: MAY.review },
    'reading.review': { vi: 'Xem, sửa đề xuất', en: 'Review the proposals', roles: MAY.review },
    'reading.confirm': {
      vi: 'Xác nhận, lập dự thảo',
      en: 'Confirm, draft the notice',
      roles: MAY.confirm,
    },
    'reading.export': {
      vi: 'Tải văn bản đã xác nhận kèm chú giải',
      en: 'Download confirmed texts with their annotations',
      roles: MAY.review,
    },
    'reading.discard': { vi: 'Bỏ văn bản', en: 'Discard a reading', roles: MAY.discard },
  },
})
