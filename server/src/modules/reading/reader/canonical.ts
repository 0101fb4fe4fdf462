import { lower, normalise } from './normalise.ts'

/** Short forms in names of agencies and what they stand for; longer ones first. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bub ?mttq ?(?:vn|việt nam)?/gu, 'ủy ban mặt trận tổ quốc'],
  [/mặt trận tổ quốc việt nam/gu, 'mặt trận tổ quốc'],
  [/mttq ?(?:vn|việt nam)?/gu, 'mặt trận tổ quốc'],
  [/lm ?htx/gu, 'liên minh hợp tác xã'],
  [/(?<!\p{L})htx(?!\p{L})/gu, 'hợp tác xã'],
  [/(?<!\p{L})ubnd(?!\p{L})/gu, 'ủy ban nhân dân'],
  [/(?<!\p{L})hđnd(?!\p{L})/gu, 'hội đồng nhân dân'],
  [/nn ?(?:&|và|-) ?ptnt|nnptnt/gu, 'nông nghiệp phát triển nông thôn'],
  [/nn ?(?:&|và|-) ?mt(?!\p{L})|nnmt/gu, 'nông nghiệp môi trường'],
  [/(?<!\p{L})ptnt(?!\p{L})/gu, 'phát triển nông thôn'],
  [/kh ?(?:&|và|-)? ?đt(?!\p{L})/gu, 'kế hoạch đầu tư'],
  [/kh ?(?:&|và|-)? ?cn(?!\p{L})/gu, 'khoa học công nghệ'],
  [/tc ?(?:&|và|-)? ?kh(?!\p{L})/gu, 'tài chính kế hoạch'],
  [/tn ?(?:&|và|-)? ?mt(?!\p{L})/gu, 'tài nguyên môi trường'],
  [/tt ?(?:&|và|-)? ?tt(?!\p{L})/gu, 'thông tin truyền thông'],
  [/gd ?(?:&|và|-)? ?đt(?!\p{L})/gu, 'giáo dục đào tạo'],
  [/vh ?(?:&|và|-|,)? ?tt ?(?:&|và|-)? ?dl(?!\p{L})/gu, 'văn hóa thể thao du lịch'],
  [/lđ ?-? ?tb ?(?:&|và)? ?xh/gu, 'lao động thương binh xã hội'],
  [/gtvt/gu, 'giao thông vận tải'],
  [/nhcsxh/gu, 'ngân hàng chính sách xã hội'],
  [/csxh/gu, 'chính sách xã hội'],
  [/nhnn/gu, 'ngân hàng nhà nước'],
  [/bhxh/gu, 'bảo hiểm xã hội'],
  [/lhpn/gu, 'liên hiệp phụ nữ'],
  [/đtn|đoàn tncs(?: hồ chí minh| hcm)?/gu, 'đoàn thanh niên'],
  [/bcđ/gu, 'ban chỉ đạo'],
  [/(?<!\p{L})tp\.? ?(?=\p{L})/gu, 'thành phố '],
  [/(?<!\p{L})tx\.? ?(?=\p{L})/gu, 'thị xã '],
]

/** One spelling for all ways to write an agency's name; `và`, dashes and commas fall away. */
export function canonical(name: string): string {
  let text = ` ${lower(normalise(name).text)} `
  for (const [pattern, words] of FORMS) text = text.replace(pattern, words)
  return text
    .replace(/\((?:[^()]*)\)/gu, ' ')
    .replace(/[-,&.:;"']/g, ' ')
    .replace(/(?<!\p{L})và(?!\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const POST =
  /^(?:đồng chí )?(?:phó )?(?:giám đốc|chủ tịch|chủ nhiệm|trưởng(?= (?:phòng|ban))|chánh(?= (?:văn phòng|thanh tra))|thủ trưởng|lãnh đạo|bí thư|người đứng đầu) /u

/** The body behind a post: "Giám đốc Sở Tài chính" → "sở tài chính". */
export function withoutPost(name: string): string {
  return name.replace(POST, '')
}

/** Levels at a name's end: "liên minh hợp tác xã tỉnh". */
const LEVEL = /^(.+?) (tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)$/u

export function withoutLevel(name: string): { name: string; level: string | null } {
  const match = LEVEL.exec(name)
  if (
    !match?.[1] ||
    /^(?:hợp tác|liên minh hợp tác|tổ hợp tác)$/u.test(match[1]) ||
    name.endsWith('hợp tác xã')
  ) {
    return { name, level: null }
  }
  return { name: match[1], level: match[2] ?? null }
}
