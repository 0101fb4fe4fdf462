import * as z from 'zod'
import { AuthorityMode } from './directives.ts'
import { PaperKind } from './documents.ts'
import { Id, Name, Named, PlainDate, Words } from './values.ts'

const Line = z.string().trim().max(1000)

/** How one body writes its notices and letters; names in braces are filled from the record. */
export const TemplateWords = z.object({
  superior: Line.nullable(),
  issuer: Name,
  symbol: z.string().trim().min(1).max(100),
  place: Line,
  abstract: Words,
  opening: Words,
  leadIn: Words,
  closing: Words,
  letterOpening: Words,
  letterClosing: Words,
  recipients: z.array(z.string().trim().min(1).max(1000)).max(50),
  archive: Line,
  authority: z.object({
    mode: AuthorityMode,
    principal: Line.nullable(),
    deputyFor: Line.nullable(),
    post: z.string().trim().min(1).max(1000),
    officeHeld: Line.nullable(),
  }),
})
export type TemplateWords = z.infer<typeof TemplateWords>

/** What may stand in braces, by the part of the paper in which it is known. */
export const TEMPLATE_FIELDS = {
  notice: [
    'chair',
    'chairPosts',
    'honorific',
    'meeting',
    'meetingOn',
    'meetingDay',
    'meetingPlace',
    'heard',
    'issuer',
  ],
  letterOpening: ['day', 'count'],
  letterClosing: ['answerTo', 'answerBy'],
} as const

export const TemplateAction = z.enum(['change', 'reset'])
export type TemplateAction = z.infer<typeof TemplateAction>

export const PaperTemplate = z.object({
  agency: Named,
  words: TemplateWords,
  /** Whether the body has wording of its own; else `words` are the shipped ones. */
  isOwn: z.boolean(),
  since: PlainDate.nullable(),
  /** 0 while there is nothing of its own. */
  version: z.int(),
  allowed: z.array(TemplateAction),
})
export type PaperTemplate = z.infer<typeof PaperTemplate>

export const TemplateChange = z.object({ version: z.int(), words: TemplateWords })
export type TemplateChange = z.infer<typeof TemplateChange>
export const TemplateReset = z.object({ version: z.int() })

export const TemplatePreview = z.object({
  paper: z.enum(['notice', 'letter']),
  words: TemplateWords,
})
export type TemplatePreview = z.infer<typeof TemplatePreview>

/** Kinds of papers that are numbered in books of their own, in the whole installation. */
export const Numbering = z.object({
  kinds: z.array(PaperKind),
  since: PlainDate.nullable(),
  version: z.int(),
  allowed: z.array(z.literal('change')),
})
export type Numbering = z.infer<typeof Numbering>

export const NumberingChange = z.object({ version: z.int(), kinds: z.array(PaperKind).max(40) })
export type NumberingChange = z.infer<typeof NumberingChange>

export const TemplateParams = z.object({ agencyId: Id })
