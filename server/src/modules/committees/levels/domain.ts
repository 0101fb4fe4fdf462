import type { LevelCounts, LevelItem, LevelLack } from '@hopluc/shared/committee-levels'
import { LevelState } from '@hopluc/shared/committee-levels'
import type { PlainDate } from '@hopluc/shared/values'

const LACKS: Record<LevelLack, string> = {
  unit_over: 'đơn vị đã sắp xếp nhưng Ban Chỉ đạo chưa kết thúc',
  decision_old: 'chưa kiện toàn theo yêu cầu',
  decision_before_unit: 'quyết định ban hành trước khi lập đơn vị hành chính',
  standing_agency_over: 'cơ quan thường trực không còn hoạt động',
  member_agency_over: 'có cơ quan thành viên không còn hoạt động',
  member_post_over: 'có thành viên đã thôi giữ chức vụ',
}

/** "chưa có Ban Chỉ đạo", or why it is out of date. */
export function lackWords({ committee, lacks }: Pick<LevelItem, 'committee' | 'lacks'>): string {
  if (committee === null) return 'Chưa thành lập Ban Chỉ đạo'
  const words = lacks.map((lack) => LACKS[lack]).join('; ')
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** "Xã Kế An". */
export function unitWords({ kind, name }: Pick<LevelItem, 'kind' | 'name'>): string {
  return `${capital(kind)} ${name}`
}

/** To copy into a chat. */
export function reminderText(
  item: Pick<LevelItem, 'kind' | 'name' | 'committee' | 'lacks'>,
  by: string,
  basis: string | null,
  note: string | null,
): string {
  const reason = lackWords(item)
  const why = basis === null ? '' : ` theo ${basis}`
  return (
    `${by} nhắc UBND ${item.kind} ${item.name}: ${reason.charAt(0).toLocaleLowerCase('vi')}${reason.slice(1)}. ` +
    `Đề nghị kiện toàn Ban Chỉ đạo${why} và gửi quyết định về Cơ quan Thường trực.${note === null ? '' : ` ${note}`}`
  )
}

interface StateCount {
  state: LevelState
  isRequired: boolean
  count: number
}

/** In order: current where one is required; where none is, whatever stands. */
export function countsOf(rows: readonly StateCount[]): LevelCounts {
  const sum = (all: readonly StateCount[]) => all.reduce((total, { count }) => total + count, 0)
  const required = rows.filter(({ isRequired }) => isRequired)
  const of = (state: LevelState) => sum(rows.filter((row) => row.state === state))
  return {
    total: sum(rows),
    required: sum(required),
    inOrder: sum(required.filter(({ state }) => state === 'current')),
    byState: {
      current: of('current'),
      out_of_date: of('out_of_date'),
      missing: of('missing'),
      waiting: of('waiting'),
      leader: of('leader'),
      nobody: of('nobody'),
    },
  }
}

/** Ten days to answer. */
export function answerBy(today: PlainDate): PlainDate {
  return new Date(Date.parse(today) + 10 * 86_400_000).toISOString().slice(0, 10)
}
