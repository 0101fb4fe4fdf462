import type { Bound, CountOf, RegisterRule } from '@hopluc/shared/plans'
import type { PlainDate } from '@hopluc/shared/values'

/** What a commune said of a target: how many, and which it means. */
export type Said = readonly [
  unit: string,
  amount: number,
  subjects?: readonly (readonly [name: string, expectedOn: PlainDate | null, entity?: string])[],
]

export interface DemoTarget {
  key: string
  above?: string
  words: string
  /** As the plan's paper has it. */
  quote: string
  measure: string
  as?: 'share'
  bound: Bound
  counted: object
  lead?: string
  allotted?: Readonly<Record<string, number>>
  said?: readonly Said[]
}

const register = (rule: RegisterRule, kinds = ['cooperative']) => ({ by: 'register', rule, kinds })
const figure = (code: string): CountOf => ({ by: 'figure', code })
const EFFECTIVE = {
  by: 'share',
  part: figure('H4'),
  wholes: [{ label: 'HTX được đánh giá, xếp loại', of: figure('H4x') }],
}
const FAIR = {
  by: 'share',
  part: figure('H4k'),
  wholes: [
    { label: 'HTX hoạt động hiệu quả', of: figure('H4') },
    { label: 'HTX được đánh giá, xếp loại', of: figure('H4x') },
  ],
}
/** Who has not said anything: both are late and made up. */
const SILENT = ['minh-giong-cu', 'minh-hau-cu']
const KE_SACH = [
  'tt-ke-sach',
  'tt-an-lac-thon',
  'xuan-hoa',
  'trinh-phu',
  'thoi-an-hoi-cu',
  'ke-thanh',
  'ke-an',
  'dai-hai-cu',
  'ba-trinh',
  'an-lac-tay',
  'minh-giong-cu',
  'minh-hau-cu',
  'minh-tra-cu',
]

/** These, and of all others that there is none. */
function all(units: readonly string[], silent: readonly string[], said: readonly Said[]): Said[] {
  const rest = units.filter(
    (unit) => !silent.includes(unit) && !said.some(([named]) => named === unit),
  )
  return [...said, ...rest.map((unit): Said => [unit, 0])]
}

export const KE_SACH_AIM = `Đến năm 2025: thành lập mới từ 5 HTX trở lên; thành lập ít nhất 01 liên hiệp HTX; \
từ 70 - 80% số HTX hoạt động hiệu quả; trong đó, 50% số HTX hoạt động hiệu quả khá trở lên; 4 HTX có sản phẩm OCOP; \
2 HTX trở lên ứng dụng công nghệ cao.`

export const KE_SACH_PLAN = `KẾ HOẠCH
Triển khai thực hiện Kế hoạch số 07-KH/HU về phát triển kinh tế tập thể giai đoạn 2021 - 2025

I. MỤC TIÊU
${KE_SACH_AIM}

II. TỔ CHỨC THỰC HIỆN
1. UBND các xã, thị trấn đăng ký số HTX thành lập mới, HTX có sản phẩm OCOP, HTX ứng dụng công nghệ cao.
2. Phòng Tài chính - Kế hoạch tổng hợp, theo dõi việc thực hiện các chỉ tiêu.`

/** The targets of Kế Sách to 2025, in the document's words; what communes registered is made up. */
export const KE_SACH_TARGETS: readonly DemoTarget[] = [
  {
    key: 'ks-founded',
    words: 'Thành lập mới từ 5 HTX trở lên',
    quote: KE_SACH_AIM,
    measure: 'HTX',
    bound: { op: 'at_least', value: 5 },
    counted: register('founded'),
    lead: 'ks-tckh',
    said: all(KE_SACH, SILENT, [
      ['minh-tra-cu', 1, [['HTX Minh Khang', '2021-04-20', 'HTX Minh Khang']]],
      ['thoi-an-hoi-cu', 1, [['HTX Tiến Lợi (từ Tổ hợp tác Tiến Lợi)', '2021-10-15']]],
      ['an-lac-tay', 1, [['HTX cây ăn trái xã An Lạc Tây', '2022-06-30']]],
      ['dai-hai-cu', 1, [['HTX sản xuất lúa xã Đại Hải', '2023-06-30']]],
    ]),
  },
  {
    key: 'ks-union',
    words: 'Thành lập ít nhất 01 liên hiệp HTX',
    quote: KE_SACH_AIM,
    measure: 'liên hiệp HTX',
    bound: { op: 'at_least', value: 1 },
    counted: register('founded', ['union']),
    lead: 'ks-nn',
    said: all(KE_SACH, [], [['trinh-phu', 1, [['Liên hiệp HTX trái cây Kế Sách', '2024-12-31']]]]),
  },
  {
    key: 'ks-effective',
    words: '70 – 80% số HTX hoạt động hiệu quả',
    quote: KE_SACH_AIM,
    measure: '%',
    as: 'share',
    bound: { op: 'range', value: 70, to: 80 },
    counted: EFFECTIVE,
    lead: 'ks-nn',
  },
  {
    key: 'ks-fair',
    above: 'ks-effective',
    words: 'Trong đó, 50% hiệu quả khá trở lên',
    quote: KE_SACH_AIM,
    measure: '%',
    as: 'share',
    bound: { op: 'exact', value: 50 },
    counted: FAIR,
    lead: 'ks-nn',
  },
  {
    key: 'ks-ocop',
    words: '4 HTX có sản phẩm OCOP',
    quote: KE_SACH_AIM,
    measure: 'HTX',
    bound: { op: 'exact', value: 4 },
    counted: register('ocop'),
    lead: 'ks-nn',
    said: all(KE_SACH, SILENT, [
      [
        'trinh-phu',
        2,
        [
          ['HTX Lộc Mãi', null, 'HTX Lộc Mãi'],
          ['HTX Trinh Phú', '2022-12-31', 'HTX Trinh Phú'],
        ],
      ],
      ['ke-thanh', 1, [['HTX Tín Phát', '2021-06-30', 'HTX Tín Phát']]],
    ]),
  },
  {
    key: 'ks-hightech',
    words: '2 HTX trở lên ứng dụng công nghệ cao',
    quote: KE_SACH_AIM,
    measure: 'HTX',
    bound: { op: 'at_least', value: 2 },
    counted: register('high_tech'),
    lead: 'ks-nn',
    said: all(KE_SACH, SILENT, [
      ['xuan-hoa', 1, [['HTX Quyết Thắng', null, 'HTX Quyết Thắng']]],
      ['trinh-phu', 1, [['HTX 22 tháng 12', '2023-12-31', 'HTX 22 tháng 12']]],
    ]),
  },
]

