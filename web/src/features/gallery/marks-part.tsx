import { IconFileTypePdf } from '@tabler/icons-react'
import {
  formatMoney,
  formatNumber,
  formatRange,
  formatShare,
  formatWeekday,
} from '../../lib/format.ts'
import { Bar, type BarPart, Legend, Progress } from '../../ui/bar.tsx'
import { DemoMark } from '../../ui/demo-mark.tsx'
import { Icon } from '../../ui/icon.tsx'
import {
  Corrected,
  DescriptionList,
  Diff,
  FileChip,
  Marked,
  Tag,
  Timeline,
  Way,
} from '../../ui/marks.tsx'
import { DateText, Section, Sentence } from '../../ui/page.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'

const COLOURS = [
  'paper',
  'side-bg',
  'sunken',
  'hover',
  'selected',
  'line',
  'line-2',
  'field-line',
  'ink',
  'ink-2',
  'ink-3',
  'red',
  'red-mark',
  'red-bg',
  'green',
  'green-mark',
  'green-bg',
  'amber',
  'amber-mark',
  'amber-bg',
  'accent',
  'accent-bg',
  'neutral-mark',
  'k-directive',
  'k-figure',
  'k-document',
  'k-org',
] as const

const SIZES = [11, 12, 13, 14, 16, 20, 28] as const

const STATES: readonly (readonly [StatusKind, string])[] = [
  ['new', 'Chưa tiếp nhận'],
  ['late', 'Quá hạn 12 ngày'],
  ['soon', 'Còn 3 ngày'],
  ['done', 'Đúng hạn'],
  ['doneLate', 'Hoàn thành quá hạn'],
  ['term', 'Trong hạn (172 ngày)'],
  ['standing', 'Thường xuyên'],
  ['waiting', 'Chờ xác nhận'],
  ['returned', 'Trả lại'],
  ['missing', 'Chưa gửi'],
  ['missingLate', 'Chưa gửi, quá hạn'],
  ['draft', 'Dự thảo'],
  ['paused', 'Tạm dừng'],
  ['cancelled', 'Đã hủy'],
]

const PARTS: readonly BarPart[] = [
  { kind: 'done', value: 17, label: 'đúng hạn' },
  { kind: 'doneLate', value: 2, label: 'hoàn thành quá hạn' },
  { kind: 'term', value: 9, label: 'trong hạn' },
  { kind: 'soon', value: 4, label: 'sắp đến hạn' },
  { kind: 'late', value: 6, label: 'quá hạn' },
]

const BASIS = <a href="#gallery">Kế hoạch 07-KH/HU</a>

const value = (figure: number, tone = '') => (
  <a className={`value-link ${tone}`} href="#gallery">
    {figure}
  </a>
)

