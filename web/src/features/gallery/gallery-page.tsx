import './gallery.css'
import '../shell/shell.css'
import type { Session } from '@hopluc/shared/session'
import { setTheme, type Theme, useTheme } from '../../lib/theme.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { Logo } from '../../ui/logo.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { NAV } from '../shell/nav.ts'
import { SideNav } from '../shell/side-nav.tsx'
import { ButtonsPart, FieldsPart } from './fields-part.tsx'
import { ListPart } from './list-part.tsx'
import { MarksPart } from './marks-part.tsx'
import { OverlaysPart, StatesPart } from './overlays-part.tsx'

const ID = '00000000-0000-4000-8000-000000000000'
const POST = {
  id: ID,
  title: 'Phòng TC-KH, Thường trực BCĐ',
  role: 'standing',
  agency: { id: ID, name: 'Phòng Tài chính – Kế hoạch', shortName: 'Phòng TC – KH' },
  committee: null,
  place: { name: 'UBND huyện Kế Sách', under: 'Tỉnh Sóc Trăng' },
} as const
const SESSION: Session = {
  account: { id: ID, username: 'standing', name: 'Trần Thị Hạnh' },
  post: POST,
  posts: [POST],
  mustChangePassword: false,
  mustSetSecondFactor: false,
  today: '2021-07-12',
  isDemo: true,
  unseenNotices: 3,
  may: [],
  idleMinutes: 30,
}
const COUNTS = { myTasks: 7, readings: 1, overdueTasks: 6 }

/** Every component in all its states; what is shown is made up. */
export function GalleryPage() {
  const theme = useTheme()
  const nothing = () => undefined
  return (
    <>
      <header className="gallery-head">
        <Logo />
        <b>Hợp Lực</b>
        <RadioGroup<Theme>
          label="Giao diện"
          isLabelHidden
          isRow
          value={theme}
          onChange={setTheme}
          choices={[
            { value: 'light', label: 'Sáng' },
            { value: 'dark', label: 'Tối' },
            { value: 'system', label: 'Theo máy' },
          ]}
        />
      </header>
      <main id="main" className="gallery" tabIndex={-1}>
        <Page title="Bộ thành phần" lead="Mọi thành phần ở mọi trạng thái. Số liệu minh họa.">
          <MarksPart />
          <ButtonsPart />
          <FieldsPart />
          <ListPart />
          <StatesPart />
          <OverlaysPart />
          <Section title="Khung trang" note="đầy đủ, và thu gọn trên màn hình làm việc">
            <div className="gallery-frame">
              <SideNav
                groups={NAV}
                counts={COUNTS}
                session={SESSION}
                isRail={false}
                onPlace={nothing}
              />
              <SideNav groups={NAV} counts={COUNTS} session={SESSION} isRail onPlace={nothing} />
              <p className="muted">Nội dung trang</p>
            </div>
          </Section>
        </Page>
      </main>
    </>
  )
}
