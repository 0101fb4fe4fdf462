/** Of each rule about a number in a row with the one before: the sentence, the number, its rule's indicator. */
export const SERIES_EXAMPLES: Record<string, readonly [string, number, string]> = {
  series_plan_compared: [
    'Thành lập mới 12 HTX, so với chỉ tiêu cả năm 30 HTX còn thấp.',
    30,
    'cooperatives_new',
  ],
  series_of_plan: [
    'Thành lập mới 9 HTX trên tổng số 20 HTX theo chỉ tiêu được giao.',
    20,
    'cooperatives_new',
  ],
  series_plan_against: [
    'Tổng số thành viên đạt 690 người, trong khi kế hoạch là 750 người.',
    750,
    'members_total',
  ],
  series_reached: [
    'Kế hoạch năm 2021 thành lập 5 HTX, đến nay mới được 3 HTX.',
    3,
    'cooperatives_new',
  ],
  series_cumulated: [
    'Tháng 9 thành lập mới 04 HTX, lũy kế 9 tháng được 22 HTX.',
    22,
    'cooperatives_new',
  ],
  series_that_number: [
    'Mục tiêu có 200 HTX ứng dụng công nghệ cao, nay con số này là 90 HTX.',
    90,
    'hightech_cooperatives',
  ],
  series_other_period: [
    'Doanh thu bình quân 9 tháng là 700 triệu đồng/HTX; ước cả năm đạt 950 triệu đồng/HTX.',
    950_000_000,
    'revenue_per_cooperative',
  ],
  series_part: [
    'Tổng số thành viên là 940 người (Quỹ tín dụng nhân dân 610 người).',
    610,
    'members_total',
  ],
}

/** By which words a number is reached or aimed at: the sentence, the number, what it is. */
export const KIND_EXAMPLES: Record<string, readonly [string, number, 'actual' | 'target']> = {
  plan_compared: ['Thành lập mới 12 HTX, so với kế hoạch năm 30 HTX còn thấp.', 30, 'target'],
  plan_verb: ['Kế hoạch năm 2021 thành lập 5 HTX, đến nay mới được 3 HTX.', 5, 'target'],
  reached_of_plan: ['Kế hoạch năm 2021 thành lập 5 HTX, đến nay mới được 3 HTX.', 3, 'actual'],
  closed_bracket: [
    'Không có HTX thành lập mới (chỉ tiêu giao: 02 HTX); 01 tổ hợp tác ra mắt.',
    1,
    'actual',
  ],
  resolution_in_bracket: ['Diện tích liên kết 640 ha (nghị quyết: 700 ha).', 700, 'target'],
  plan_before_bracket: [
    'Thành lập 38 HTX, đạt 76% so với Nghị quyết đề ra (50 HTX).',
    50,
    'target',
  ],
  year_before_bracket: ['Phấn đấu tăng 35 HTX so với năm 2025 (525 HTX).', 525, 'actual'],
  as_it_is: [
    'Năm nay phấn đấu đạt 2 tỷ đồng/HTX, nhưng khả năng chỉ đạt 1,6 tỷ đồng.',
    1.6e9,
    'actual',
  ],
  wished_things: ['Giám đốc HTX đề nghị Nhà nước hỗ trợ mua 02 máy.', 2, 'target'],
  share_of_plan: ['Cho vay bằng 112% chỉ tiêu được giao; nợ quá hạn 0,8%.', 0.8, 'actual'],
  done_before: ['Kinh phí: dự kiến 145 triệu đồng; năm 2025 đã chi 98 triệu đồng.', 98e6, 'actual'],
  old_value: ['Mục tiêu: nâng tỷ lệ HTX khá, tốt từ 55% lên 66%.', 55, 'actual'],
  of_plan: ['Thành lập mới 9 HTX trên tổng số 20 HTX theo chỉ tiêu được giao.', 20, 'target'],
  plan_then_done: ['Chỉ tiêu 50 HTX, thực hiện 45 HTX.', 45, 'actual'],
  reached_in_passing: ['Phấn đấu 60% HTX hiệu quả, đã đạt 52%.', 52, 'actual'],
  got_so_far: ['Phấn đấu thu 100% phí; đến 31/10 mới thu được 71%.', 71, 'actual'],
  must_have: ['Đến hết năm phải có ít nhất 80% HTX đăng ký lại.', 80, 'target'],
}
