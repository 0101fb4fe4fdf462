import type { IndicatorRule } from './indicator-rule.ts'

/** Other things counted: the first rule that fits decides. */
export const COUNT_RULES: readonly IndicatorRule[] = [
  // Unions, groups, members
  {
    id: 'union_new',
    units: ['union'],
    left: /(?:thành lập|phát triển (?:mới|thêm))[^;]*$/u,
    gives: 'unions_new',
  },
  { id: 'union', units: ['union'], gives: 'unions_total' },
  { id: 'group_difference', units: ['group'], left: /(?:tăng|giảm) ?$/u, gives: 'other' },
  {
    id: 'group_new',
    units: ['group'],
    left: /(?:thành lập|phát triển (?:mới|thêm)|ra mắt)[^;.]*$/u,
    gives: 'groups_new',
  },
  {
    id: 'group_new_after',
    units: ['group'],
    right: /^ (?:vừa |mới )?(?:được )?(?:ra mắt|thành lập)(?! (?:từ|trước|cách|theo|năm))/u,
    gives: 'groups_new',
  },
  { id: 'group', units: ['group'], gives: 'groups_total' },
  {
    id: 'member_alliance_joined',
    units: ['member', 'entity'],
    left: /kết nạp[^;,]{0,20}$/u,
    sentence: /liên minh/u,
    gives: 'alliance_members',
  },
  {
    id: 'member_alliance',
    units: ['member', 'entity'],
    near: /liên minh|lmhtx|(?:vào|của) lm(?!\p{L})/u,
    not: /đại hội|thành viên (?:htx|hợp tác)|^ \p{L}+ htx|dự hội/u,
    gives: 'alliance_members',
  },
  {
    id: 'member_trained',
    units: ['member'],
    near: /lớp|tập huấn|bồi dưỡng|đào tạo/u,
    gives: 'staff_trained',
  },
  {
    id: 'worker_per',
    units: ['person'],
    per: /^\/(?:htx|hợp tác xã|tht|đơn vị)/u,
    left: /lao động/u,
    gives: 'other',
  },
  {
    id: 'member_per',
    units: ['member', 'person'],
    per: /^\/(?:htx|hợp tác xã|tht|đơn vị)/u,
    not: /lao động/u,
    gives: 'members_per_cooperative',
  },
  {
    id: 'member_mean',
    units: ['member'],
    left: /bình quân (?:mỗi|một|1|01) (?:htx|hợp tác xã)(?: có| là| đạt)? ?$|(?:thành viên|htx) bình quân(?: là| đạt)? ?$|bình quân (?:khoảng )?$/u,
    gives: 'members_per_cooperative',
  },
  { id: 'member_new_after', units: ['member', 'person'], right: /^ mới/u, gives: 'members_new' },
  {
    id: 'member_new',
    units: ['member', 'person'],
    left: /(?:thành viên mới(?! (?:đạt|có|chỉ|là|được))|kết nạp(?: mới| thêm)*|thu hút (?:mới|thêm)|phát triển (?:mới|thêm)|tăng thêm|thêm)[^;,]{0,20}$/u,
    gives: 'members_new',
  },
  { id: 'member_difference', units: ['member'], left: /(?:tăng|giảm) ?$/u, gives: 'other' },
  {
    id: 'member_hit',
    units: ['member'],
    right: /^ (?:bị |chịu |không có đất|gặp khó)/u,
    gives: 'other',
  },
  { id: 'member', units: ['member'], gives: 'members_total' },

  // People
  {
    id: 'person_trained',
    units: ['person', 'trainee', 'staff', 'youth'],
    near: /(?:lớp|tập huấn|bồi dưỡng|đào tạo)(?! (?:đại học|trình độ))/u,
    not: /lao động|tốt nghiệp|trình độ|qua đào tạo/u,
    gives: 'staff_trained',
  },
  {
    id: 'person_sent',
    units: ['person', 'staff', 'youth'],
    left: /(?:cử|mời) $/u,
    right: /^ (?:htx |hợp tác xã )?(?:đi |tham )?(?:dự|gia|học)(?!\p{L})/u,
    gives: 'staff_trained',
  },
  { id: 'trainee', units: ['trainee'], gives: 'staff_trained' },
  { id: 'person_trainee_word', units: ['youth'], near: /^$/u, gives: 'other' },
  {
    id: 'person_qualified',
    units: ['person', 'staff'],
    near: /(?:trình độ)?[^;]{0,20}(?:trung cấp|cao đẳng|đại học|sau đại học)/u,
    not: /sơ cấp|tốt nghiệp|về làm việc/u,
    gives: 'staff_qualified',
  },
  {
    id: 'person_young',
    units: ['youth', 'staff', 'person'],
    near: /trẻ|sinh viên|trí thức|tốt nghiệp|về làm việc|có thời hạn/u,
    gives: 'young_staff',
  },
  {
    id: 'person_member',
    units: ['person'],
    left: /(?:thành viên|xã viên|tổ viên)[^;]*$/u,
    not: /lao động|thu nhập|hđqt/u,
    gives: 'members_total',
  },
  {
    id: 'person_worker',
    units: ['person'],
    near: /lao động|việc làm|công nhân|nhân công/u,
    gives: 'workers_total',
  },
  {
    id: 'person_works',
    units: ['person'],
    unit: /^(?:lao động|nhân công|công nhân)$/u,
    gives: 'workers_total',
  },
  { id: 'person_other', units: ['person', 'staff', 'youth'], gives: 'other' },

  // Others
  { id: 'course', units: ['course'], gives: 'training_courses' },
  {
    id: 'product_ocop',
    units: ['product'],
    near: /ocop|sao|được xếp hạng|công nhận/u,
    gives: 'ocop_products',
  },
  {
    id: 'project_loans',
    units: ['project', 'entity', 'turn'],
    near: /(?:cho )?vay|giải ngân/u,
    gives: 'loans_count',
  },
  {
    id: 'area_linked',
    units: ['area'],
    near: /liên kết|bao tiêu|chuỗi|tiêu thụ|hợp đồng|vùng nguyên liệu|đề án 1 triệu|tham gia đề án/u,
    not: /mã số|giấy chứng nhận|kho(?!\p{L})|đất (?:công|trụ)/u,
    gives: 'linked_area',
  },
]
