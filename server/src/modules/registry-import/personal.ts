import { declarePersonalData } from '../personal-fields/index.ts'

declarePersonalData(
  'entity_imports',
  {
    subject: { vi: 'Người dùng tài khoản', en: 'Holder of an account' },
    seenBy: { vi: 'Người của cùng cơ quan', en: 'People of the same agency' },
    retention: { vi: 'Cùng danh sách HTX, THT', en: 'With the register' },
    record: 'id',
    account: 'imported_by',
  },
  {
    imported_words: {
      name: { vi: 'Họ tên, chức vụ người nhập', en: 'Name and post of who imported' },
      purpose: { vi: 'Biết ai đã nhập tệp', en: 'To know who imported a file' },
      how: 'words',
    },
  },
)
