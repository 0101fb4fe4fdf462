import { TEMPLATE_FIELDS, TemplateWords } from '@hopluc/shared/templates'
import type { PlainDate } from '@hopluc/shared/values'
import { AppError, type Issue } from '../../platform/errors.ts'
import {
  type ConclusionNoticeInput,
  type DunningLetterInput,
  type IssuerTemplate,
  type IssuingBody,
  issuerTemplate,
  LETTER_CLOSING,
  LETTER_OPENING,
} from '../papers/index.ts'

/** What the program ships for a body of this kind. */
export function shippedWords(body: IssuingBody): TemplateWords {
  const { kind: _, recipients, ...template } = issuerTemplate(body)
  return {
    ...template,
    recipients: [...recipients.lines],
    archive: recipients.archive,
    letterOpening: LETTER_OPENING,
    letterClosing: LETTER_CLOSING,
  }
}

const Changes = TemplateWords.partial()
/** The form of the first installations, by kind of issuer. */
const Lines = Changes.shape.recipients

/** Wording from the settings over what is under it; a value that does not fit is left aside. */
export function reworded(words: TemplateWords, value: unknown): TemplateWords {
  const plain = typeof value === 'object' && value !== null ? value : {}
  const known = Object.entries(plain).flatMap(([key, one]) => {
    if (key === 'recipients' && typeof one === 'object' && one !== null && 'lines' in one)
      return [
        ['recipients', Lines.catch(undefined).parse(one.lines)],
        ...('archive' in one ? [['archive', one.archive]] : []),
      ]
    return [[key, one]]
  })
  const { success, data } = Changes.safeParse(Object.fromEntries(known))
  if (!success) return words
  const said = Object.entries(data).filter(([, one]) => one !== undefined)
  return TemplateWords.parse({ ...words, ...Object.fromEntries(said) })
}

/** As the makers of papers take it. */
export function asTemplate(body: IssuingBody, words: TemplateWords): IssuerTemplate {
  const { recipients, archive, letterOpening: _, letterClosing: __, ...template } = words
  return {
    kind: issuerTemplate(body).kind,
    ...template,
    recipients: { lines: recipients, archive },
  }
}

const { notice, letterOpening, letterClosing } = TEMPLATE_FIELDS
const FILLED = [
  ['abstract', notice],
  ['opening', notice],
  ['leadIn', notice],
  ['closing', notice],
  ['letterOpening', letterOpening],
  ['letterClosing', letterClosing],
] as const

/**
 * A name in braces that nothing fills would stand in a signed paper.
 * @throws AppError `templates.field`.
 */
export function assertFields(words: TemplateWords): void {
  const issues = FILLED.flatMap(([path, fields]) => {
    const known: readonly string[] = fields
    const names = [...words[path].matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name)
    const wrong = names.find((name) => !known.includes(name))
    return wrong === undefined ? [] : [unknownField(`words.${path}`, wrong, known)]
  })
  if (issues.length === 0) return
  throw new AppError(
    'rule',
    'templates.field',
    {
      vi: 'Mẫu có trường mà hệ thống không biết. Hãy sửa ô được đánh dấu.',
      en: 'The template holds a field that is not known. Correct the marked box.',
    },
    issues,
  )
}

function unknownField(path: string, name: string, known: readonly string[]): Issue {
  const list = known.map((one) => `{${one}}`).join(', ')
  return {
    path,
    vi: `Không có trường {${name}}. Dùng được: ${list}.`,
    en: `There is no field {${name}}. Known here: ${list}.`,
  }
}

const SAMPLE_LEAD = ['Sở Nông nghiệp và Môi trường']

/** What a preview shows beside the body's own words: plainly a sample. */
export function sampleNotice(template: IssuerTemplate, today: PlainDate): ConclusionNoticeInput {
  const base = { manner: 'giao', co: [], due: null, dueWords: null, product: null } as const
  return {
    template,
    head: {
      number: null,
      on: null,
      year: Number(today.slice(0, 4)),
      draft: 1,
      urgency: null,
      isInternal: false,
    },
    chair: {
      name: '(họ và tên)',
      posts: [template.authority.officeHeld, template.authority.post].filter((one) => one !== null),
      honorific: 'đồng chí',
    },
    meeting: { name: 'cuộc họp (tên cuộc họp)', on: today, place: '(địa điểm)' },
    bases: [],
    present: [],
    heard: null,
    evaluation: [],
    directives: [
      { ...base, lead: SAMPLE_LEAD, text: 'Rà soát, tổng hợp (nội dung mẫu)' },
      {
        ...base,
        manner: 'đề nghị',
        lead: ['Liên minh Hợp tác xã'],
        text: 'Phối hợp (nội dung mẫu)',
      },
    ],
    grouping: 'item',
    recipients: null,
    signature: { authority: template.authority, name: null },
  }
}

export function sampleLetter(
  template: IssuerTemplate,
  words: TemplateWords,
  today: PlainDate,
): DunningLetterInput {
  const { superior, issuer, place, recipients, authority } = template
  const task = { text: '(nội dung nhiệm vụ)', source: '(số, ngày văn bản)', state: '' }
  return {
    head: {
      superior,
      issuer,
      place,
      symbol: template.symbol.replace(/^TB-/u, ''),
      number: null,
      on: null,
      year: Number(today.slice(0, 4)),
      draft: 1,
      urgency: null,
      isInternal: false,
    },
    abstract: 'đôn đốc thực hiện nhiệm vụ quá hạn (mẫu)',
    to: SAMPLE_LEAD,
    opening: words.letterOpening,
    closing: words.letterClosing,
    asOf: today,
    agencies: SAMPLE_LEAD.map((name) => ({ name, tasks: [{ ...task, due: today, daysLate: 1 }] })),
    answerBy: today,
    answerTo: issuer,
    recipients: { lines: ['Như trên'], archive: recipients.archive },
    signature: { authority, name: null },
  }
}
