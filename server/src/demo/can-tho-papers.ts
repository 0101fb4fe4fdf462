import { type Day, written } from './days.ts'
import type { DemoDocument, DemoMeeting } from './story.ts'

const CHAIR = ['Nguyễn Thành Khải', 'Phó Chủ tịch UBND thành phố'] as const
const COMMITTEE = 'Ban Chỉ đạo phát triển kinh tế tập thể thành phố Cần Thơ'
const BODIES = [
  'ct-stc',
  'ct-snnmt',
  'ct-sct',
  'ct-skhcn',
  'ct-snv',
  'ct-vp',
  'ct-minh-an',
  'ct-lmhtx',
  'ct-mttq',
  'ct-hnd',
  'ct-nhnn',
  'ubnd-an-lac-thon',
  'ubnd-ke-sach',
  'ubnd-dai-hai',
  'ubnd-thoi-an-hoi',
  'ubnd-minh-giong',
  'ubnd-minh-hau',
]

/** When the papers of the present were signed, in days from today. */
export const SIGNED = { 'tb-21': -72, 'kh-210': -55, 'tb-27': -18 } as const

export function canThoMeetings(day: Day): DemoMeeting[] {
  const place = 'Phòng họp số 2, trụ sở UBND thành phố'
  const common = {
    agency: 'ct-bcd',
    kind: 'committee',
    place,
    chair: CHAIR,
    invited: BODIES,
  } as const
  return [
    {
      ...common,
      key: 'ct-first',
      title: 'Họp Ban Chỉ đạo quý trước',
      heldOn: day(-76),
      startsAt: '08:00',
      state: 'concluded',
      agenda: ['Kết quả kiện toàn Ban Chỉ đạo', 'Rà soát HTX sau sắp xếp đơn vị hành chính'],
      conclusion: 'Kết luận tại Thông báo số 21/TB-BCĐ.',
    },
    {
      ...common,
      key: 'ct-second',
      title: 'Họp Ban Chỉ đạo chuyên đề tiêu thụ nông sản qua HTX',
      heldOn: day(-21),
      startsAt: '14:00',
      state: 'concluded',
      agenda: ['Liên kết tiêu thụ trái cây', 'Vốn vay của Quỹ hỗ trợ phát triển HTX'],
      conclusion: 'Kết luận tại Thông báo số 27/TB-BCĐ.',
    },
    {
      ...common,
      key: 'ct-next',
      title: 'Họp Ban Chỉ đạo, chuẩn bị tổng kết năm',
      heldOn: day(8),
      startsAt: '08:00',
      state: 'planned',
      agenda: ['Nhiệm vụ quá hạn và sắp đến hạn', 'Dự thảo kế hoạch năm sau'],
    },
  ]
}

export function canThoDocuments(day: Day): DemoDocument[] {
  const own = {
    owner: 'ct-bcd',
    issuer: 'ct-bcd',
    issuerName: COMMITTEE,
    direction: 'outgoing',
    kind: 'TB',
    signer: CHAIR,
    readers: BODIES,
  } as const
  const first = written(day(-76))
  const second = written(day(-21))
  return [
    {
      key: 'luat-htx',
      owner: 'ct-stc',
      direction: 'incoming',
      kind: 'Luật',
      symbol: '17/2023/QH15',
      issuedOn: '2023-06-20',
      issuerName: 'Quốc hội',
      abstract: 'Luật Hợp tác xã',
      isStub: true,
    },
    {
      key: 'kh-210',
      owner: 'ct-stc',
      direction: 'outgoing',
      kind: 'KH',
      symbol: '210/KH-UBND',
      number: 210,
      issuedOn: day(SIGNED['kh-210']),
      issuer: 'ct-ubnd',
      issuerName: 'UBND thành phố Cần Thơ',
      signer: CHAIR,
      abstract: 'Củng cố, phát triển kinh tế tập thể trên địa bàn thành phố (minh họa)',
      text: PLAN,
      restsOn: ['luat-htx'],
      readers: BODIES,
    },
    {
      ...own,
      key: 'tb-21',
      symbol: '21/TB-BCĐ',
      number: 21,
      issuedOn: day(SIGNED['tb-21']),
      abstract: `Kết luận của Trưởng Ban Chỉ đạo tại cuộc họp ngày ${first} (minh họa)`,
      text: notice(first, NOTICE_21),
      restsOn: ['luat-htx'],
      meeting: 'ct-first',
    },
    {
      ...own,
      key: 'tb-27',
      symbol: '27/TB-BCĐ',
      number: 27,
      issuedOn: day(SIGNED['tb-27']),
      abstract: `Kết luận của Trưởng Ban Chỉ đạo tại cuộc họp ngày ${second} (minh họa)`,
      text: notice(second, NOTICE_27),
      restsOn: ['kh-210'],
      meeting: 'ct-second',
    },
  ]
}

