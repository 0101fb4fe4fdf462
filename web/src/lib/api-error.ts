import * as z from 'zod'
import { language, t } from './i18n.ts'

/** One fault in what was sent; `path` is the field's name, `'deadline.dueOn'`. */
export interface Issue {
  readonly path: string
  readonly message: string
}

const RawIssue = z.object({
  path: z.union([z.string(), z.array(z.union([z.string(), z.number()]))]).optional(),
  instancePath: z.string().optional(),
  message: z.string().default(''),
  vi: z.string().optional(),
  en: z.string().optional(),
})

/** RFC 9457 problem details, as the server answers them. */
export const Problem = z.object({
  code: z.string(),
  detail: z.string(),
  en: z.string().optional(),
  issues: z.array(RawIssue).optional().catch(undefined),
})

/** Its message is a sentence fit to be shown, in the language of the page. */
export class ApiError extends Error {
  override name = 'ApiError'
  /** Stable; `'network'` when no server answered, `'answer.unreadable'` when it made no sense. */
  readonly code: string
  readonly detail: string
  readonly en: string
  /** HTTP status, 0 without an answer. */
  readonly status: number
  readonly issues: readonly Issue[]

  constructor(status: number, problem: z.output<typeof Problem>, cause?: unknown) {
    const en = problem.en ?? problem.detail
    super(language() === 'en' ? en : problem.detail, { cause })
    this.status = status
    this.code = problem.code
    this.detail = problem.detail
    this.en = en
    this.issues = (problem.issues ?? []).map(({ path, instancePath, message, ...said }) => ({
      path: named(path ?? instancePath ?? ''),
      message: said[language()] ?? message,
    }))
  }
}

function named(path: string | (string | number)[]): string {
  return typeof path === 'string' ? path.replace(/^\//, '').replaceAll('/', '.') : path.join('.')
}

/** No server answered. */
export function networkError(cause?: unknown): ApiError {
  return new ApiError(0, { code: 'network', detail: t('error.network') }, cause)
}

/** The server answered something that this version of the page cannot read. */
export function unreadableError(status: number, cause?: unknown): ApiError {
  const detail = t(status >= 500 ? 'error.server' : 'error.unreadable')
  return new ApiError(status, { code: 'answer.unreadable', detail }, cause)
}

/** By field, for a form's `validationErrors`. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {}
  return Object.fromEntries(error.issues.map(({ path, message }) => [path, message]))
}

/** A sentence for any error: the server's own, or that something broke here. */
export function sentence(error: unknown): string {
  return error instanceof ApiError ? error.message : t('error.page')
}