/** The plan of today; all of it is made up. */
export function canThoTargets(year: number): readonly DemoTarget[] {
  const on = (years: number, day: string) => `${year + years}-${day}`
  const communes = ['an-lac-thon', 'ke-sach', 'dai-hai', 'thoi-an-hoi', 'minh-giong', 'minh-hau']
  return [
    {
      key: 'ct-founded',
      words: 'Thành lập mới từ 6 HTX trở lên',
      quote: '',
      measure: 'HTX',
      bound: { op: 'at_least', value: 6 },
      counted: register('founded'),
      lead: 'ct-stc',
      allotted: { 'an-lac-thon': 1, 'ke-sach': 1, 'dai-hai': 1, 'thoi-an-hoi': 1, 'minh-hau': 1 },
      said: all(
        communes,
        ['an-lac-thon', 'minh-giong', 'minh-hau'],
        [
          ['ke-sach', 2, [['HTX nông sản xã Kế Sách', on(1, '06-30')]]],
          ['dai-hai', 1, [['HTX sản xuất lúa xã Đại Hải', on(0, '12-20')]]],
          ['thoi-an-hoi', 1],
        ],
      ),
    },
    {
      key: 'ct-effective',
      words: '80% số HTX hoạt động hiệu quả',
      quote: '',
      measure: '%',
      as: 'share',
      bound: { op: 'at_least', value: 80 },
      counted: EFFECTIVE,
      lead: 'ct-snnmt',
    },
    {
      key: 'ct-fair',
      above: 'ct-effective',
      words: 'Trong đó, 60% đạt loại khá, tốt',
      quote: '',
      measure: '%',
      as: 'share',
      bound: { op: 'at_least', value: 60 },
      counted: FAIR,
      lead: 'ct-snnmt',
    },
    {
      key: 'ct-ocop',
      words: '5 HTX có sản phẩm OCOP',
      quote: '',
      measure: 'HTX',
      bound: { op: 'exact', value: 5 },
      counted: register('ocop'),
      lead: 'ct-sct',
      allotted: { 'an-lac-thon': 2, 'ke-sach': 1, 'dai-hai': 1, 'minh-hau': 1 },
      said: all(
        communes,
        ['minh-giong'],
        [
          [
            'an-lac-thon',
            2,
            [
              ['HTX Lộc Mãi', null, 'HTX Lộc Mãi'],
              ['HTX Trinh Phú', on(1, '12-31'), 'HTX Trinh Phú'],
            ],
          ],
          [
            'ke-sach',
            2,
            [
              ['HTX Thành Phú', null, 'HTX Thành Phú'],
              ['HTX Tín Phát', on(2, '12-31'), 'HTX Tín Phát'],
            ],
          ],
          ['dai-hai', 1, [['HTX Đại Đoàn Kết', on(2, '06-30'), 'HTX Đại Đoàn Kết']]],
          ['minh-hau', 1, [['HTX Minh Phát', on(2, '12-31'), 'HTX Minh Phát']]],
        ],
      ),
    },
    {
      key: 'ct-hightech',
      words: '03 mô hình HTX nông nghiệp ứng dụng công nghệ cao',
      quote:
        '1. Sở Nông nghiệp và Môi trường xây dựng 03 mô hình HTX nông nghiệp ứng dụng công nghệ cao.',
      measure: 'HTX',
      bound: { op: 'exact', value: 3 },
      counted: register('high_tech'),
      lead: 'ct-snnmt',
      said: all(
        communes,
        ['minh-giong', 'minh-hau'],
        [
          ['an-lac-thon', 1, [['HTX Quyết Thắng', null, 'HTX Quyết Thắng']]],
          ['ke-sach', 1, [['HTX Thành Công', on(2, '06-30'), 'HTX Thành Công']]],
        ],
      ),
    },
  ]
}
