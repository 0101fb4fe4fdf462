import { IconCheck, IconFileTypeDocx, IconPlus, IconPrinter, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox, RadioGroup } from '../../ui/choice.tsx'
import { ComboBox, MultiComboBox } from '../../ui/combo-box.tsx'
import { DateField, DatePicker } from '../../ui/date-picker.tsx'
import { type DroppedFile, FileDrop } from '../../ui/file-drop.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { type Option, Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'

const AGENCIES: readonly Option<string>[] = [
  { value: 'tckh', label: 'Phòng Tài chính – Kế hoạch', note: 'Thường trực Ban Chỉ đạo' },
  { value: 'nn', label: 'Phòng Nông nghiệp và PTNT' },
  { value: 'kt', label: 'Phòng Kinh tế và Hạ tầng' },
  { value: 'tp', label: 'UBND xã Trinh Phú' },
  { value: 'kan', label: 'UBND xã Kế An' },
  { value: 'lm', label: 'Liên minh HTX tỉnh', note: 'đề nghị phối hợp' },
]
const MANNERS: readonly Option<'assign' | 'request'>[] = [
  { value: 'assign', label: 'Giao nhiệm vụ' },
  { value: 'request', label: 'Đề nghị phối hợp' },
]
const TET: Record<string, string> = {
  '2021-02-10': 'Tết Nguyên đán',
  '2021-02-11': 'Tết Nguyên đán',
  '2021-02-12': 'Tết Nguyên đán',
}
const dayOff = (day: string) =>
  TET[day] ?? ([0, 6].includes(new Date(day).getUTCDay()) ? 'Cuối tuần' : undefined)

const FILES: readonly DroppedFile[] = [
  { id: '1', name: 'Thông báo 05-TB-BCĐ (ký số).pdf', size: 412_000, share: 1 },
  { id: '2', name: 'Biên bản họp 25-02-2021.docx', size: 1_840_000, share: 0.62 },
  {
    id: '3',
    name: 'Phụ lục.xlsx',
    size: 98_000,
    error: 'Chưa gửi được: máy chủ không trả lời. Tệp vẫn ở trên máy này.',
  },
]

/** Buttons in every look and state. */
export function ButtonsPart() {
  return (
    <Section title="Nút" note="mỗi màn hình một nút đậm">
      <div className="gallery-row">
        <Button kind="primary" icon={IconPlus}>
          Giao nhiệm vụ
        </Button>
        <Button icon={IconFileTypeDocx}>Công văn đôn đốc</Button>
        <Button kind="quiet">Bỏ chọn</Button>
        <Button kind="danger" icon={IconTrash}>
          Thu hồi
        </Button>
        <IconButton label="In trang này" icon={IconPrinter} />
      </div>
      <div className="gallery-row">
        <Button kind="primary" isPending>
          Giao nhiệm vụ
        </Button>
        <Button isPending>Đang lập công văn</Button>
        <Button isDisabled icon={IconFileTypeDocx}>
          Công văn đôn đốc
        </Button>
        <Button kind="primary" isDisabled>
          Giao nhiệm vụ
        </Button>
        <Button isSmall icon={IconCheck}>
          Đúng
        </Button>
        <Button isSmall kind="quiet">
          Bỏ qua
        </Button>
      </div>
      <div className="gallery-grid">
        <Button kind="primary" isWide icon={IconCheck} note="1 văn bản">
          Xác nhận hoàn thành: Kế An
        </Button>
        <Button isWide icon={IconFileTypeDocx} note="TL. Trưởng ban">
          Công văn đôn đốc 3 xã
        </Button>
      </div>
    </Section>
  )
}

