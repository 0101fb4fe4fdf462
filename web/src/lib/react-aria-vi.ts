type Args = Record<string, string | number>
type Strings = Record<string, string | ((args: Args) => string)>
const say = (build: (args: Args) => string) => build

/** The component library speaks no Vietnamese: these are all the strings of the parts in use. */
const STRINGS: Record<string, Strings> = {
  '@react-aria/autocomplete': { collectionLabel: 'Gợi ý' },
  '@react-aria/breadcrumbs': { breadcrumbs: 'Vị trí trang' },
  '@react-aria/calendar': {
    previous: 'Trước',
    next: 'Sau',
    selectedDateDescription: say(({ date }) => `Ngày đã chọn: ${date}`),
    selectedRangeDescription: say(({ dateRange }) => `Khoảng đã chọn: ${dateRange}`),
    todayDate: say(({ date }) => `Hôm nay, ${date}`),
    todayDateSelected: say(({ date }) => `Hôm nay, ${date}, đã chọn`),
    dateSelected: say(({ date }) => `${date}, đã chọn`),
    startRangeSelectionPrompt: 'Bấm để chọn ngày đầu',
    finishRangeSelectionPrompt: 'Bấm để chọn ngày cuối',
    minimumDate: 'Ngày đầu tiên chọn được',
    maximumDate: 'Ngày cuối cùng chọn được',
    dateRange: say(({ startDate, endDate }) => `${startDate} đến ${endDate}`),
  },
  '@react-aria/combobox': {
    focusAnnouncement: say(({ optionText, isSelected }) =>
      String(isSelected) === 'true' ? `${optionText}, đã chọn` : String(optionText),
    ),
    countAnnouncement: say(({ optionCount }) => `${optionCount} lựa chọn.`),
    selectedAnnouncement: say(({ optionText }) => `${optionText}, đã chọn`),
    buttonLabel: 'Mở danh sách',
    listboxLabel: 'Gợi ý',
  },
  '@react-aria/datepicker': {
    era: 'kỷ nguyên',
    year: 'năm',
    month: 'tháng',
    day: 'ngày',
    hour: 'giờ',
    minute: 'phút',
    second: 'giây',
    dayPeriod: 'sáng, chiều',
    calendar: 'Lịch',
    startDate: 'Ngày đầu',
    endDate: 'Ngày cuối',
    weekday: 'thứ',
    timeZoneName: 'múi giờ',
    selectedDateDescription: say(({ date }) => `Ngày đã chọn: ${date}`),
    selectedRangeDescription: say(({ startDate, endDate }) => `Đã chọn: ${startDate} – ${endDate}`),
    selectedTimeDescription: say(({ time }) => `Giờ đã chọn: ${time}`),
  },
  '@react-stately/datepicker': {
    rangeUnderflow: say(({ minValue }) => `Ngày phải từ ${minValue} trở đi.`),
    rangeOverflow: say(({ maxValue }) => `Ngày phải từ ${maxValue} trở về trước.`),
    rangeReversed: 'Ngày đầu phải trước ngày cuối.',
    unavailableDate: 'Ngày này không chọn được.',
  },
  '@react-aria/grid': {
    deselectedItem: say(({ item }) => `Đã bỏ chọn ${item}.`),
    select: 'Chọn',
    selectedCount: say(({ count }) => `Đã chọn ${count}.`),
    selectedAll: 'Đã chọn tất cả.',
    selectedItem: say(({ item }) => `Đã chọn ${item}.`),
    longPressToSelect: 'Nhấn giữ để chọn.',
  },
  '@react-aria/menu': { longPressMessage: 'Nhấn giữ, hoặc Alt và mũi tên xuống, để mở' },
  '@react-aria/numberfield': {
    decrease: say(({ fieldLabel }) => `Giảm ${fieldLabel}`),
    increase: say(({ fieldLabel }) => `Tăng ${fieldLabel}`),
    numberField: 'Ô số',
  },
  '@react-aria/overlays': { dismiss: 'Đóng' },
  '@react-aria/searchfield': { 'Clear search': 'Xóa nội dung tìm' },
  '@react-aria/spinbutton': { Empty: 'Trống' },
  '@react-aria/tag': { removeDescription: 'Nhấn Delete để bỏ.', removeButtonLabel: 'Bỏ' },
  'react-aria-components': {
    selectPlaceholder: 'Chọn',
    tableResizer: 'Đổi độ rộng',
    dropzoneLabel: 'Nơi thả tệp',
    colorSwatchPicker: 'Bảng màu',
  },
}

/** Before the first render of a Vietnamese page; the library reads these two globals. */
export function speakVietnamese(): void {
  Object.defineProperty(globalThis, Symbol.for('react-aria.i18n.locale'), { value: 'vi-VN' })
  Object.defineProperty(globalThis, Symbol.for('react-aria.i18n.strings'), { value: STRINGS })
}