const notice = (on: string, items: string) => `THÔNG BÁO
Kết luận của đồng chí Trưởng Ban Chỉ đạo tại cuộc họp ngày ${on}

Ngày ${on}, đồng chí Nguyễn Thành Khải, Phó Chủ tịch UBND thành phố, Trưởng Ban Chỉ đạo chủ trì cuộc họp. \
Sau khi nghe Sở Tài chính báo cáo và ý kiến của các thành viên, đồng chí Trưởng Ban Chỉ đạo kết luận như sau:

${items}

Sở Tài chính thông báo để các cơ quan, đơn vị biết, thực hiện./.`

const NOTICE_21 = `1. Sở Tài chính lập danh sách HTX, THT theo địa bàn mới sau sắp xếp đơn vị hành chính.
2. Sở Nông nghiệp và Môi trường rà soát các HTX nông nghiệp cần củng cố, đề xuất giải pháp cho từng HTX.
3. UBND các xã phân công lãnh đạo phụ trách kinh tế tập thể, gửi danh sách về Sở Tài chính.
4. Sở Công Thương kết nối các HTX trái cây với hệ thống phân phối.
5. Đề nghị Liên minh Hợp tác xã thành phố mở lớp bồi dưỡng kế toán cho HTX mới thành lập.
6. Trung tâm Dịch vụ nông nghiệp Minh An khảo sát nhu cầu sơ chế, bảo quản của các HTX.
7. Lãnh đạo UBND các xã định kỳ hằng quý gặp gỡ các HTX, THT trên địa bàn.`

const NOTICE_27 = `1. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Công Thương, Liên minh Hợp tác xã thành phố xây dựng phương án liên kết tiêu thụ trái cây của các HTX.
2. Sở Tài chính tham mưu bổ sung vốn cho Quỹ hỗ trợ phát triển HTX.
3. Sở Khoa học và Công nghệ hướng dẫn các HTX đăng ký nhãn hiệu, truy xuất nguồn gốc.
4. Đề nghị Ngân hàng Nhà nước chi nhánh Khu vực 14 chỉ đạo các tổ chức tín dụng tháo gỡ điều kiện vay vốn của HTX.
5. UBND xã Minh Hậu giải quyết dứt điểm việc nợ đọng của HTX Minh Phát.
6. Sở Nội vụ hướng dẫn bố trí người theo dõi kinh tế tập thể ở cấp xã.
7. Văn phòng UBND thành phố chuẩn bị hội nghị tổng kết năm của Ban Chỉ đạo.`

const PLAN = `KẾ HOẠCH
Củng cố, phát triển kinh tế tập thể trên địa bàn thành phố

I. MỤC ĐÍCH
Giữ ổn định hoạt động của các HTX, THT sau khi sắp xếp đơn vị hành chính.

II. NHIỆM VỤ
1. Sở Nông nghiệp và Môi trường xây dựng 03 mô hình HTX nông nghiệp ứng dụng công nghệ cao.
2. UBND các xã rà soát HTX ngừng hoạt động, lập kế hoạch giải thể.
3. Sở Tài chính hướng dẫn các HTX tổ chức lại hoạt động theo Luật Hợp tác xã năm 2023.
4. Đề nghị Hội Nông dân thành phố vận động hội viên tham gia HTX, THT.`
