import type { Copies, Course, DemoTask } from './story.ts'
import { done, ended, running } from './ke-sach-courses.ts'
import { AFTER_LATER_MEETINGS, AFTER_PLAN } from './ke-sach-later-tasks.ts'
import { KE_SACH_COMMUNES } from './units.ts'

/** One copy a commune: what is said of it, or the same for all others. */
function copies(rest: Course, special: Record<string, Course>): Copies {
  return KE_SACH_COMMUNES.map(({ key }) => [`ubnd-${key}`, special[key] ?? rest])
}

const MINH = ['minh-giong-cu', 'minh-hau-cu', 'minh-tra-cu']
const each = (keys: readonly string[], course: Course) =>
  Object.fromEntries(keys.map((key) => [key, course]))

const DECIDED: Record<string, [sent: string, paper: string, confirmed: string]> = {
  'trinh-phu': ['2021-04-26', '41/QĐ-UBND', '2021-04-27'],
  'thoi-an-hoi-cu': ['2021-04-22', '61/QĐ-UBND', '2021-04-23'],
  'ke-thanh': ['2021-04-20', '44/QĐ-UBND', '2021-04-22'],
  'dai-hai-cu': ['2021-04-19', '29/QĐ-UBND', '2021-04-20'],
  'ba-trinh': ['2021-04-15', '52/QĐ-UBND', '2021-04-16'],
  'an-lac-tay': ['2021-04-12', '36/QĐ-UBND', '2021-04-13'],
  'tt-ke-sach': ['2021-04-29', '77/QĐ-UBND', '2021-04-29'],
  'tt-an-lac-thon': ['2021-04-28', '38/QĐ-UBND', '2021-04-29'],
  'xuan-hoa': ['2021-06-25', '33/QĐ-UBND', '2021-06-28'],
}
const moreTime = {
  on: '2021-04-23',
  dueOn: '2021-06-30',
  reason: 'Xã mới thay đổi nhân sự chủ chốt sau Đại hội, chờ phân công lại.',
  granted: '2021-04-28',
  by: 'standing',
} as const

const COMMITTEES_OF_COMMUNES = copies(
  {},
  {
    ...Object.fromEntries(
      Object.entries(DECIDED).map(([key, [sent, paper, confirmed]]) => [
        key,
        {
          taken: '2021-03-04',
          ...(key === 'xuan-hoa' ? { asked: moreTime } : {}),
          sent: [sent, 'Đã ban hành quyết định kiện toàn và bảng phân công thành viên.', paper],
          confirmed,
        } as const,
      ]),
    ),
    'ke-an': {
      taken: '2021-03-04',
      asked: moreTime,
      sent: ['2021-06-29', 'Gửi quyết định kiện toàn Ban Chỉ đạo xã.', '58/QĐ-UBND'],
    },
    ...each(MINH, { taken: '2021-03-04', asked: moreTime }),
  },
)

