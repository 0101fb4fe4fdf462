import { CAN_THO_COMMUNES } from './units.ts'
import type { Day } from './days.ts'
import type { Copies, Course, DemoTask } from './story.ts'

/** The living present: late last week, due this week and next, waiting for each role. */
export function canThoTasks(day: Day): DemoTask[] {
  return [...afterFirstMeeting(day), ...ofPlan(day), ...afterSecondMeeting(day)]
}

function communes(rest: Course, special: Record<string, Course>): Copies {
  return CAN_THO_COMMUNES.map(({ key }) => [`ubnd-${key}`, special[key] ?? rest])
}

function afterFirstMeeting(day: Day): DemoTask[] {
  const taken = day(-70)
  return [
    {
      number: 1,
      document: 'tb-21',
      item: 'mục 1',
      title: 'Lập danh sách HTX, THT theo địa bàn mới',
      quote: 'lập danh sách HTX, THT theo địa bàn mới sau sắp xếp đơn vị hành chính',
      lead: 'ct-stc',
      due: day(-30),
      product: 'Danh sách HTX, THT',
      course: {
        taken,
        sent: [day(-33), 'Đã lập danh sách theo 103 xã, phường.', '512/STC'],
        confirmed: day(-31),
      },
    },
    {
      number: 2,
      document: 'tb-21',
      item: 'mục 2',
      title: 'Rà soát các HTX nông nghiệp cần củng cố, đề xuất giải pháp',
      quote: 'rà soát các HTX nông nghiệp cần củng cố, đề xuất giải pháp cho từng HTX',
      lead: 'ct-snnmt',
      co: ['ct-lmhtx', 'ct-stc'],
      due: day(3),
      product: 'Báo cáo kèm danh sách HTX',
      course: {
        taken,
        progress: [day(-12), 75, 'Đã làm việc với 04 xã, còn 02 xã.'],
        prepared: [day(-1), 'Dự thảo báo cáo rà soát 41 HTX, kèm giải pháp.'],
      },
    },
    {
      number: 3,
      document: 'tb-21',
      item: 'mục 3',
      title: 'Phân công lãnh đạo phụ trách kinh tế tập thể, gửi danh sách',
      quote: 'phân công lãnh đạo phụ trách kinh tế tập thể, gửi danh sách về Sở Tài chính',
      lead: 'ct-stc',
      due: day(-14),
      course: {},
      copies: communes(
        { taken, sent: [day(-20), 'Gửi văn bản phân công.', '88/UBND'], confirmed: day(-18) },
        {
          'minh-giong': { taken },
          'minh-hau': {},
          'an-lac-thon': {
            taken,
            sent: [day(-15), 'Gửi văn bản phân công.', '102/UBND'],
            confirmed: day(-13),
          },
        },
      ),
    },
    {
      number: 4,
      document: 'tb-21',
      item: 'mục 4',
      title: 'Kết nối các HTX trái cây với hệ thống phân phối',
      quote: 'kết nối các HTX trái cây với hệ thống phân phối',
      lead: 'ct-sct',
      co: ['ct-snnmt'],
      due: day(-9),
      course: {
        taken,
        sent: [day(-10), 'Đã ký 03 biên bản ghi nhớ.', '345/SCT'],
        confirmed: day(-6),
      },
    },
    {
      number: 5,
      document: 'tb-21',
      item: 'mục 5',
      title: 'Mở lớp bồi dưỡng kế toán cho HTX mới thành lập',
      quote: 'mở lớp bồi dưỡng kế toán cho HTX mới thành lập',
      lead: 'ct-lmhtx',
      manner: 'request',
      due: day(12),
      course: { taken },
    },
    {
      number: 6,
      document: 'tb-21',
      item: 'mục 6',
      title: 'Khảo sát nhu cầu sơ chế, bảo quản của các HTX',
      quote: 'khảo sát nhu cầu sơ chế, bảo quản của các HTX',
      lead: 'ct-minh-an',
      due: day(-6),
      course: { taken, progress: [day(-16), 30, 'Mới khảo sát 12 HTX.'] },
    },
    {
      number: 7,
      document: 'tb-21',
      item: 'mục 7',
      title: 'Gặp gỡ các HTX, THT trên địa bàn trong quý',
      quote: 'định kỳ hằng quý gặp gỡ các HTX, THT trên địa bàn',
      lead: 'ct-stc',
      due: day(24),
      dueText: 'định kỳ hằng quý',
      product: 'Biên bản gặp gỡ',
      course: {},
      copies: communes(
        { taken },
        {
          'ke-sach': { taken, sent: [day(-3), 'Gửi biên bản gặp gỡ.', '15/BB-UBND'] },
          'minh-hau': {},
        },
      ),
    },
  ]
}

