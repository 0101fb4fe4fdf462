import type { Role } from '@hopluc/shared/session'

export const DEMO_PASSWORD = 'hopluc-demo'

export interface DemoPerson {
  username: string
  name: string
  /** Past holders of a post cannot sign in. */
  isActive: boolean
  posts: readonly DemoPost[]
}

export interface DemoPost {
  agency: string
  committee?: string
  role: Role
  title: string
  authority?: string
  from: string
  until?: string
}

const NOW = '2025-07-01'

/** One account a role. Names are made up, but for Lê Hoàng Phong, who concluded the meeting of 25/02/2021. */
export const PEOPLE: readonly DemoPerson[] = [
  person('chair', 'Nguyễn Thành Khải', {
    agency: 'ct-ubnd',
    committee: 'ct-bcd',
    role: 'chair',
    title: 'Phó Chủ tịch UBND thành phố, Trưởng Ban Chỉ đạo',
    from: NOW,
  }),
  person('standing', 'Trần Thị Hạnh', {
    agency: 'ct-stc',
    committee: 'ct-bcd',
    role: 'standing',
    title: 'Chuyên viên Sở Tài chính, Thường trực Ban Chỉ đạo',
    from: NOW,
  }),
  person('department', 'Võ Ngọc Hân', {
    agency: 'ct-snnmt',
    role: 'officer',
    title: 'Chuyên viên Sở Nông nghiệp và Môi trường',
    from: NOW,
  }),
  person('leader', 'Lâm Quốc Bảo', {
    agency: 'ct-snnmt',
    role: 'leader',
    title: 'Giám đốc Sở Nông nghiệp và Môi trường',
    from: NOW,
  }),
  person('alliance', 'Phạm Thu Trang', {
    agency: 'hy-lmhtx',
    role: 'officer',
    title: 'Chuyên viên Liên minh HTX tỉnh Hưng Yên',
    from: NOW,
  }),
  person('commune', 'Võ Minh Khang', {
    agency: 'pkt-an-lac-thon',
    role: 'officer',
    title: 'Chuyên viên Phòng Kinh tế xã An Lạc Thôn',
    from: NOW,
  }),
  person('cooperative', 'Huỳnh Văn Lộc', {
    agency: 'htx-loc-mai',
    role: 'cooperative',
    title: 'Giám đốc HTX Lộc Mãi',
    from: NOW,
  }),
  person('ministry', 'Đặng Hoài An', {
    agency: 'vn-btc',
    role: 'observer',
    title: 'Chuyên viên Bộ Tài chính',
    from: NOW,
  }),
  person('admin', 'Quản trị hệ thống', {
    agency: 'vn-hopluc',
    role: 'admin',
    title: 'Quản trị hệ thống',
    from: '2016-01-01',
  }),
  past('ks.chair', 'Lê Hoàng Phong', {
    agency: 'ks-ubnd',
    committee: 'ks-bcd',
    role: 'chair',
    title: 'Phó Chủ tịch UBND huyện, Trưởng Ban Chỉ đạo',
  }),
  past('ks.standing', 'Trần Thị Hạnh', {
    agency: 'ks-tckh',
    committee: 'ks-bcd',
    role: 'standing',
    title: 'Chuyên viên Phòng TC - KH, Thường trực Ban Chỉ đạo',
  }),
  past('ks.agency', 'Cán bộ đầu mối cơ quan', {
    agency: 'ks-vp',
    role: 'officer',
    title: 'Cán bộ đầu mối',
  }),
  past('ks.leader', 'Lãnh đạo cơ quan', {
    agency: 'ks-vp',
    role: 'leader',
    title: 'Lãnh đạo cơ quan',
  }),
  past('nt.standing', 'Cán bộ Thường trực Ban Chỉ đạo Ninh Thuận', {
    agency: 'nt-skhdt',
    committee: 'nt-bcd',
    role: 'standing',
    title: 'Thường trực Ban Chỉ đạo',
  }),
  past('qn.officer', 'Cán bộ Văn phòng UBND tỉnh Quảng Ninh', {
    agency: 'qn-vp',
    role: 'officer',
    title: 'Cán bộ theo dõi kinh tế tập thể',
  }),
]

function person(username: string, name: string, post: DemoPost): DemoPerson {
  return { username, name, isActive: true, posts: [post] }
}

function past(username: string, name: string, post: Omit<DemoPost, 'from' | 'until'>): DemoPerson {
  const days = { from: '2016-01-01', until: '2025-06-30' }
  return { username, name, isActive: false, posts: [{ ...post, ...days }] }
}

export interface DemoCommittee {
  committee: string
  from: string
  until?: string
  decision: string
  decidedOn: string
  standing: string
  members: readonly (readonly [
    name: string,
    office: string,
    part: 'head' | 'standing_deputy' | 'deputy' | 'member' | 'assistant',
    agency: string | null,
    inChargeOf: string | null,
  ])[]
}

const STANDING = 'Cơ quan thường trực'
/** The decision names the office alone. */
const BY_OFFICE = ''

