import { AppError } from '../../platform/errors.ts'
import { readSignedPaper, type SignedPaper, tokens, wordRuns } from '../papers/index.ts'
import { isStateSecret, markOf } from '../reading/index.ts'

/** A signed PDF beside the words that were made. */
export interface ToCompare {
  name: string
  bytes: Uint8Array
  made: string
}

export interface Compared {
  paper: SignedPaper
  /** Null where the signed paper has no text. */
  changes: { before: string; removed: string; added: string }[] | null
  isSecret: boolean
}

const MOST_CHANGES = 200
/** Filled in at signing, so no change of what was made. */
const AT_SIGNING = /^(?:số|ngày|tháng|năm|\d{1,4}|[/.,:-]|bc|của)+$/iu

/** What the thread does: reads the signed paper, and says what is otherwise in it. */
export async function compareSigned({ name, bytes, made }: ToCompare): Promise<Compared> {
  const paper = await readSignedPaper(bytes)
  const isSecret =
    paper.secrecyMark !== null || isStateSecret(paper.text) || (await markOf(bytes, name)) !== null
  return {
    paper,
    isSecret,
    changes: isSecret || !paper.hasText ? null : changesIn(made, paper.text),
  }
}

/** Words that the signed paper leaves out or adds, with the words in front of them. */
export function changesIn(made: string, signed: string): Compared['changes'] {
  const runs = wordRuns(tokens(made), tokens(withoutPageNumbers(signed)))
  const changes: { before: string; removed: string; added: string }[] = []
  let before = ''
  let open: { before: string; removed: string; added: string } | undefined
  for (const { kind, text } of runs) {
    if (kind === 'same') {
      before = text.split(' ').slice(-8).join(' ')
      open = undefined
      continue
    }
    if (!open) changes.push((open = { before, removed: '', added: '' }))
    open[kind] = `${open[kind]} ${text}`.trim()
  }
  return changes.filter((change) => !isAtSigning(change)).slice(0, MOST_CHANGES)
}

function withoutPageNumbers(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*\d{1,3}\s*$/.test(line))
    .join('\n')
}

function isAtSigning({ removed, added }: { removed: string; added: string }): boolean {
  return removed === '' && AT_SIGNING.test(added.replaceAll(' ', ''))
}

export function notPdf() {
  return new AppError('rule', 'reports.file_missing', {
    vi: 'Chưa có tệp. Hãy thả bản PDF đã ký vào đây.',
    en: 'There is no file. Drop the signed PDF here.',
  })
}