const NOTICE: DemoTask[] = [
  {
    number: 2,
    document: 'tb-05',
    item: 'mục 2',
    title: 'Xác định số HTX cần thành lập mới, đại hội lại, củng cố, giải thể',
    quote: 'xác định số lượng HTX cần thành lập mới, đại hội lại, củng cố, giải thể',
    lead: 'ks-tckh',
    due: '2021-12-31',
    dueText: 'trong năm 2021',
    product: 'Danh sách đăng ký của xã',
    course: {},
    copies: copies(
      done('2021-06-10', 'Gửi bảng đăng ký của xã.', '118/UBND', '2021-06-15'),
      each(MINH.slice(0, 2), running('2021-03-05')),
    ),
  },
  {
    number: 3,
    document: 'tb-05',
    item: 'mục 3',
    title: 'Đăng ký HTX ứng dụng công nghệ cao, HTX có sản phẩm OCOP',
    quote: 'đăng ký HTX ứng dụng công nghệ cao, HTX có sản phẩm OCOP',
    lead: 'ks-tckh',
    due: '2021-12-31',
    dueText: 'trong năm 2021',
    course: {},
    copies: copies(running('2021-03-05'), {
      'trinh-phu': done('2021-05-20', 'Đăng ký 01 HTX có sản phẩm OCOP.', '96/UBND', '2021-05-24'),
      'ba-trinh': done(
        '2021-06-02',
        'Đăng ký 01 HTX ứng dụng công nghệ cao.',
        '104/UBND',
        '2021-06-07',
      ),
    }),
  },
  {
    number: 4,
    document: 'tb-05',
    item: 'mục 4',
    title: 'Giúp HTX đủ điều kiện lập hồ sơ hỗ trợ máy móc, thiết bị',
    quote: 'giúp các HTX đủ điều kiện lập hồ sơ tiếp cận chương trình hỗ trợ máy móc, thiết bị',
    lead: 'ks-ktht',
    co: ['ks-nn'],
    due: '2021-05-31',
    dueText: 'trước ngày 31/5/2021',
    course: done('2021-05-27', 'Đã giúp 04 HTX lập hồ sơ.', '87/BC-KTHT', '2021-06-01'),
  },
  {
    number: 5,
    document: 'tb-05',
    item: 'mục 5',
    title: 'Vận động đoàn viên, hội viên và nhân dân tham gia phát triển KTTT',
    quote: 'vận động đoàn viên, hội viên và nhân dân tham gia phát triển kinh tế tập thể',
    lead: 'ks-mttq',
    manner: 'request',
    due: null,
    course: running('2021-03-08'),
  },
  {
    number: 6,
    document: 'tb-05',
    item: 'mục 6',
    title: 'Phổ biến, nhân rộng mô hình HTX kiểu mới làm ăn hiệu quả',
    quote: 'phổ biến, nhân rộng mô hình HTX kiểu mới làm ăn hiệu quả',
    lead: 'ks-hnd',
    manner: 'request',
    due: '2021-06-30',
    course: done('2021-06-21', 'Đã tổ chức 02 buổi giới thiệu mô hình.', '45/HND', '2021-06-23'),
  },
  {
    number: 7,
    document: 'tb-05',
    item: 'mục 7',
    title: 'Tham mưu kế hoạch phát triển KTTT hằng năm và giai đoạn',
    quote: 'tham mưu kế hoạch phát triển kinh tế tập thể hằng năm và giai đoạn của huyện',
    lead: 'ks-tckh',
    co: ['ks-nn', 'ks-ktht'],
    due: '2021-03-31',
    product: 'Kế hoạch của UBND huyện',
    course: done('2021-03-22', 'UBND huyện đã ban hành kế hoạch.', '14/KH-UBND', '2021-03-23'),
  },
  {
    number: 8,
    document: 'tb-05',
    item: 'mục 8',
    title: 'Phân công, kiểm tra thành viên BCĐ phụ trách xã, thị trấn',
    quote: 'phân công, kiểm tra các thành viên Ban Chỉ đạo phụ trách xã, thị trấn',
    lead: 'ks-tckh',
    due: '2021-09-30',
    course: { taken: '2021-03-04', sent: ['2021-07-09', 'Gửi bảng phân công.', '21/BCĐ'] },
  },
  {
    number: 9,
    document: 'tb-05',
    item: 'mục 9',
    title: 'Tổng hợp, báo cáo Sở Kế hoạch và Đầu tư theo quy định',
    quote: 'tổng hợp, báo cáo Sở Kế hoạch và Đầu tư theo quy định',
    lead: 'ks-tckh',
    due: null,
    course: running('2021-03-04'),
  },
  {
    number: 10,
    document: 'tb-05',
    item: 'mục 10',
    title: 'Hỗ trợ các HTX nông nghiệp, báo cáo Sở Nông nghiệp và PTNT',
    quote: 'trực tiếp hỗ trợ các HTX nông nghiệp, tổng hợp, báo cáo Sở Nông nghiệp và PTNT',
    lead: 'ks-nn',
    due: null,
    course: running('2021-03-05'),
  },
  {
    number: 11,
    document: 'tb-05',
    item: 'mục 11',
    title: 'Kiện toàn Ban Chỉ đạo kinh tế tập thể cấp xã, phân công trong Ban Chỉ đạo',
    quote: 'kiện toàn Ban Chỉ đạo kinh tế tập thể cấp mình, phân công nhiệm vụ trong Ban Chỉ đạo',
    lead: 'ks-tckh',
    co: ['ks-nv'],
    due: '2021-04-30',
    product: 'Quyết định kiện toàn; bảng phân công thành viên',
    course: {},
    copies: COMMITTEES_OF_COMMUNES,
  },
  {
    number: 12,
    document: 'tb-05',
    item: 'mục 12',
    title: 'Xây dựng kế hoạch hoạt động giai đoạn 2021 - 2025 và năm 2021',
    quote: 'xây dựng kế hoạch hoạt động giai đoạn 2021 - 2025 và năm 2021',
    lead: 'ks-tckh',
    due: '2021-06-15',
    product: 'Kế hoạch của UBND xã, thị trấn',
    course: {},
    copies: copies(
      done('2021-06-11', 'UBND xã đã ban hành kế hoạch.', '25/KH-UBND', '2021-06-14'),
      each(MINH.slice(0, 2), running('2021-03-05')),
    ),
  },
  {
    number: 13,
    document: 'tb-05',
    item: 'mục 13',
    title: 'Gặp gỡ các HTX, THT quý II, nắm tình hình, tháo gỡ khó khăn',
    quote: 'định kỳ hằng quý gặp gỡ các HTX, THT để nắm tình hình và tháo gỡ khó khăn',
    lead: 'ks-tckh',
    due: '2021-07-15',
    dueText: 'định kỳ hằng quý',
    product: 'Biên bản gặp gỡ',
    course: {},
    copies: copies(done('2021-06-28', 'Đã gặp gỡ, có biên bản.', '12/BB-UBND', '2021-07-01'), {
      ...each(MINH.slice(0, 1), running('2021-03-05')),
      'minh-hau-cu': {
        taken: '2021-03-05',
        asked: { on: '2021-07-08', dueOn: '2021-07-22', reason: 'Mưa bão, chưa họp được 02 ấp.' },
      },
      'minh-tra-cu': {
        taken: '2021-03-05',
        sent: ['2021-07-02', 'Gửi biên bản gặp gỡ.', '09/BB-UBND'],
        returned: ['2021-07-06', 'Biên bản chưa ghi ý kiến của từng HTX, đề nghị bổ sung.'],
      },
      'trinh-phu': {
        taken: '2021-03-05',
        sent: ['2021-07-09', 'Gửi biên bản gặp gỡ.', '17/BB-UBND'],
      },
    }),
  },
]

export const KE_SACH_TASKS: readonly DemoTask[] = [
  ...NOTICE,
  ...AFTER_PLAN,
  ...AFTER_LATER_MEETINGS,
].map(ended)
