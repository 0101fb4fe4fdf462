import type { DemoDocument, DemoMeeting } from './story.ts'

const CHAIR = ['Lê Hoàng Phong', 'Phó Chủ tịch UBND huyện'] as const
const COMMITTEE =
  'Ban Chỉ đạo đổi mới, phát triển và nâng cao hiệu quả kinh tế tập thể huyện Kế Sách'
const OFFICES = ['ks-tckh', 'ks-nn', 'ks-ktht', 'ks-nv', 'ks-vp', 'ks-minh-an', 'ks-mttq', 'ks-hnd']

export const KE_SACH_MEETINGS: readonly DemoMeeting[] = [
  {
    key: 'ks-2021-02-25',
    agency: 'ks-bcd',
    kind: 'committee',
    title: 'Họp Ban Chỉ đạo kinh tế tập thể huyện, triển khai kế hoạch năm 2021',
    heldOn: '2021-02-25',
    startsAt: '07:30',
    place: 'Phòng họp số 1, UBND huyện Kế Sách',
    chair: CHAIR,
    state: 'concluded',
    agenda: [
      'Thông qua dự thảo Kế hoạch triển khai Kế hoạch số 07-KH/HU',
      'Kế hoạch hỗ trợ máy móc phục vụ sản xuất lúa',
      'Kế hoạch đầu tư cho đơn vị sản xuất cây ăn trái năm 2021',
    ],
    invited: OFFICES,
    conclusion: 'Kết luận tại Thông báo số 05/TB-BCĐ ngày 03/03/2021.',
  },
  {
    key: 'ks-2021-04-12',
    agency: 'ks-bcd',
    kind: 'committee',
    title: 'Họp Ban Chỉ đạo quý I năm 2021',
    heldOn: '2021-04-12',
    startsAt: '14:00',
    place: 'Phòng họp số 1, UBND huyện Kế Sách',
    chair: CHAIR,
    state: 'concluded',
    agenda: ['Kết quả gặp gỡ HTX, THT quý I', 'Khó khăn, kiến nghị của các HTX'],
    invited: OFFICES,
    conclusion: 'Kết luận tại Thông báo số 09/TB-BCĐ ngày 14/04/2021.',
  },
  {
    key: 'ks-2021-07-06',
    agency: 'ks-bcd',
    kind: 'committee',
    title: 'Họp Ban Chỉ đạo 6 tháng đầu năm 2021',
    heldOn: '2021-07-06',
    startsAt: '07:30',
    place: 'Phòng họp số 1, UBND huyện Kế Sách',
    chair: CHAIR,
    state: 'concluded',
    agenda: ['Sơ kết 6 tháng đầu năm', 'Nhiệm vụ 6 tháng cuối năm'],
    invited: OFFICES,
    conclusion: 'Kết luận tại Thông báo số 14/TB-BCĐ ngày 08/07/2021.',
  },
]

const opening = (day: string) => `Ngày ${day}, đồng chí Lê Hoàng Phong, Phó Chủ tịch UBND huyện, \
Trưởng Ban Chỉ đạo chủ trì cuộc họp của Ban Chỉ đạo. Sau khi nghe báo cáo và ý kiến của các đại biểu, \
đồng chí Trưởng Ban Chỉ đạo kết luận như sau:`

