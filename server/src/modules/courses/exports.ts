import { CoursePeopleQuery, CourseQuery, type CourseStatus } from '@hopluc/shared/courses'
import { Cursor, Limit } from '@hopluc/shared/values'
import { declareList } from '../exports/index.ts'
import { get, list } from './service.ts'

const STATUS: Record<CourseStatus, string> = {
  planned: 'Chưa khai giảng',
  running: 'Đang học',
  over: 'Đã kết thúc',
  cancelled: 'Đã hủy',
}

declareList({
  name: 'courses',
  query: CourseQuery,
  title: 'Lớp đào tạo, bồi dưỡng',
  sheetName: 'Lớp đào tạo',
  heading: 'KẾ HOẠCH VÀ KẾT QUẢ ĐÀO TẠO, BỒI DƯỠNG NHÂN LỰC HỢP TÁC XÃ',
  columns: [
    { header: 'Lớp', key: 'title', width: 44, kind: 'text' },
    { header: 'Đơn vị tổ chức', key: 'agency', width: 28, kind: 'text' },
    { header: 'Chương trình', key: 'programme', width: 36, kind: 'text' },
    { header: 'Đối tượng', key: 'audience', width: 28, kind: 'text' },
    { header: 'Địa điểm', key: 'place', width: 28, kind: 'text' },
    { header: 'Từ ngày', key: 'fromOn', width: 12, kind: 'date' },
    { header: 'Đến ngày', key: 'untilOn', width: 12, kind: 'date' },
    { header: 'Trạng thái', key: 'status', width: 16, kind: 'text' },
    { header: 'Số buổi', key: 'sessions', width: 10, kind: 'number' },
    { header: 'Chỉ tiêu', key: 'places', width: 10, kind: 'number' },
    { header: 'Ghi danh', key: 'enrolled', width: 10, kind: 'number' },
    { header: 'Tham dự', key: 'attended', width: 10, kind: 'number' },
    { header: 'Được chứng nhận', key: 'certified', width: 14, kind: 'number' },
    { header: 'Nguồn kinh phí', key: 'fund', width: 24, kind: 'text' },
    { header: 'Dự toán (đồng)', key: 'plannedCost', width: 18, kind: 'number' },
    { header: 'Thực chi (đồng)', key: 'cost', width: 18, kind: 'number' },
    { header: 'Bình quân một người (đồng)', key: 'costPerHead', width: 18, kind: 'number' },
    { header: 'Ghi chú', key: 'note', width: 18, kind: 'text' },
  ],
  rows: async (context, query) => {
    const { items, next } = await list(context, query)
    return {
      next,
      items: items.map(({ agency, status, costPerHead, isDemo, unit: _unit, ...one }) => ({
        ...one,
        agency: agency.name,
        status: STATUS[status],
        costPerHead: costPerHead === null ? null : Math.round(costPerHead),
        note: isDemo ? 'Số liệu minh họa' : null,
      })),
    }
  },
})

declareList({
  name: 'course-people',
  query: CoursePeopleQuery.extend({ cursor: Cursor.optional(), limit: Limit }),
  title: 'Danh sách người dự lớp đào tạo',
  sheetName: 'Người dự',
  heading: 'DANH SÁCH NGƯỜI DỰ LỚP ĐÀO TẠO, BỒI DƯỠNG',
  personal: ['course_people.name', 'course_people.post', 'course_people.certificate_no'],
  columns: [
    { header: 'Họ và tên', key: 'name', width: 28, kind: 'text' },
    { header: 'Chức vụ', key: 'post', width: 24, kind: 'text' },
    { header: 'HTX, THT', key: 'entity', width: 34, kind: 'text' },
    { header: 'Xã, phường', key: 'unit', width: 24, kind: 'text' },
    { header: 'Số buổi dự', key: 'attended', width: 12, kind: 'number' },
    { header: 'Số chứng nhận', key: 'certificateNo', width: 18, kind: 'text' },
    { header: 'Ngày cấp', key: 'certificateOn', width: 12, kind: 'date' },
  ],
  rows: async (context, { course }) => {
    const { people } = await get(context, course)
    return {
      next: null,
      items: people.map(({ name, post, entity, unit, attended, certificateNo, certificateOn }) => ({
        name,
        post,
        certificateNo,
        certificateOn,
        entity: entity.name,
        unit: `${unit.kind} ${unit.name}`,
        attended: attended.length,
      })),
    }
  },
})