/** Everything that only shows: colours, type, states, bars, papers, histories. */
export function MarksPart() {
  return (
    <>
      <Sentence>
        Hôm nay có{' '}
        <a className="red" href="#gallery">
          6 nhiệm vụ quá hạn
        </a>{' '}
        ở 4 cơ quan;{' '}
        <a className="amber" href="#gallery">
          2 xã chưa gửi
        </a>{' '}
        kết quả gặp gỡ HTX quý II, hạn 15/07. <a href="#gallery">2 chỉ tiêu</a> đến năm 2025 dự báo
        không đạt.
      </Sentence>
      <Section title="Màu" note="tên biến trong tokens.css">
        <div className="gallery-grid gallery-swatches">
          {COLOURS.map((name) => (
            <div key={name} className="gallery-swatch">
              <span style={{ background: `var(--${name})` }} />
              <span>{name}</span>
            </div>
          ))}
        </div>
      </Section>
      <Section title="Chữ và số" note="Be Vietnam Pro, chữ số của Inter">
        <div className="gallery-type">
          {SIZES.map((size) => (
            <p key={size} style={{ fontSize: size }}>
              <span className="muted">{size} px</span>
              Kết luận hội nghị: Sỹ, Nguyễn, Đặng, Quỳnh, Ưởng 0123456789
            </p>
          ))}
          <p className="figures">
            <span className="muted">dạng số</span>
            <DateText value="2018-07-25" /> · <DateText value="2021-07-09" today="2021-07-12" /> ·{' '}
            {formatRange('2021-07-05', '2021-07-11')} · {formatWeekday('2021-07-12')} ·{' '}
            {formatNumber(455_523)} · {formatShare(0.705)} · {formatNumber(-1.5)} ·{' '}
            {formatMoney(1_342_000_000)}
          </p>
        </div>
      </Section>
      <Section title="Trạng thái" note="hình, chữ, rồi mới đến màu">
        <div className="gallery-grid gallery-swatches">
          {STATES.map(([kind, words]) => (
            <Status key={kind} kind={kind}>
              {words}
            </Status>
          ))}
        </div>
        <div className="gallery-row">
          <Marked kind="done">Trinh Phú</Marked>
          <Marked kind="missing">Minh Giồng</Marked>
          <Tag>13 xã, thị trấn</Tag>
          <DemoMark />
          <Corrected from="1.482">1.842</Corrected>
        </div>
      </Section>
      <Section title="Thanh tỷ lệ" note="38 nhiệm vụ theo 3 thông báo kết luận">
        <Bar parts={PARTS} size="page" label="38 nhiệm vụ theo trạng thái" />
        <Legend
          items={PARTS.map(({ kind, value: figure, label }) => ({
            kind,
            label,
            value: value(figure, kind === 'late' ? 'red' : ''),
          }))}
        />
        <Bar parts={PARTS.slice(0, 3)} label="Phòng Kinh tế và Hạ tầng" />
        <div className="gallery-row">
          <Progress label="Đang gửi tệp" share={0.62} />
          <Progress label="Đang lập báo cáo" />
        </div>
      </Section>
      <Section title="Tiến trình của văn bản">
        <div className="gallery-row">
          <Way steps={['Dự thảo', 'Đã trình', 'Đã ban hành']} at={1} />
        </div>
      </Section>
      <Section title="Tiến độ và minh chứng">
        <Timeline
          items={[
            {
              id: '1',
              when: '05/07/2021',
              title: (
                <>
                  <b>Nhắc lần 2</b> qua điện thoại: Minh Giồng, Minh Hậu
                </>
              ),
              note: 'Trần Thị Hạnh ghi, 08:00. Bước tiếp theo: công văn đôn đốc',
            },
            { id: '2', when: '01/07/2021', title: <b>Quá hạn ở 3 xã</b>, kind: 'late' },
            {
              id: '3',
              when: '29/06/2021',
              title: 'Kế An gửi kết quả trong hạn, chờ xác nhận',
              note: 'Võ Minh Khang lập, Chủ tịch UBND xã duyệt 15:20',
              kind: 'waiting',
              children: (
                <FileChip href="#gallery">
                  <Icon of={IconFileTypePdf} isSmall />
                  QĐ 58/QĐ-UBND, 2 trang
                </FileChip>
              ),
            },
            { id: '4', when: '28/04/2021', title: 'Đã hoàn thành ở 9 xã', kind: 'done' },
          ]}
        />
      </Section>
      <Section title="Phân công">
        <DescriptionList
          items={[
            ['Chủ trì', 'UBND 13 xã, thị trấn'],
            ['Phối hợp', 'Phòng Nội vụ'],
            [
              'Thời hạn',
              <>
                <b className="red">30/06/2021</b> <small>gia hạn ngày 28/04/2021</small>
              </>,
            ],
            ['Căn cứ', BASIS],
          ]}
        />
      </Section>
      <Section title="Đối chiếu văn bản" note="lãnh đạo đã sửa 2 chỗ">
        <Diff
          runs={[
            { kind: 'same', text: 'Các xã, thị trấn kiện toàn Ban Chỉ đạo ' },
            { kind: 'removed', text: 'trong quý II' },
            { kind: 'added', text: 'trước ngày 30/06/2021' },
            { kind: 'same', text: '; phân công ' },
            { kind: 'added', text: 'từng thành viên ' },
            { kind: 'same', text: 'phụ trách.' },
          ]}
        />
      </Section>
    </>
  )
}
