import { IconDownload, IconPrinter, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { ApiError } from '../../lib/api.ts'
import { AsOfBanner } from '../../ui/as-of-banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirm, Dialog, Drawer } from '../../ui/dialog.tsx'
import { KeyHelp } from '../../ui/key-help.tsx'
import { DescriptionList } from '../../ui/marks.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Section } from '../../ui/page.tsx'
import {
  Conflict,
  DraftNotice,
  EmptyState,
  ErrorState,
  Notice,
  OfflineNotice,
  Skeleton,
} from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'

const SILENCE = new ApiError(0, {
  code: 'network',
  detail: 'Chưa gửi được: máy chủ không trả lời. Số liệu vẫn ở trên máy này.',
  en: 'Not sent: the server does not answer. The figures are still on this machine.',
})

/** What a page says when something is missing, wrong, waiting or in conflict. */
export function StatesPart() {
  const nothing = () => undefined
  return (
    <>
      <Section title="Thông báo trong trang">
        <AsOfBanner day="2021-07-12" />
        <br />
        <OfflineNotice unsent={3} />
        <Notice kind="info">Thông báo này đang chờ số và ngày ban hành.</Notice>
        <Notice kind="warning" actions={<Button isSmall>Xem 2 chỗ khác</Button>}>
          Bản ký khác bản đã xác nhận ở 2 chỗ.
        </Notice>
        <Notice kind="error">Chưa gửi được. Nội dung vẫn được giữ.</Notice>
        <DraftNotice when="11/07 16:40" onDiscard={nothing} />
        <Conflict
          theirsBy="Trần Thị Hạnh, 12/07 09:41"
          mine="Thời hạn 30/06/2021, phối hợp: Phòng Nội vụ"
          theirs="Thời hạn 15/07/2021, phối hợp: Phòng Nội vụ, Liên minh HTX"
          onKeepMine={nothing}
          onTakeTheirs={nothing}
        />
      </Section>
      <Section title="Trống, lỗi, đang tải">
        <EmptyState action={<Button>Trích nhiệm vụ từ văn bản</Button>}>
          Chưa có nhiệm vụ nào từ văn bản này.
        </EmptyState>
        <EmptyState>Không có nhiệm vụ quá hạn.</EmptyState>
        <ErrorState error={SILENCE} title="Chưa gửi được kết quả" onRetry={nothing} />
        <Skeleton rows={3} />
      </Section>
    </>
  )
}

type Shown = 'dialog' | 'drawer' | 'confirm' | 'keys' | null

/** What floats above a page. */
export function OverlaysPart() {
  const [shown, setShown] = useState<Shown>(null)
  const close = () => setShown(null)
  const opener = (name: Shown, words: string): ReactNode => (
    <Button onPress={() => setShown(name)}>{words}</Button>
  )
  return (
    <Section title="Lớp nổi">
      <div className="gallery-row">
        {opener('dialog', 'Hộp thoại')}
        {opener('drawer', 'Ngăn kéo')}
        {opener('confirm', 'Hỏi lại')}
        {opener('keys', 'Phím tắt')}
        <Menu
          label="Thao tác khác"
          words="Thao tác khác"
          actions={[
            { id: 'print', label: 'Bản in', icon: IconPrinter, run: () => toast('Đã mở bản in') },
            {
              id: 'excel',
              label: 'Xuất Excel',
              note: '38 dòng',
              icon: IconDownload,
              run: () => toast('Đã xuất 38 dòng'),
            },
            {
              id: 'drop',
              label: 'Thu hồi',
              icon: IconTrash,
              isApart: true,
              isDanger: true,
              run: () => setShown('confirm'),
            },
          ]}
        />
        <Menu
          label="Thao tác của dòng"
          actions={[{ id: 'open', label: 'Mở', run: () => toast('Đã mở') }]}
        />
        <Button
          onPress={() =>
            toast('Đã gửi 12 nhắc việc', { action: { label: 'Xem', run: () => undefined } })
          }
        >
          Thông báo góc
        </Button>
        <Button onPress={() => toast('Chưa gửi được 1 nhắc việc', { kind: 'late' })}>
          Thông báo lỗi
        </Button>
      </div>
      <Dialog
        title="Đề xuất gia hạn"
        isOpen={shown === 'dialog'}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>Để sau</Button>
            <Button kind="primary" onPress={close}>
              Đề xuất gia hạn
            </Button>
          </>
        }
      >
        <p>Đến ngày 22/07/2021. Thường trực đề xuất, Trưởng ban quyết định.</p>
      </Dialog>
      <Drawer title="Nguồn số liệu" isOpen={shown === 'drawer'} onClose={close}>
        <DescriptionList
          items={[
            ['Chỉ tiêu', 'Tổng số thành viên HTX'],
            ['Giá trị', '455.523 người'],
            ['Công thức', 'Tổng theo xã, thị trấn'],
          ]}
        />
      </Drawer>
      <Confirm
        title="Thu hồi văn bản"
        action="Thu hồi"
        kind="danger"
        isOpen={shown === 'confirm'}
        onConfirm={close}
        onClose={close}
      >
        Văn bản bị thu hồi không còn hiệu lực từ hôm nay; 4 nhiệm vụ theo văn bản sẽ dừng.
      </Confirm>
      <KeyHelp isOpen={shown === 'keys'} onClose={close} />
    </Section>
  )
}
