import { expect, test } from 'vitest'
import { ApiError, fieldErrors, Problem } from './api-error.ts'

test('what the server says of a field stands at the field', () => {
  const problem = Problem.parse({
    code: 'templates.field',
    detail: 'Hãy sửa ô được đánh dấu.',
    en: 'Correct the marked box.',
    issues: [{ path: 'words.closing', vi: 'Không có trường {ai}.', en: 'There is no field {ai}.' }],
  })
  expect(fieldErrors(new ApiError(422, problem))).toEqual({
    'words.closing': 'Không có trường {ai}.',
  })
})