const NOTICE_05 = `THÔNG BÁO
Kết luận của đồng chí Trưởng Ban Chỉ đạo tại cuộc họp ngày 25/02/2021

${opening('25/02/2021')}

1. Các cơ quan, đơn vị thành viên chuẩn bị điều kiện để thực hiện phần việc được phân công trong Kế hoạch của UBND huyện về thực hiện Kế hoạch số 07-KH/HU ngay sau khi Kế hoạch được ban hành.
2. UBND các xã, thị trấn xác định số lượng HTX cần thành lập mới, đại hội lại, củng cố, giải thể trong năm 2021.
3. UBND các xã, thị trấn đăng ký HTX ứng dụng công nghệ cao, HTX có sản phẩm OCOP trong năm 2021.
4. Phòng Kinh tế và Hạ tầng giúp các HTX đủ điều kiện lập hồ sơ tiếp cận chương trình hỗ trợ máy móc, thiết bị trước ngày 31/5/2021.
5. Đề nghị Ủy ban MTTQ Việt Nam huyện vận động đoàn viên, hội viên và nhân dân tham gia phát triển kinh tế tập thể.
6. Đề nghị Hội Nông dân huyện phổ biến, nhân rộng mô hình HTX kiểu mới làm ăn hiệu quả.
7. Phòng Tài chính - Kế hoạch tham mưu kế hoạch phát triển kinh tế tập thể hằng năm và giai đoạn của huyện.
8. Phòng Tài chính - Kế hoạch phân công, kiểm tra các thành viên Ban Chỉ đạo phụ trách xã, thị trấn.
9. Phòng Tài chính - Kế hoạch tổng hợp, báo cáo Sở Kế hoạch và Đầu tư theo quy định.
10. Phòng Nông nghiệp và PTNT trực tiếp hỗ trợ các HTX nông nghiệp, tổng hợp, báo cáo Sở Nông nghiệp và PTNT.
11. UBND các xã, thị trấn kiện toàn Ban Chỉ đạo kinh tế tập thể cấp mình, phân công nhiệm vụ trong Ban Chỉ đạo.
12. UBND các xã, thị trấn xây dựng kế hoạch hoạt động giai đoạn 2021 - 2025 và năm 2021.
13. Lãnh đạo UBND các xã, thị trấn định kỳ hằng quý gặp gỡ các HTX, THT để nắm tình hình và tháo gỡ khó khăn.

Văn phòng HĐND và UBND huyện thông báo để các đơn vị biết, thực hiện./.`

const PLAN_14 = `KẾ HOẠCH
Phát triển kinh tế tập thể huyện Kế Sách năm 2021

I. MỤC TIÊU
Củng cố các HTX, THT hiện có; vận động thành lập mới ở những nơi đủ điều kiện.

II. NHIỆM VỤ
1. Phòng Nông nghiệp và PTNT trình kế hoạch đầu tư cho đơn vị sản xuất cây ăn trái năm 2021.
2. Trung tâm Dịch vụ Minh An khảo sát nhu cầu máy móc phục vụ sản xuất lúa của các HTX.
3. Trung tâm Dịch vụ Minh An khảo sát vùng cây ăn trái đủ điều kiện liên kết trước ngày 01/7/2021.
4. Phòng Nông nghiệp và PTNT mở 02 lớp bồi dưỡng cho cán bộ quản lý HTX trong quý II năm 2021.
5. Văn phòng HĐND và UBND huyện đăng tin, bài về các HTX điển hình trên trang thông tin của huyện.`

const NOTICE_09 = `THÔNG BÁO
Kết luận của đồng chí Trưởng Ban Chỉ đạo tại cuộc họp ngày 12/04/2021

${opening('12/04/2021')}

1. Phòng Nông nghiệp và PTNT hướng dẫn các HTX trái cây đăng ký mã số vùng trồng trước ngày 30/6/2021.
2. Phòng Tài chính - Kế hoạch rà soát hồ sơ đăng ký của các HTX trên địa bàn.
3. Phòng Nội vụ hướng dẫn xã, thị trấn về bố trí công chức theo dõi kinh tế tập thể.
4. UBND xã Minh Hậu trả lời kiến nghị vay vốn của HTX Minh Phát.
5. Phòng Nông nghiệp và PTNT giúp HTX Tín Phát hoàn thiện hồ sơ VietGAP.
6. UBND xã Minh Trà rà soát danh sách thành viên các HTX của xã.
7. Đề nghị Hội Liên hiệp Phụ nữ huyện giới thiệu tổ phụ nữ sản xuất đủ điều kiện thành lập THT.
8. Phòng Tài chính - Kế hoạch trình dự thảo báo cáo sơ kết 6 tháng của Ban Chỉ đạo.
9. Văn phòng HĐND và UBND huyện chuẩn bị nội dung, tài liệu họp Ban Chỉ đạo 6 tháng.`

