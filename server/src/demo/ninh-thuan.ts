import type { DemoStory } from './story.ts'

const CHAIR = ['Trần Quốc Nam', 'Phó Chủ tịch UBND tỉnh'] as const

const NOTICE = `THÔNG BÁO
Kết luận của đồng chí Phó Chủ tịch UBND tỉnh tại cuộc họp Ban Chỉ đạo ngày 25/7/2018

1. Sở Kế hoạch và Đầu tư tháo gỡ khó khăn cho kinh tế tập thể, HTX theo Kế hoạch số 4143/KH-BCĐ.
2. Sở Nông nghiệp và PTNT tổng kết các mô hình liên kết sản xuất theo chuỗi giá trị để nhân rộng.
3. Sở Nông nghiệp và PTNT xây dựng đề án phát triển các hình thức kinh tế hợp tác trong nông nghiệp.
4. Sở Kế hoạch và Đầu tư tiếp tục thí điểm đưa cán bộ trẻ về làm việc có thời hạn ở HTX.`

/** Ninh Thuận 2018: what the meeting of 25/07/2018 ordered, and how it ended (made up). */
export const NINH_THUAN: DemoStory = {
  issuer: 'nt-bcd',
  year: 2018,
  by: {
    standing: 'nt.standing',
    chair: 'nt.standing',
    officer: 'nt.standing',
    leader: 'nt.standing',
  },
  actsOn: '2018-07-30',
  assignedOn: () => '2018-07-30',
  meetings: [
    {
      key: 'nt-2018-07-25',
      agency: 'nt-bcd',
      kind: 'committee',
      title: 'Họp Ban Chỉ đạo đổi mới, phát triển kinh tế tập thể, hợp tác xã tỉnh',
      heldOn: '2018-07-25',
      startsAt: '08:00',
      place: 'Văn phòng UBND tỉnh',
      chair: CHAIR,
      state: 'concluded',
      agenda: ['Kết quả 6 tháng đầu năm 2018', 'Nhiệm vụ 6 tháng cuối năm 2018'],
      invited: ['nt-skhdt', 'nt-snn'],
      conclusion: 'Kết luận tại thông báo của Ban Chỉ đạo (số minh họa).',
    },
  ],
  documents: [
    {
      key: 'kh-4143',
      owner: 'nt-skhdt',
      direction: 'incoming',
      kind: 'KH',
      symbol: '4143/KH-BCĐ',
      issuedOn: '2017-10-05',
      issuer: 'nt-bcd',
      issuerName: 'Ban Chỉ đạo tỉnh Ninh Thuận',
      abstract: 'Kế hoạch tháo gỡ khó khăn cho kinh tế tập thể, HTX',
      isStub: true,
    },
    {
      key: 'nt-tb',
      owner: 'nt-bcd',
      direction: 'outgoing',
      kind: 'TB',
      symbol: '06/TB-BCĐ',
      number: 6,
      issuedOn: '2018-07-30',
      issuer: 'nt-bcd',
      issuerName: 'Ban Chỉ đạo đổi mới, phát triển kinh tế tập thể, hợp tác xã tỉnh Ninh Thuận',
      signer: CHAIR,
      abstract: 'Kết luận tại cuộc họp Ban Chỉ đạo ngày 25/7/2018 (số minh họa)',
      text: NOTICE,
      restsOn: ['kh-4143'],
      meeting: 'nt-2018-07-25',
      readers: ['nt-skhdt', 'nt-snn'],
    },
  ],
  tasks: [
    task(1, 'nt-skhdt', 'Tháo gỡ khó khăn cho kinh tế tập thể, HTX', '2018-12-31', {
      quote: 'tháo gỡ khó khăn cho kinh tế tập thể, HTX theo Kế hoạch số 4143/KH-BCĐ',
      sent: '2018-12-20',
    }),
    task(2, 'nt-snn', 'Tổng kết các mô hình liên kết sản xuất theo chuỗi giá trị', '2018-11-30', {
      quote: 'tổng kết các mô hình liên kết sản xuất theo chuỗi giá trị để nhân rộng',
      sent: '2018-11-26',
    }),
    task(3, 'nt-snn', 'Xây dựng đề án phát triển kinh tế hợp tác nông nghiệp', '2019-03-31', {
      quote: 'xây dựng đề án phát triển các hình thức kinh tế hợp tác trong nông nghiệp',
      sent: '2019-03-22',
    }),
    task(4, 'nt-skhdt', 'Thí điểm đưa cán bộ trẻ về làm việc có thời hạn ở HTX', '2018-12-31', {
      quote: 'tiếp tục thí điểm đưa cán bộ trẻ về làm việc có thời hạn ở HTX',
      sent: '2018-12-18',
    }),
  ],
}

function task(
  number: number,
  lead: string,
  title: string,
  due: string,
  { quote, sent }: { quote: string; sent: string },
): DemoStory['tasks'][number] {
  return {
    number,
    document: 'nt-tb',
    item: `mục ${number}`,
    title,
    quote,
    lead,
    due,
    course: {
      taken: '2018-08-02',
      sent: [sent, 'Gửi kết quả thực hiện.', `${100 + number}/BC`],
      confirmed: sent,
    },
  }
}
