import type { PlainDate } from '@hopluc/shared/values'
import type { Kysely } from 'kysely'
import { submitNotice } from '../modules/directives/index.ts'
import { confirmReading, createReading } from '../modules/review/index.ts'
import { type Context, createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { type Day, daysFrom, written } from './days.ts'
import { accountId, agencyId, postId } from './organisation.ts'

/**
 * What lies on the standing officer's desk: a text that is read but not reviewed, and a draft notice
 * before the chair. Both come about as in use, so that they hold what use makes of them.
 */
export async function layOutDesk(owner: Kysely<Schema>, today: PlainDate): Promise<void> {
  const context = standingOfficer(owner, today)
  const day = daysFrom(today)
  const conclusion = await createReading(context, { text: conclusionText(day), again: false })
  if (conclusion.id === null) throw new Error('the demo’s conclusion was not read')
  const { noticeId } = await confirmReading(context, conclusion.id, { version: 1, takeOpen: true })
  await submitNotice(context, noticeId, { version: 1, note: 'Kính trình Trưởng ban xem xét.' })
  await createReading(context, { text: newsText(day), again: false })
}

function standingOfficer(owner: Kysely<Schema>, today: PlainDate): Context {
  const actor = {
    accountId: accountId('standing'),
    postId: postId('standing'),
    role: 'standing',
    agencyId: agencyId('ct-stc'),
    committeeId: agencyId('ct-bcd'),
    byWords: 'Trần Thị Hạnh, Sở Tài chính',
  } as const
  return createContext(owner, actor, today, new Date(`${today}T01:00:00Z`))
}

const CHAIR = 'đồng chí Nguyễn Thành Khải, Phó Chủ tịch UBND thành phố'

const conclusionText = (day: Day) => `Họp Ban Chỉ đạo về hỗ trợ HTX chuyển đổi số
Sáng ${written(day(-6))}, ${CHAIR} Cần Thơ, Trưởng Ban Chỉ đạo phát triển kinh tế tập thể thành phố chủ trì cuộc họp của Ban Chỉ đạo về chuyển đổi số trong HTX.

Kết luận cuộc họp, ${CHAIR} yêu cầu:
1. Sở Khoa học và Công nghệ chủ trì, phối hợp với Sở Nông nghiệp và Môi trường lựa chọn 05 HTX làm điểm về truy xuất nguồn gốc, hoàn thành trước ngày ${written(day(34))}.
2. Sở Công Thương hỗ trợ các HTX đưa sản phẩm lên sàn thương mại điện tử.
3. Đề nghị Liên minh Hợp tác xã thành phố mở 02 lớp tập huấn kế toán trên phần mềm trước ngày ${written(day(41))}.
4. UBND các xã rà soát HTX chưa có kết nối mạng, báo cáo Sở Tài chính trước ngày ${written(day(20))}.`

const newsText = (day: Day) => `Thành phố họp bàn giải pháp tiêu thụ trái cây cho HTX
Chiều ${written(day(-2))}, ${CHAIR} Cần Thơ, Trưởng Ban Chỉ đạo phát triển kinh tế tập thể thành phố chủ trì cuộc làm việc với các sở, ngành về tiêu thụ trái cây của HTX.

Theo báo cáo của Sở Nông nghiệp và Môi trường, toàn thành phố có 86 HTX trồng cây ăn trái với 4.120 thành viên; doanh thu bình quân ước đạt 2,1 tỷ đồng/HTX.

Kết luận cuộc họp, đồng chí Nguyễn Thành Khải yêu cầu Sở Công Thương hoàn thành danh mục doanh nghiệp thu mua trước ngày ${written(day(20))}; Sở Nông nghiệp và Môi trường chủ trì, phối hợp với UBND các xã rà soát diện tích đủ điều kiện cấp mã số vùng trồng trong quý I năm ${Number(day(60).slice(0, 4))}; Sở Khoa học và Công nghệ hỗ trợ ít nhất 10 HTX đăng ký nhãn hiệu. Đề nghị Liên minh Hợp tác xã thành phố tập huấn kỹ năng bán hàng trực tuyến cho HTX. Các đơn vị liên quan khẩn trương triển khai theo Kế hoạch số 210/KH-UBND.`
