import { PAPER_KIND_NAMES } from '@hopluc/shared/documents'
import { MeetingPaper } from '@hopluc/shared/meetings'
import type { Task } from '@hopluc/shared/tasks'
import { Id } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { contentOf } from '../../platform/files.ts'
import { noticePaper } from '../directives/index.ts'
import { listDocumentFiles } from '../documents/index.ts'
import { listMeetingFiles, meetingPaper } from '../meetings/index.ts'
import { isStateSecret } from '../reading/index.ts'
import { getTask } from '../task-page/index.ts'
import { inOrder, type MatterFile, type MatterPaper } from './domain.ts'
import * as store from './store.ts'

const DRAFTS = ['draft', 'opinions', 'appraisal', 'submitted']
const URGENCIES: Readonly<Record<string, string>> = {
  urgent: 'Khẩn',
  very_urgent: 'Thượng khẩn',
  express: 'Hỏa tốc',
}
const SECRET = 'Có dấu chỉ mức độ mật: không đưa vào hồ sơ điện tử'

/** All papers of the matter in order, with what is in the archive of each. */
export async function listPapers(
  context: Context,
  db: Reader,
  members: store.Members,
): Promise<MatterPaper[]> {
  const papers: MatterPaper[] = []
  for (const one of await store.listMeetings(db, members.meetings))
    papers.push(await agendaPapers(context, db, one))
  const documents = await store.listDocuments(db, members.documents)
  for (const one of documents) papers.push(await document(context, db, one))
  // The paper that gave a task is named by it, and stands in the list already.
  const known = new Set(documents.map(({ symbol }) => symbol))
  const isNew = ({ numberSymbol, files }: MatterPaper) =>
    files.length > 0 || !known.has(numberSymbol)
  const round = await store.listRoundFiles(db, [...members.tasks, ...members.parts])
  for (const { title, on, author, ...file } of round) {
    const line = { on, author, abstract: `Lấy ý kiến: ${title}`, numberSymbol: null, marks: [] }
    papers.push({ ...line, files: [stored(context, file)] })
  }
  for (const id of [...members.tasks, ...members.told])
    papers.push(...evidence(context, await getTask(db, context, id)).filter(isNew))
  return withoutSecrets(inOrder(withoutEmpty(papers)))
}

const stored = (context: Context, file: { id: Id; name: string; size: number }): MatterFile => ({
  name: file.name,
  size: file.size,
  content: () => contentOf(context, file),
})

function made(name: string, make: () => Promise<Buffer>): MatterFile {
  return {
    name,
    size: 0,
    content: async function* () {
      yield await make()
    },
  }
}

async function agendaPapers(
  context: Context,
  db: Reader,
  { id, title, heldOn, body }: store.MeetingFacts,
): Promise<MatterPaper> {
  const files = (await listMeetingFiles(db, id)).map((file) => stored(context, file))
  const abstract = `Tài liệu họp: ${title}`
  return { on: heldOn, numberSymbol: null, author: body, abstract, marks: [], files }
}

async function document(
  context: Context,
  db: Reader,
  facts: store.DocumentFacts,
): Promise<MatterPaper> {
  const { id, kind, state, text } = facts
  const files = (await listDocumentFiles(db, id)).map((file) => stored(context, file))
  const word = facts.isStub ? undefined : ownWord(context, facts)
  if (word) files.push(word)
  if (files.length === 0 && text)
    files.push(made('Toàn văn.txt', () => Promise.resolve(Buffer.from(`\uFEFF${text}`))))
  const marks = [
    ...(facts.isInternal ? ['Lưu hành nội bộ'] : []),
    ...(URGENCIES[facts.urgency] ? [URGENCIES[facts.urgency] ?? ''] : []),
    ...(DRAFTS.includes(state) ? [`Dự thảo lần ${facts.draftNo}`] : []),
    ...(facts.isStub ? [stubWords(facts.keptAt)] : []),
  ]
  const isSecret = [facts.abstract, text, facts.note].some((one) => one && isStateSecret(one))
  return {
    on: facts.issuedOn,
    numberSymbol: facts.symbol,
    author: facts.issuerName,
    abstract: `${PAPER_KIND_NAMES[kind]} ${facts.abstract}`,
    marks: isSecret ? [...marks, SECRET] : marks,
    files: isSecret ? [] : files,
  }
}

const stubWords = (keptAt: string | null) =>
  `Chỉ ghi sổ theo số, ngày${keptAt ? `; bản lưu tại ${keptAt}` : ''}`

const MEETING_PAPER = /^\/meetings\/([0-9a-f-]{36})\/papers\/(\w+)$/

/** The paper as we write it: a notice, an invitation, minutes. */
function ownWord(context: Context, facts: store.DocumentFacts): MatterFile | undefined {
  if (facts.hasNotice)
    return made('Bản dự thảo.docx', async () => (await noticePaper(context, facts.id)).bytes)
  const [, meetingId, name] = MEETING_PAPER.exec(facts.paper ?? '') ?? []
  const kind = MeetingPaper.safeParse(name)
  if (!meetingId || !kind.success) return undefined
  return made(
    'Bản dự thảo.docx',
    async () => (await meetingPaper(context, Id.parse(meetingId), kind.data)).bytes,
  )
}

/** What was shown for the task, deed by deed: files, and papers by number and day. */
function evidence(context: Context, task: Task): MatterPaper[] {
  return task.history.flatMap(({ action, files, papers: named, part, on, byWords, text }) => {
    // With that paper the task was given; what is shown for it comes later.
    const papers = action === 'issue' ? [] : named
    const abstract = [`Nhiệm vụ ${task.code}`, text || task.title].join(': ')
    const author = part?.name ?? byWords
    const numbered = papers.map((paper) => ({
      on: paper.on,
      numberSymbol: paper.number,
      author,
      abstract: `Sản phẩm của nhiệm vụ ${task.code}: ${task.title}`,
      marks: [],
      files: [],
    }))
    if (files.length === 0) return numbered
    const own = files.map((file) => stored(context, file))
    const [first] = papers
    return [
      {
        on: first?.on ?? on,
        numberSymbol: first?.number ?? null,
        author,
        abstract,
        marks: [],
        files: own,
      },
      ...numbered.slice(1),
    ]
  })
}

/** What neither names a paper nor shows one is no line of the list. */
function withoutEmpty(papers: readonly MatterPaper[]): MatterPaper[] {
  return papers.filter(
    ({ numberSymbol, files, marks }) => numberSymbol || files.length + marks.length > 0,
  )
}

/** A file whose very name bears a mark of secrecy stays out, and the list says so. */
function withoutSecrets(papers: readonly MatterPaper[]): MatterPaper[] {
  return papers.map((paper) => {
    const open = paper.files.filter(({ name }) => !isStateSecret(name))
    if (open.length === paper.files.length) return paper
    return { ...paper, files: open, marks: [...paper.marks, SECRET] }
  })
}