const NOTICE_14 = `THÔNG BÁO
Kết luận của đồng chí Trưởng Ban Chỉ đạo tại cuộc họp ngày 06/07/2021

${opening('06/07/2021')}

1. Phòng Tài chính - Kế hoạch tổng hợp đăng ký thành lập mới HTX của các xã, thị trấn đến hết năm.
2. Trung tâm Dịch vụ Minh An bố trí gian giới thiệu sản phẩm HTX tại chợ huyện.
3. UBND xã Minh Giồng cử cán bộ giúp HTX mới thành lập mở sổ kế toán.`

const own = {
  owner: 'ks-bcd',
  issuer: 'ks-bcd',
  issuerName: COMMITTEE,
  direction: 'outgoing',
  kind: 'TB',
  signer: CHAIR,
} as const
const stub = { owner: 'ks-tckh', direction: 'incoming', isStub: true } as const

export const KE_SACH_DOCUMENTS: readonly DemoDocument[] = [
  {
    ...stub,
    key: 'nq-tw5',
    kind: 'NQ',
    symbol: null,
    issuedOn: null,
    issuerName: 'Ban Chấp hành Trung ương',
    abstract: 'Nghị quyết Trung ương 5 khóa IX về kinh tế tập thể',
  },
  {
    ...stub,
    key: 'kl-70',
    kind: 'KL',
    symbol: '70-KL/TW',
    issuedOn: null,
    issuerName: 'Bộ Chính trị',
    abstract: 'Kết luận về tiếp tục thực hiện Nghị quyết Trung ương 5 khóa IX',
    restsOn: ['nq-tw5'],
  },
  {
    ...stub,
    key: 'kh-07',
    kind: 'KH',
    symbol: '07-KH/HU',
    issuedOn: '2020-11-18',
    issuer: 'ks-hu',
    issuerName: 'Ban Thường vụ Huyện ủy Kế Sách',
    abstract: 'Kế hoạch thực hiện Kết luận số 70-KL/TW của Bộ Chính trị',
    restsOn: ['kl-70'],
  },
  {
    ...own,
    key: 'tb-05',
    symbol: '05/TB-BCĐ',
    number: 5,
    issuedOn: '2021-03-03',
    abstract: 'Kết luận của Trưởng Ban Chỉ đạo tại cuộc họp ngày 25/02/2021',
    text: NOTICE_05,
    restsOn: ['kh-07'],
    meeting: 'ks-2021-02-25',
    readers: OFFICES,
  },
  {
    key: 'kh-14',
    owner: 'ks-tckh',
    direction: 'outgoing',
    kind: 'KH',
    symbol: '14/KH-UBND',
    number: 14,
    issuedOn: '2021-03-22',
    issuer: 'ks-ubnd',
    issuerName: 'UBND huyện Kế Sách',
    signer: CHAIR,
    abstract: 'Phát triển kinh tế tập thể huyện Kế Sách năm 2021',
    text: PLAN_14,
    restsOn: ['kh-07'],
    readers: OFFICES,
  },
  {
    ...own,
    key: 'tb-09',
    symbol: '09/TB-BCĐ',
    number: 9,
    issuedOn: '2021-04-14',
    abstract: 'Kết luận của Trưởng Ban Chỉ đạo tại cuộc họp ngày 12/04/2021',
    text: NOTICE_09,
    restsOn: ['kh-14'],
    meeting: 'ks-2021-04-12',
    readers: OFFICES,
  },
  {
    ...own,
    key: 'tb-14',
    symbol: '14/TB-BCĐ',
    number: 14,
    issuedOn: '2021-07-08',
    abstract: 'Kết luận của Trưởng Ban Chỉ đạo tại cuộc họp ngày 06/07/2021',
    text: NOTICE_14,
    restsOn: ['kh-14'],
    meeting: 'ks-2021-07-06',
    readers: OFFICES,
  },
]