function ofPlan(day: Day): DemoTask[] {
  const taken = day(-52)
  return [
    {
      number: 8,
      document: 'kh-210',
      item: 'mục II.1',
      title: 'Xây dựng 03 mô hình HTX nông nghiệp ứng dụng công nghệ cao',
      quote: 'xây dựng 03 mô hình HTX nông nghiệp ứng dụng công nghệ cao',
      lead: 'ct-snnmt',
      co: ['ct-skhcn'],
      due: day(40),
      product: 'Quyết định phê duyệt mô hình',
      course: { taken, progress: [day(-8), 50, 'Đã chọn 02 HTX, đang thẩm định 01 HTX.'] },
    },
    {
      number: 9,
      document: 'kh-210',
      item: 'mục II.2',
      title: 'Rà soát HTX ngừng hoạt động, lập kế hoạch giải thể',
      quote: 'rà soát HTX ngừng hoạt động, lập kế hoạch giải thể',
      lead: 'ct-stc',
      due: day(6),
      product: 'Kế hoạch của UBND xã',
      course: {},
      copies: communes(
        { taken },
        {
          'minh-giong': {
            taken,
            asked: {
              on: day(-2),
              dueOn: day(20),
              reason:
                'Hồ sơ thành viên của 03 HTX thất lạc khi sắp xếp, cần thêm thời gian xác minh.',
            },
          },
          'dai-hai': {
            taken,
            sent: [day(-4), 'Gửi kế hoạch giải thể 02 HTX.', '31/KH-UBND'],
            confirmed: day(-2),
          },
          'an-lac-thon': { taken, progress: [day(-5), 60, 'Đã rà soát 05/08 HTX.'] },
        },
      ),
    },
    {
      number: 10,
      document: 'kh-210',
      item: 'mục II.3',
      title: 'Hướng dẫn các HTX tổ chức lại hoạt động theo Luật Hợp tác xã năm 2023',
      quote: 'hướng dẫn các HTX tổ chức lại hoạt động theo Luật Hợp tác xã năm 2023',
      lead: 'ct-stc',
      co: ['ct-lmhtx'],
      due: null,
      course: { taken },
    },
    {
      number: 11,
      document: 'kh-210',
      item: 'mục II.4',
      title: 'Vận động hội viên tham gia HTX, THT',
      quote: 'vận động hội viên tham gia HTX, THT',
      lead: 'ct-hnd',
      manner: 'request',
      due: null,
      course: { taken },
    },
  ]
}

function afterSecondMeeting(day: Day): DemoTask[] {
  const taken = day(-15)
  return [
    {
      number: 12,
      document: 'tb-27',
      item: 'mục 1',
      title: 'Xây dựng phương án liên kết tiêu thụ trái cây của các HTX',
      quote: 'xây dựng phương án liên kết tiêu thụ trái cây của các HTX',
      lead: 'ct-snnmt',
      co: ['ct-sct', 'ct-lmhtx'],
      due: day(10),
      product: 'Phương án trình UBND thành phố',
      course: { taken, progress: [day(-4), 35, 'Đang lấy số liệu sản lượng của các xã.'] },
    },
    {
      number: 13,
      document: 'tb-27',
      item: 'mục 2',
      title: 'Tham mưu bổ sung vốn cho Quỹ hỗ trợ phát triển HTX',
      quote: 'tham mưu bổ sung vốn cho Quỹ hỗ trợ phát triển HTX',
      lead: 'ct-stc',
      due: day(18),
      product: 'Tờ trình',
      course: { taken },
    },
    {
      number: 14,
      document: 'tb-27',
      item: 'mục 3',
      title: 'Hướng dẫn các HTX đăng ký nhãn hiệu, truy xuất nguồn gốc',
      quote: 'hướng dẫn các HTX đăng ký nhãn hiệu, truy xuất nguồn gốc',
      lead: 'ct-skhcn',
      due: day(5),
      course: { taken, sent: [day(-1), 'Đã hướng dẫn 14 HTX.', '277/SKHCN'] },
    },
    {
      number: 15,
      document: 'tb-27',
      item: 'mục 4',
      title: 'Tháo gỡ điều kiện vay vốn của HTX',
      quote: 'chỉ đạo các tổ chức tín dụng tháo gỡ điều kiện vay vốn của HTX',
      lead: 'ct-nhnn',
      manner: 'request',
      due: day(30),
      course: { taken },
    },
    {
      number: 16,
      document: 'tb-27',
      item: 'mục 5',
      title: 'Giải quyết dứt điểm việc nợ đọng của HTX Minh Phát',
      quote: 'giải quyết dứt điểm việc nợ đọng của HTX Minh Phát',
      lead: 'ubnd-minh-hau',
      due: day(-3),
      course: { taken },
    },
    {
      number: 17,
      document: 'tb-27',
      item: 'mục 6',
      title: 'Hướng dẫn bố trí người theo dõi kinh tế tập thể ở cấp xã',
      quote: 'hướng dẫn bố trí người theo dõi kinh tế tập thể ở cấp xã',
      lead: 'ct-snv',
      due: day(14),
      course: {
        question: [
          day(-10),
          'Đề nghị làm rõ: người theo dõi là công chức chuyên trách hay kiêm nhiệm?',
        ],
      },
    },
    {
      number: 18,
      document: 'tb-27',
      item: 'mục 7',
      title: 'Chuẩn bị hội nghị tổng kết năm của Ban Chỉ đạo',
      quote: 'chuẩn bị hội nghị tổng kết năm của Ban Chỉ đạo',
      lead: 'ct-vp',
      due: day(16),
      course: {},
    },
    {
      number: 19,
      document: null,
      item: null,
      title: 'Kiểm tra việc sử dụng đất công của các HTX tại xã An Lạc Thôn',
      lead: 'ct-snnmt',
      due: day(1),
      spokenBy: 'Nguyễn Thành Khải, Trưởng Ban Chỉ đạo, chỉ đạo trực tiếp',
      course: { taken: day(-9) },
    },
  ]
}