/** Fields in every state. */
export function FieldsPart() {
  const [day, setDay] = useState<string | null>('2021-02-08')
  const [agency, setAgency] = useState<string | null>('tckh')
  const [chosen, setChosen] = useState<readonly Option<string>[]>(AGENCIES.slice(1, 4))
  const [manner, setManner] = useState<'assign' | 'request'>('assign')
  const [isDigest, setIsDigest] = useState(true)
  const [text, setText] = useState('gap go htx')
  const [files, setFiles] = useState(FILES)
  const add = (given: readonly File[]) =>
    setFiles([...files, ...given.map(({ name, size }) => ({ id: `${name}${size}`, name, size }))])
  return (
    <Section title="Ô nhập" note="nhãn ở trên, gợi ý và lỗi ở dưới">
      <Form onSubmit={() => undefined} label="Mẫu ô nhập">
        <div className="gallery-grid">
          <TextField label="Tìm" value={text} onChange={setText} onClear={() => setText('')} />
          <TextField
            label="Số, ký hiệu"
            placeholder="05/TB-BCĐ"
            isRequired
            hint="Như trên văn bản"
          />
          <TextField label="Mật khẩu" type="password" defaultValue="một câu dễ nhớ" />
          <TextField label="Kinh phí" defaultValue="1.342" unit="triệu đồng" />
          <TextField
            label="Người ký"
            defaultValue="Lê"
            error="Chưa có người ký tên này trong danh sách. Chọn từ danh sách hoặc thêm mới."
          />
          <TextField label="Mã số" defaultValue="KS-0011" isReadOnly />
          <TextField label="Cấp trên" defaultValue="UBND tỉnh" isDisabled />
          <NumberField label="Số thành viên" defaultValue={455_523} minValue={0} unit="người" />
          <Select
            label="Cách giao"
            options={MANNERS}
            value={manner}
            onChange={setManner}
            hint="Giao cho cấp dưới, đề nghị với cơ quan ngang cấp"
          />
          <Select
            label="Lọc"
            prefix="Cách giao"
            options={MANNERS}
            value={manner}
            onChange={setManner}
          />
          <ComboBox
            label="Cơ quan chủ trì"
            options={AGENCIES}
            value={agency}
            onChange={setAgency}
          />
          <MultiComboBox
            label="Cơ quan phối hợp"
            options={AGENCIES}
            chosen={chosen}
            onChange={setChosen}
          />
          <DatePicker
            label="Thời hạn"
            value={day}
            onChange={setDay}
            dayOff={dayOff}
            hint="Gõ, dán hoặc chọn trên lịch; ngày nghỉ có gạch chéo"
          />
          <DateField label="Ngày ký" value={null} onChange={setDay} />
          <DatePicker
            label="Ngày họp"
            value="2021-02-25"
            onChange={setDay}
            error="Ngày họp phải sau ngày mời ít nhất 2 ngày làm việc."
          />
        </div>
        <TextArea
          label="Ý kiến"
          defaultValue="Đề nghị các xã gửi quyết định kiện toàn kèm bảng phân công thành viên."
        />
        <FormRow>
          <div>
            <Checkbox defaultSelected>Gửi kèm công văn</Checkbox>
            <br />
            <Checkbox isIndeterminate>13 xã, thị trấn</Checkbox>
            <br />
            <Checkbox isDisabled>Gửi qua trục liên thông</Checkbox>
            <br />
            <Switch isSelected={isDigest} onChange={setIsDigest}>
              Nhận bản tổng hợp mỗi ngày
            </Switch>
          </div>
          <RadioGroup
            label="Nguồn thời hạn"
            value={manner}
            onChange={setManner}
            choices={[
              { value: 'assign', label: 'Theo văn bản', note: '“trong năm 2021”' },
              { value: 'request', label: 'Thường trực đề xuất', note: 'Trưởng ban duyệt' },
            ]}
          />
        </FormRow>
        <FileDrop
          label="Văn bản đã ký"
          accept={['.pdf', '.docx']}
          maxBytes={20_000_000}
          isMultiple
          files={files}
          onFiles={add}
          onRemove={(id) => setFiles(files.filter((file) => file.id !== id))}
          hint="Ghi chú: không tải văn bản mật"
        />
        <FormActions>
          <Button kind="primary" type="submit">
            Trình lãnh đạo duyệt
          </Button>
          <Button>Để sau</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
