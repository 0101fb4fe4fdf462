import {
  type Member,
  MemberKind,
  MemberQuery,
  MemberSubject,
} from '@hopluc/shared/entity-parts-people'
import { Id } from '@hopluc/shared/values'
import { declareList } from '../../exports/index.ts'
import { list } from './service.ts'

export const KIND_WORDS: Record<MemberKind, string> = {
  official_a: 'Chính thức, sử dụng sản phẩm, dịch vụ',
  official_b: 'Chính thức, góp sức lao động',
  official_c: 'Chính thức, sử dụng dịch vụ và góp sức lao động',
  linked_capital: 'Liên kết góp vốn',
  linked_a: 'Liên kết không góp vốn, sử dụng sản phẩm, dịch vụ',
  linked_b: 'Liên kết không góp vốn, góp sức lao động',
  linked_c: 'Liên kết không góp vốn, sử dụng dịch vụ và góp sức lao động',
}
const SUBJECT_WORDS: Record<MemberSubject, string> = {
  person: 'Cá nhân',
  household: 'Hộ gia đình',
  organisation: 'Tổ chức',
}

/** As article 15 lists it; the same heads are read by the import. Masked numbers stay masked. */
declareList({
  name: 'entity-members',
  query: MemberQuery.extend({ entity: Id }),
  title: 'Sổ đăng ký thành viên',
  sheetName: 'Thành viên',
  heading: 'SỔ ĐĂNG KÝ THÀNH VIÊN',
  personal: [
    'entity_members.name',
    'entity_members.address',
    'entity_members.paper_no',
    'entity_members.phone',
  ],
  columns: [
    { header: 'Tên thành viên', key: 'name', width: 30, kind: 'text' },
    { header: 'Loại thành viên', key: 'kind', width: 30, kind: 'text' },
    { header: 'Đối tượng', key: 'subject', width: 14, kind: 'text' },
    { header: 'Số định danh, mã số', key: 'paperNo', width: 18, kind: 'text' },
    { header: 'Quốc tịch', key: 'nationality', width: 12, kind: 'text' },
    { header: 'Địa chỉ', key: 'address', width: 36, kind: 'text' },
    { header: 'Điện thoại', key: 'phone', width: 14, kind: 'text' },
    { header: 'Vốn góp (đồng)', key: 'share', width: 18, kind: 'number' },
    { header: 'Tài sản góp', key: 'assets', width: 24, kind: 'text' },
    { header: 'Ngày góp', key: 'contributedOn', width: 12, kind: 'date' },
    { header: 'Số giấy chứng nhận phần vốn góp', key: 'certificateNo', width: 18, kind: 'text' },
    { header: 'Ngày cấp giấy chứng nhận', key: 'certificateOn', width: 12, kind: 'date' },
    { header: 'Ngày vào', key: 'joinedOn', width: 12, kind: 'date' },
    { header: 'Ngày ra', key: 'leftOn', width: 12, kind: 'date' },
    { header: 'Ghi chú', key: 'note', width: 24, kind: 'text' },
  ],
  rows: async (context, { entity, ...query }) => {
    const { items, next } = await list(context, entity, query)
    return { items: items.map(asRow), next }
  },
})

function asRow({ kind, subject, paperNo, phone, name, nationality, address, ...member }: Member) {
  const { share, assets, contributedOn, certificateNo, certificateOn, joinedOn, leftOn, note } =
    member
  return {
    name,
    kind: KIND_WORDS[kind],
    subject: SUBJECT_WORDS[subject],
    paperNo: paperNo?.shown,
    nationality,
    address,
    phone: phone?.shown,
    share,
    assets,
    contributedOn,
    certificateNo,
    certificateOn,
    joinedOn,
    leftOn,
    note,
  }
}
