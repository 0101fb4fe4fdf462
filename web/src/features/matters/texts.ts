export const MATTERS = {
  'matters.archive': 'Tải hồ sơ',
  'matters.archive.hint':
    'Mọi văn bản, tài liệu, minh chứng đồng chí được xem, kèm mục lục và nhật ký, trong một tệp ZIP',
  'matters.archive.going': 'Đang lập hồ sơ…',
  'matters.archive.progress': 'Đang lập hồ sơ {done}/{total}',
  'matters.archive.saved': 'Đã tải hồ sơ về máy',
  'matters.archive.long': 'Hồ sơ vẫn đang được lập; khi xong sẽ có thông báo.',
} as const
