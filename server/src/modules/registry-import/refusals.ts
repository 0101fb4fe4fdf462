import { AppError, type Sentences } from '../../platform/errors.ts'

const rule = (code: string, sentences: Sentences) =>
  new AppError('rule', `entity_import.${code}`, sentences)

export const noRows = () =>
  rule('no_rows', { vi: 'Tệp không có dữ liệu.', en: 'The file is empty.' })

export const noHeads = (sheet: string) =>
  rule('no_heads', {
    vi: `Sheet "${sheet}" không có dòng tiêu đề cột (như "Tên HTX", "Mã số", "Xã, phường") trong 25 dòng đầu. Hãy thêm dòng tiêu đề, chọn sheet khác hoặc dùng tệp mẫu.`,
    en: `The sheet "${sheet}" has no line of heads among its first 25. Add one, choose another sheet, or use the template.`,
  })

export const noSuchSheet = (sheet: string, sheets: readonly string[]) =>
  rule('no_such_sheet', {
    vi: `Tệp không có sheet "${sheet}". Các sheet hiện có: ${sheets.join(', ')}.`,
    en: `There is no sheet "${sheet}". There are: ${sheets.join(', ')}.`,
  })

export const tooManyLines = (most: number) =>
  rule('too_many_lines', {
    vi: `Danh sách có hơn ${most.toLocaleString('vi')} dòng. Hãy tách thành nhiều tệp.`,
    en: `The list has more than ${most} lines. Split it into several files.`,
  })

export const noName = () =>
  rule('no_name_column', {
    vi: 'Chưa ghép cột nào với "Tên HTX, THT", "Mã số" hoặc "Mã hồ sơ". Hãy chọn cột ở phần ghép cột.',
    en: 'No column is matched to the name, the code or the id. Choose one.',
  })

export const withErrors = (count: number, first: string, firstEn: string) =>
  rule('errors', {
    vi: `Tệp có ${count} lỗi, chưa nhập dòng nào. ${first} Có thể chọn chỉ nhập các dòng đúng.`,
    en: `The file has ${count} errors; nothing was imported. ${firstEn} You may import the good lines alone.`,
  })

export const goneUnsaid = () =>
  rule('gone_unsaid', {
    vi: 'Hãy chọn tình trạng cần ghi cho các mục không còn trong tệp.',
    en: 'Choose what is to be recorded of those that the file no longer has.',
  })

export const nothingToDo = () =>
  rule('nothing', { vi: 'Không có dòng nào cần nhập.', en: 'There is nothing to import.' })

export const notFound = () =>
  new AppError('not_found', 'entity_import.not_found', {
    vi: 'Không tìm thấy lần nhập này.',
    en: 'There is no such import.',
  })

export const listAhead = () =>
  rule('day_ahead', {
    vi: 'Ngày của danh sách chưa đến.',
    en: 'The day of the list has not come yet.',
  })

export const noneChosen = () =>
  rule('none_chosen', {
    vi: 'Hãy chọn HTX, THT cần thay đổi.',
    en: 'Choose the entities to change.',
  })

export const tooMany = (most: number) =>
  rule('too_many', {
    vi: `Bộ lọc chọn hơn ${most.toLocaleString('vi')} HTX, THT. Hãy thu hẹp bộ lọc.`,
    en: `The filter finds more than ${most}. Narrow it.`,
  })

export const noChange = () =>
  rule('no_change', {
    vi: 'Hãy chọn ít nhất một nội dung cần thay đổi.',
    en: 'Choose at least one thing to change.',
  })

export const codeMeanwhile = (code: string, name: string) =>
  new AppError('conflict', 'entity_import.code_meanwhile', {
    vi: `Mã số ${code} vừa được ghi cho ${name} trong lúc nhập; chưa nhập dòng nào. Hãy xem trước lại.`,
    en: `Meanwhile ${code} was entered for ${name}; nothing was imported. Preview again.`,
  })
