/**
 * Of each rule about terms an order of 10 May 2020 that it decides: sentence, term, last day.
 * What is not under a rule's name is told by the general patterns.
 */
export const TERM_EXAMPLES: Record<string, readonly [string, string, string | null]> = {
  each_period_by_day: [
    'Hằng quý, trước ngày 18 của tháng cuối quý, Sở Công Thương báo cáo tiến độ.',
    'Hằng quý, trước ngày 18 của tháng cuối quý',
    null,
  ],
  each_period_at_least: ['Sở A cấp vốn cho quỹ, mỗi năm ít nhất 3 tỷ đồng.', 'mỗi năm', null],
  each_period_deed: ['Ban A xây dựng chuỗi lúa; mỗi quý làm việc với các xã.', 'mỗi quý', null],
  end_of_each: ['Chi cục A cuối mỗi tuần báo cáo Giám đốc Sở.', 'cuối mỗi tuần', null],
  every_so_many_days: ['Liên minh 10 ngày một lần báo cáo.', '10 ngày một lần', null],
  last_months: ['Sở A hoàn thành trong 2 tháng cuối năm.', 'trong 2 tháng cuối năm', '2020-12-31'],
  days_each_year: [
    'Sở A báo cáo trước ngày 15/6 và 15/12 hằng năm.',
    'trước ngày 15/6 và 15/12 hằng năm',
    null,
  ],
  days_each_month: [
    'Xã A đối chiếu vào ngày 15 và 30 hằng tháng.',
    'vào ngày 15 và 30 hằng tháng',
    null,
  ],
  spoken_week: ['Phòng A trình chậm nhất cuối tuần này.', 'chậm nhất cuối tuần này', null],
  within_span: ['Sở A trả lời trong thời hạn mười ngày.', 'trong thời hạn mười ngày', null],
  from_month_to: [
    'Sở A kiểm tra từ tháng 8 đến tháng 10/2020.',
    'từ tháng 8 đến tháng 10/2020',
    '2020-10-31',
  ],
  by_end_of_year: ['Sở A sắp xếp xong trước cuối năm.', 'trước cuối năm', '2020-12-31'],
  spoken_quarter: ['Sở A sơ kết trong quý tới.', 'trong quý tới', '2020-09-30'],
  each_week_on: ['Văn phòng gửi lịch chiều thứ năm hằng tuần.', 'chiều thứ năm hằng tuần', null],
  working_day_of_period: [
    'Phòng A nộp biểu vào ngày làm việc đầu tiên của tháng.',
    'vào ngày làm việc đầu tiên của tháng',
    null,
  ],
  week_of_period: [
    'Sở A trình dự thảo chậm nhất trong tuần cuối tháng 6.',
    'chậm nhất trong tuần cuối tháng 6',
    null,
  ],
  days_after: [
    'Sở A trả lời chậm nhất 7 ngày sau khi nhận hồ sơ.',
    'chậm nhất 7 ngày sau khi nhận hồ sơ',
    null,
  ],
  holiday_on_day: [
    'Sở A khánh thành kho trước dịp Quốc khánh 2/9.',
    'trước dịp Quốc khánh 2/9',
    '2020-09-02',
  ],
  before_occasion: [
    'Sở A hoàn thành hồ sơ trước đợt kiểm tra của tỉnh.',
    'trước đợt kiểm tra của tỉnh',
    null,
  ],
  half_of_month: [
    'Sở A họp lại trong nửa đầu tháng 7/2020.',
    'trong nửa đầu tháng 7/2020',
    '2020-07-15',
  ],
  spoken_month: ['Sở A rà soát xong trong tháng tới.', 'xong trong tháng tới', '2020-06-30'],
  before_end_of_period: [
    'Sở A chuẩn hóa dữ liệu trước khi kết thúc quý III/2020.',
    'trước khi kết thúc quý III/2020',
    '2020-09-30',
  ],
  rest_of_year: [
    'Sở A bố trí từ nay đến cuối năm ít nhất 2 tỷ đồng.',
    'từ nay đến cuối năm',
    '2020-12-31',
  ],
  days_of_month: [
    'Sở A tổ chức hội thi trong 10 ngày đầu tháng 10/2020.',
    'trong 10 ngày đầu tháng 10/2020',
    '2020-10-10',
  ],
  day_and_month: ['Sở A mở lớp trước 30 tháng 11.', 'trước 30 tháng 11', '2020-11-30'],
  must_be_done_in: ['Sở A lập hồ sơ, tháng 6 này phải xong.', 'tháng 6 này', '2020-06-30'],
  day_of_spoken_month: [
    'Sở A đăng ký trước ngày 15 tháng tới.',
    'trước ngày 15 tháng tới',
    '2020-06-15',
  ],
  day_behind_summing_up: ['Sở A tổng kết năm trước 10/12/2020.', 'trước 10/12/2020', '2020-12-10'],
  leading_half: [
    'Chủ tịch chỉ đạo: 6 tháng cuối năm, các xã rà soát HTX yếu.',
    '6 tháng cuối năm',
    '2020-12-31',
  ],
  day_alone: ['Sở A gửi danh sách chậm nhất ngày 20.', 'chậm nhất ngày 20', '2020-05-20'],
  hour_before_day: [
    'Sở A gửi chậm nhất đến 16 giờ 30 ngày 12/6/2020.',
    'chậm nhất đến 16 giờ 30 ngày 12/6/2020',
    '2020-06-12',
  ],
  budget_year: [
    'Sở A giải ngân trong năm ngân sách 2021.',
    'trong năm ngân sách 2021',
    '2021-12-31',
  ],
  no_later_than: ['Sở A trình không muộn hơn ngày 31/7.', 'không muộn hơn ngày 31/7', '2020-07-31'],
  middle_of_year: ['Sở A số hóa xong đến giữa năm 2021.', 'đến giữa năm 2021', '2021-06-30'],
  last_of_months: [
    'Sở A mở 2 lớp trong tháng 10, tháng 11.',
    'trong tháng 10, tháng 11',
    '2020-11-30',
  ],
  phase_in_passing: [
    'Sở A nhân rộng mô hình trong giai đoạn 2021 - 2022, đồng thời tổng kết.',
    'trong giai đoạn 2021 - 2022',
    '2022-12-31',
  ],
  named_limit: ['Rà soát, phân loại HTX - hạn cuối: 31/12.', '31/12', '2020-12-31'],
}
