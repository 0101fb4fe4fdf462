import { declarePersonalData } from '../personal-fields/index.ts'

/** What the certificate of registration says of persons is public (Decree 92/2024/NĐ-CP, article 29). */
declarePersonalData(
  'entity_versions',
  {
    subject: { vi: 'Người đại diện của HTX, tổ hợp tác', en: 'Who represents an entity' },
    seenBy: {
      vi: 'Người dùng trong phạm vi địa bàn và chính HTX',
      en: 'Users of the area and the entity itself',
    },
    retention: {
      vi: 'Lưu cùng danh sách HTX, kể cả các lần thay đổi',
      en: 'Kept with the register and its history',
    },
    record: 'entity_id',
  },
  {
    representative: {
      name: { vi: 'Họ tên người đại diện', en: 'Name of the representative' },
      purpose: { vi: 'Thông tin đăng ký HTX', en: 'Registered information' },
      how: 'name',
      basis: 'Nghị định 92/2024/NĐ-CP, Điều 29',
    },
  },
)
