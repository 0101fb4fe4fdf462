import { declarePersonalData } from '../personal-fields/index.ts'

declarePersonalData(
  'course_people',
  {
    subject: { vi: 'Người của HTX, THT dự lớp đào tạo', en: 'Who takes part in a course' },
    seenBy: {
      vi: 'Đơn vị tổ chức lớp, chính HTX, THT và cơ quan của xã nơi HTX hoạt động; nơi khác chỉ xem số lượng',
      en: 'Who organises the course, the cooperative and the authorities of its commune; others read counts',
    },
    retention: { vi: 'Cùng hồ sơ lớp đào tạo', en: 'With the record of the course' },
    record: 'id',
    account: 'entered_by',
  },
  {
    name: {
      name: { vi: 'Họ và tên', en: 'Name' },
      purpose: {
        vi: 'Danh sách lớp, điểm danh, cấp chứng nhận, thanh quyết toán',
        en: 'List, attendance, certificates and accounts of the course',
      },
      how: 'name',
    },
    post: {
      name: { vi: 'Chức vụ tại HTX', en: 'Post in the cooperative' },
      purpose: { vi: 'Biết lớp đúng đối tượng', en: 'To know that the course is for them' },
      how: 'words',
    },
    certificate_no: {
      name: { vi: 'Số chứng nhận', en: 'Number of the certificate' },
      purpose: { vi: 'Tra cứu chứng nhận đã cấp', en: 'To look up certificates' },
      how: 'words',
    },
  },
)
