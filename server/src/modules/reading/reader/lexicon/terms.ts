/** How the last day of a term is told, beside terms that print their day, month, quarter or year. */
export interface TermRule {
  id: string
  pattern: RegExp
  /** `dated` has a last day, `recurring` comes back, `event` hangs on something that happens. */
  code: 'dated' | 'recurring' | 'event'
}

const BY = String.raw`(?:(?:chậm nhất|muộn nhất|trước|trong|vào|xong|hết|ngay|đến|cuối) (?:là )?)`
const EACH = String.raw`(?:hằng|hàng|mỗi)`

/** Terms told by a rule of their own; each is tried before the general ones, in this order. */
export const TERM_RULES: readonly TermRule[] = [
  {
    id: 'each_period_by_day',
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:định kỳ )?${EACH} (?:năm|quý|tháng|6 tháng),? ${BY}+(?:ngày )?\d{1,2}(?:(?:/| tháng )\d{1,2}|(?: của)? tháng (?:cuối|đầu)(?: của)?(?: mỗi)? quý(?: sau)?)?(?![\d/])`,
      'gu',
    ),
    code: 'recurring',
  },
  {
    id: 'working_day_of_period',
    pattern:
      /(?<!\p{L})(?:vào |trước |trong )?ngày làm việc (?:đầu tiên|cuối cùng|thứ \p{L}+)(?: của)? (?:mỗi |hằng |hàng )?(?:tuần|tháng|quý|năm)(?!\p{L})/gu,
    code: 'recurring',
  },
  {
    id: 'each_week_on',
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:vào )?(?:sáng |chiều )?thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]) ${EACH} tuần(?!\p{L})|(?<!\p{L})${EACH} tuần,? (?:vào )?(?:sáng |chiều )?thứ (?:hai|ba|tư|năm|sáu|bảy)(?!\p{L})`,
      'gu',
    ),
    code: 'recurring',
  },
  {
    id: 'end_of_each',
    pattern: /(?<!\p{L})(?:vào )?(?:đầu|cuối) (?:mỗi|hằng|hàng) (?:tuần|tháng|quý|năm)(?!\p{L})/gu,
    code: 'recurring',
  },
  {
    id: 'every_so_many_days',
    pattern:
      /(?<!\p{L})(?:cứ )?(?:\d{1,2} (?:ngày|tuần)|(?:hai|ba|bốn|sáu) (?:tuần|tháng)) (?:một|1|01) lần(?!\p{L})/gu,
    code: 'recurring',
  },
  {
    id: 'days_each_year',
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:trước |vào )?(?:ngày )?\d{1,2}/\d{1,2}(?:,| và) (?:ngày )?\d{1,2}/\d{1,2} ${EACH} năm(?!\p{L})`,
      'gu',
    ),
    code: 'recurring',
  },
  {
    id: 'days_each_month',
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:định kỳ )?(?:trước |vào )?(?:các )?ngày (?:(?:mùng|mồng) \d{1,2}|\d{1,2}(?:,| và) (?:ngày )?\d{1,2}) ${EACH} tháng(?!\p{L})`,
      'gu',
    ),
    code: 'recurring',
  },
  {
    id: 'each_period_at_least',
    pattern: /(?<=,? )mỗi (?:năm|quý|tháng)(?= (?:tối thiểu|ít nhất) \d)/gu,
    code: 'recurring',
  },
  {
    id: 'each_period_deed',
    pattern:
      /(?<=^|[;:,] )mỗi (?:tuần|tháng|quý)(?= (?:đi|họp|tổ chức|làm việc|gặp|kiểm tra|báo cáo|giao ban|giảm|tăng)(?!\p{L}))/gu,
    code: 'recurring',
  },
  {
    id: 'week_of_period',
    pattern: new RegExp(
      String.raw`(?<!\p{L})${BY}*tuần (?:đầu(?: tiên)?|giữa|cuối(?: cùng)?|thứ \p{L}+)(?: của)? (?:${EACH} )?(?:tháng(?: \d{1,2}(?:/\d{4})?| này| tới| sau)?|quý(?: (?:iv|iii|ii|i)(?!\p{L}))?|năm)`,
      'gu',
    ),
    code: 'event',
  },
  {
    id: 'before_end_of_period',
    pattern:
      /(?<!\p{L})trước khi (?:kết thúc|hết) (?:quý (?:iv|iii|ii|i)(?!\p{L})|tháng \d{1,2}|năm \d{4})(?:\/\d{4}| năm \d{4})?(?!\d)/gu,
    code: 'dated',
  },
  {
    id: 'rest_of_year',
    pattern:
      /(?<!\p{L})từ nay (?:cho )?đến (?:hết |cuối )năm(?: nay)?(?! \d{4}| (?:sau|tới))(?!\p{L})/gu,
    code: 'dated',
  },
  {
    id: 'days_of_month',
    pattern: new RegExp(
      String.raw`(?<!\p{L})${BY}*\d{1,2} ngày (?:đầu|cuối) tháng \d{1,2}(?!\d)(?:/\d{4}| năm \d{4})?`,
      'gu',
    ),
    code: 'dated',
  },
  {
    id: 'day_and_month',
    pattern:
      /(?<!\p{L})(?:chậm nhất|muộn nhất|trước)(?: là)? \d{1,2} tháng \d{1,2}(?! ?\d)(?:\/\d{4}| năm \d{4})?/gu,
    code: 'dated',
  },
  {
    id: 'must_be_done_in',
    pattern:
      /(?<!\p{L})(?:trong )?(?:tháng \d{1,2}|quý (?:iv|iii|ii|i))(?: này| tới|\/\d{4}| năm \d{4})?(?= (?:phải|cần) (?:xong|hoàn thành))/gu,
    code: 'dated',
  },
  {
    id: 'spoken_week',
    pattern: new RegExp(
      String.raw`(?<!\p{L})${BY}*(?:đầu |giữa |cuối |thứ \p{L}+ )tuần (?:này|tới|sau)(?!\p{L})|(?<!\p{L})${BY}+tuần (?:này|tới|sau)(?!\p{L})`,
      'gu',
    ),
    code: 'event',
  },
  {
    id: 'within_span',
    pattern:
      /(?<!\p{L})(?:trong (?:vòng |thời hạn |thời gian )|sau )(?:\d{1,3}|một|hai|ba|bốn|sáu|mười|mười lăm) (?:ngày|tuần|tháng)(?: làm việc)?(?! (?:đầu|cuối|qua|gần|một))(?!\p{L})(?:,? (?:kể từ|tính từ|từ|sau) [^,;.]{3,60})?/gu,
    code: 'event',
  },
  {
    id: 'from_month_to',
    pattern:
      /(?<!\p{L})từ tháng \d{1,2}(?:\/\d{4})? đến (?:hết )?tháng \d{1,2}(?!\d)(?:\/\d{4}| năm \d{4})?/gu,
    code: 'dated',
  },
  {
    id: 'by_end_of_year',
    pattern: /(?<!\p{L})(?:vào|trước|xong) cuối năm(?: nay)?(?= ?(?:[,.;)]|$))/gu,
    code: 'dated',
  },
  {
    id: 'spoken_quarter',
    pattern: new RegExp(String.raw`(?<!\p{L})${BY}+quý (?:này|tới|sau)(?!\p{L})`, 'gu'),
    code: 'dated',
  },
  {
    id: 'days_after',
    pattern:
      /(?<!\p{L})(?:chậm nhất|muộn nhất|trong|sau|không quá) (?:là )?(?:trong |sau )?(?:vòng )?\d{1,3} (?:ngày|tuần|tháng)(?: làm việc)?,? (?:sau|kể từ|tính từ|từ|trước) [^,;.]{3,60}/gu,
    code: 'event',
  },
  {
    id: 'holiday_on_day',
    pattern:
      /(?<!\p{L})trước (?:dịp |ngày |lễ )*(?:quốc khánh|quốc tế|tết|lễ|dịp|giải phóng|thành lập|kỷ niệm)[^,;.\d]{0,30} \d{1,2}\/\d{1,2}(?:\/\d{4})?(?!\d)/gu,
    code: 'dated',
  },
  {
    id: 'before_occasion',
    pattern:
      /(?<!\p{L})trước (?:ngày )?(?:đại hội|kỳ(?! họp)|dịp|đợt|lễ|khai giảng|năm học)(?!\p{L}) ?[^,;.]{2,50}/gu,
    code: 'event',
  },
  {
    id: 'leading_half',
    pattern: /(?<=^|[:;] )(?:6|06|sáu) tháng cuối năm(?: \d{4})?(?=, )/gu,
    code: 'dated',
  },
  {
    id: 'half_of_month',
    pattern: new RegExp(
      String.raw`(?<!\p{L})${BY}*nửa (?:đầu|cuối) tháng \d{1,2}(?!\d)(?:/\d{4}| năm \d{4})?`,
      'gu',
    ),
    code: 'dated',
  },
  {
    id: 'spoken_month',
    pattern: new RegExp(String.raw`(?<!\p{L})${BY}+tháng (?:này|nay|tới|sau)(?!\p{L})`, 'gu'),
    code: 'dated',
  },
  {
    id: 'day_of_spoken_month',
    pattern:
      /(?<!\p{L})(?:chậm nhất|muộn nhất|trước|đến|vào)(?: là)? ngày \d{1,2} tháng (?:này|tới|sau)(?!\p{L})/gu,
    code: 'dated',
  },
  {
    id: 'day_alone',
    pattern:
      /(?<!\p{L})(?:chậm nhất|muộn nhất|trước)(?: là)? ngày \d{1,2}(?! ?[/.-]?\d| (?:tháng|hằng|hàng|của|mỗi)(?!\p{L}))/gu,
    code: 'dated',
  },
]
