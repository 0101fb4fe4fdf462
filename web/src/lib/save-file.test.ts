import { expect, test } from 'vitest'
import { fileName } from './save-file.ts'

test.each([
  [`attachment; filename="x.docx"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.docx`, 'Báo cáo.docx'],
  ['attachment; filename="tasks.xlsx"', 'tasks.xlsx'],
  ['attachment; filename=tasks.xlsx', 'tasks.xlsx'],
  [null, 'hop-luc'],
])('%s names the file %s', (disposition, name) => {
  expect(fileName(disposition)).toBe(name)
})