export const COMMITTEES: readonly DemoCommittee[] = [
  {
    committee: 'ks-bcd',
    from: '2016-04-15',
    until: '2018-06-14',
    decision: 'Quyết định thành lập Ban Chỉ đạo (minh họa)',
    decidedOn: '2016-04-15',
    standing: 'ks-tckh',
    members: [],
  },
  {
    committee: 'ks-bcd',
    from: '2018-06-15',
    until: '2021-03-09',
    decision: 'Quyết định kiện toàn, thêm Huyện đoàn (minh họa)',
    decidedOn: '2018-06-15',
    standing: 'ks-tckh',
    members: [],
  },
  {
    committee: 'ks-bcd',
    from: '2021-03-10',
    until: '2025-06-30',
    decision: 'Quyết định kiện toàn Ban Chỉ đạo (minh họa)',
    decidedOn: '2021-03-10',
    standing: 'ks-tckh',
    members: [
      ['Lê Hoàng Phong', 'Phó Chủ tịch UBND huyện', 'head', 'ks-ubnd', 'Chỉ đạo chung'],
      [BY_OFFICE, 'Trưởng phòng Tài chính - Kế hoạch', 'standing_deputy', 'ks-tckh', STANDING],
      [
        'Vũ Bá Quan',
        'Trưởng phòng Nông nghiệp và PTNT',
        'deputy',
        'ks-nn',
        'HTX nông nghiệp, chuỗi giá trị',
      ],
      [
        BY_OFFICE,
        'Trưởng phòng Kinh tế và Hạ tầng',
        'member',
        'ks-ktht',
        'Xúc tiến thương mại, khuyến công',
      ],
      [BY_OFFICE, 'Trưởng phòng Tài nguyên và Môi trường', 'member', null, 'Đất đai cho HTX'],
      [BY_OFFICE, 'Trưởng phòng Nội vụ', 'member', 'ks-nv', 'Kiện toàn, thi đua khen thưởng'],
      [BY_OFFICE, 'Chi cục trưởng Chi cục Thuế', 'member', null, 'Nghĩa vụ thuế, kế toán HTX'],
      [BY_OFFICE, 'Giám đốc Ngân hàng NN và PTNT huyện', 'member', null, 'Tín dụng cho HTX'],
      [BY_OFFICE, 'Chủ tịch Ủy ban MTTQ huyện', 'member', 'ks-mttq', 'Tuyên truyền, vận động'],
      [
        BY_OFFICE,
        'Chủ tịch Hội Nông dân huyện',
        'member',
        'ks-hnd',
        'Vận động thành viên, tổ hợp tác',
      ],
      [BY_OFFICE, 'Chủ tịch Hội LHPN huyện', 'member', 'ks-hpn', 'Tổ hợp tác, HTX do nữ quản lý'],
      [BY_OFFICE, 'Bí thư Huyện đoàn', 'member', null, 'Cán bộ trẻ về HTX'],
      [BY_OFFICE, 'Phó Trưởng phòng Tài chính - Kế hoạch', 'assistant', 'ks-tckh', 'Tổ trưởng'],
      [BY_OFFICE, 'Chuyên viên Phòng Nông nghiệp và PTNT', 'assistant', 'ks-nn', null],
      [BY_OFFICE, 'Chuyên viên Phòng Kinh tế và Hạ tầng', 'assistant', 'ks-ktht', null],
      [BY_OFFICE, 'Chuyên viên Phòng Nội vụ', 'assistant', 'ks-nv', null],
      [BY_OFFICE, 'Chuyên viên Văn phòng HĐND và UBND', 'assistant', 'ks-vp', null],
    ],
  },
  {
    committee: 'ct-bcd',
    from: '2025-10-20',
    decision: 'Quyết định kiện toàn Ban Chỉ đạo thành phố (minh họa)',
    decidedOn: '2025-10-20',
    standing: 'ct-stc',
    members: [
      ['Nguyễn Thành Khải', 'Phó Chủ tịch UBND thành phố', 'head', 'ct-ubnd', 'Chỉ đạo chung'],
      [BY_OFFICE, 'Giám đốc Sở Tài chính', 'standing_deputy', 'ct-stc', STANDING],
      [
        'Lâm Quốc Bảo',
        'Giám đốc Sở Nông nghiệp và Môi trường',
        'deputy',
        'ct-snnmt',
        'HTX nông nghiệp, chuỗi giá trị',
      ],
      [
        BY_OFFICE,
        'Chủ tịch Liên minh HTX thành phố',
        'deputy',
        'ct-lmhtx',
        'Tư vấn thành lập, củng cố HTX',
      ],
      [BY_OFFICE, 'Giám đốc Sở Công Thương', 'member', 'ct-sct', 'Xúc tiến thương mại'],
      [BY_OFFICE, 'Giám đốc Sở Khoa học và Công nghệ', 'member', 'ct-skhcn', 'Công nghệ cao'],
      [BY_OFFICE, 'Chủ tịch Hội Nông dân thành phố', 'member', 'ct-hnd', 'Vận động thành viên'],
      ['Trần Thị Hạnh', 'Chuyên viên Sở Tài chính', 'assistant', 'ct-stc', 'Tổ giúp việc'],
    ],
  },
  {
    committee: 'nt-bcd',
    from: '2017-10-05',
    until: '2025-06-30',
    decision: 'Quyết định kiện toàn Ban Chỉ đạo (minh họa)',
    decidedOn: '2017-10-05',
    standing: 'nt-skhdt',
    members: [['Trần Quốc Nam', 'Phó Chủ tịch UBND tỉnh', 'head', 'nt-ubnd', 'Chỉ đạo chung']],
  },
]
