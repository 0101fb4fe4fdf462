import { declarePersonalData, type PersonalTable } from '../personal-fields/index.ts'

const DECIDED: PersonalTable = {
  subject: { vi: 'Người dùng tài khoản', en: 'Holder of an account' },
  seenBy: { vi: 'Người được xem HTX, THT đó', en: 'Those who may read the entity' },
  retention: { vi: 'Cùng hồ sơ HTX, THT', en: 'With the record of the entity' },
  record: 'id',
}
const WHO = {
  name: { vi: 'Họ tên, chức vụ người thực hiện', en: 'Name and post of who acted' },
  purpose: { vi: 'Biết ai đã thực hiện', en: 'To know who did it' },
  how: 'words' as const,
}

declarePersonalData(
  'entity_doubles',
  { ...DECIDED, account: 'decided_by' },
  { decided_by_words: WHO },
)
declarePersonalData(
  'entity_merges',
  { ...DECIDED, account: 'merged_by' },
  { merged_by_words: WHO, undone_by_words: WHO },
)
