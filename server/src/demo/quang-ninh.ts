import type { DemoStory } from './story.ts'

const CHAIR = ['Đặng Huy Hậu', 'Phó Chủ tịch Thường trực UBND tỉnh'] as const
const SIGNED_ON = '2016-11-29'

const NOTICE = `THÔNG BÁO
Kết luận của đồng chí Phó Chủ tịch Thường trực UBND tỉnh tại buổi làm việc với Liên minh Hợp tác xã tỉnh ngày 25/11/2016

1. Liên minh Hợp tác xã tỉnh hoàn chỉnh việc điều chỉnh, bổ sung Điều lệ Liên minh.
2. Liên minh Hợp tác xã tỉnh sắp xếp tổ chức bộ máy tinh gọn, hiệu quả.
3. Liên minh Hợp tác xã tỉnh xây dựng kế hoạch chi tiết năm 2017, tập trung phát triển thêm hợp tác xã.
4. Liên minh Hợp tác xã tỉnh giới thiệu các điển hình hợp tác xã kiểu mới trong từng lĩnh vực.
5. Liên minh Hợp tác xã tỉnh làm việc với các địa phương, gắn với chương trình "Mỗi xã, phường một sản phẩm" để thành lập hợp tác xã.
6. Liên minh Hợp tác xã tỉnh tập huấn, bồi dưỡng cán bộ hợp tác xã, ưu tiên thu hút người trẻ.`

/** Quảng Ninh 2016: what the Vice Chair asked of the Alliance on 25/11/2016; days and results are made up. */
export const QUANG_NINH: DemoStory = {
  issuer: 'qn-vp',
  year: 2016,
  by: { standing: 'qn.officer', chair: 'qn.officer', officer: 'qn.officer', leader: 'qn.officer' },
  actsOn: SIGNED_ON,
  assignedOn: () => SIGNED_ON,
  meetings: [
    {
      key: 'qn-2016-11-25',
      agency: 'qn-vp',
      kind: 'working',
      title: 'Làm việc với Liên minh Hợp tác xã tỉnh sau Đại hội lần thứ V',
      heldOn: '2016-11-25',
      startsAt: '08:00',
      place: 'Trụ sở UBND tỉnh',
      chair: CHAIR,
      state: 'concluded',
      agenda: ['Kết quả triển khai nhiệm vụ sau Đại hội lần thứ V', 'Đề xuất của Liên minh'],
      invited: ['qn-lmhtx'],
      conclusion: 'Kết luận tại thông báo của Văn phòng UBND tỉnh (số minh họa).',
    },
  ],
  documents: [
    {
      key: 'qn-tb',
      owner: 'qn-vp',
      direction: 'outgoing',
      kind: 'TB',
      symbol: '11/TB-VPUB',
      number: 11,
      issuedOn: SIGNED_ON,
      issuer: 'qn-vp',
      issuerName: 'Văn phòng UBND tỉnh Quảng Ninh',
      abstract:
        'Kết luận tại buổi làm việc với Liên minh Hợp tác xã tỉnh ngày 25/11/2016 (số minh họa)',
      text: NOTICE,
      meeting: 'qn-2016-11-25',
      readers: ['qn-lmhtx'],
    },
  ],
  tasks: [
    task(1, 'Hoàn chỉnh Điều lệ Liên minh Hợp tác xã tỉnh', '2016-12-31', '2016-12-22', {
      quote: 'hoàn chỉnh việc điều chỉnh, bổ sung Điều lệ Liên minh',
      product: 'Điều lệ sửa đổi, bổ sung',
    }),
    task(2, 'Sắp xếp tổ chức bộ máy Liên minh Hợp tác xã tỉnh', '2017-03-31', '2017-03-24', {
      quote: 'sắp xếp tổ chức bộ máy tinh gọn, hiệu quả',
      product: 'Phương án sắp xếp',
    }),
    task(3, 'Xây dựng kế hoạch phát triển hợp tác xã năm 2017', '2016-12-31', '2016-12-28', {
      quote: 'xây dựng kế hoạch chi tiết năm 2017, tập trung phát triển thêm hợp tác xã',
      product: 'Kế hoạch năm 2017',
    }),
    task(4, 'Giới thiệu các điển hình hợp tác xã kiểu mới', '2017-06-30', '2017-06-20', {
      quote: 'giới thiệu các điển hình hợp tác xã kiểu mới trong từng lĩnh vực',
      product: 'Báo cáo kết quả tuyên truyền',
    }),
    task(5, 'Thành lập hợp tác xã gắn với sản phẩm của xã, phường', '2017-12-31', '2017-12-15', {
      quote: 'làm việc với các địa phương, gắn với chương trình "Mỗi xã, phường một sản phẩm"',
      product: 'Báo cáo kết quả',
    }),
    task(6, 'Tập huấn, bồi dưỡng cán bộ hợp tác xã', '2017-12-31', '2017-12-19', {
      quote: 'tập huấn, bồi dưỡng cán bộ hợp tác xã, ưu tiên thu hút người trẻ',
      product: 'Báo cáo kết quả tập huấn',
    }),
  ],
}

function task(
  number: number,
  title: string,
  due: string,
  sent: string,
  words: { quote: string; product: string },
): DemoStory['tasks'][number] {
  return {
    number,
    document: 'qn-tb',
    item: `mục ${number}`,
    title,
    ...words,
    lead: 'qn-lmhtx',
    due,
    manner: 'request',
    course: {
      taken: '2016-12-02',
      sent: [sent, 'Gửi kết quả thực hiện.', `${200 + number}/BC-LMHTX`],
      confirmed: sent,
    },
  }
}
