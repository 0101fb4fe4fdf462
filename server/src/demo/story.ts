import type { PlainDate } from '@hopluc/shared/values'

/** A paper of the story, with its text: passages of directives are found in it by their words. */
export interface DemoDocument {
  key: string
  owner: string
  direction: 'outgoing' | 'incoming' | 'reference'
  kind: string
  symbol: string | null
  number?: number
  issuedOn: PlainDate | null
  issuer?: string
  issuerName: string
  signer?: readonly [name: string, title: string]
  abstract: string
  text?: string
  isStub?: boolean
  restsOn?: readonly string[]
  meeting?: string
  readers?: readonly string[]
}

export interface DemoMeeting {
  key: string
  agency: string
  kind: 'committee' | 'working' | 'conference' | 'dialogue'
  title: string
  heldOn: PlainDate
  startsAt: string
  place: string
  chair: readonly [name: string, title: string]
  state: 'planned' | 'held' | 'concluded'
  agenda: readonly string[]
  invited: readonly string[]
  conclusion?: string
}

/**
 * How a task went, by day: what follows an assignment. `done` is submitted and confirmed, `sent`
 * submitted only, `prepared` drafted for the agency's leader, `asked` more time wanted.
 */
export interface Course {
  taken?: PlainDate
  progress?: readonly [on: PlainDate, percent: number, text: string]
  question?: readonly [on: PlainDate, text: string]
  asked?: { on: PlainDate; dueOn: PlainDate; reason: string; granted?: PlainDate; by?: 'standing' }
  prepared?: readonly [on: PlainDate, text: string]
  sent?: readonly [on: PlainDate, text: string, paper?: string]
  returned?: readonly [on: PlainDate, reason: string]
  confirmed?: PlainDate
  /** What came after the day that the story stops on: so that the past does not stay open for ever. */
  later?: {
    taken?: PlainDate
    granted?: PlainDate
    sent?: readonly [on: PlainDate, text: string]
    confirmed: PlainDate
  }
}

export interface DemoTask {
  /** "Nhiệm vụ số 11/2021". */
  number: number
  document: string | null
  item: string | null
  title: string
  /** Words of the paper, found in its text; without it the task has no passage. */
  quote?: string
  lead: string
  co?: readonly string[]
  due: PlainDate | null
  dueText?: string
  product?: string
  manner?: 'assign' | 'request'
  spokenBy?: string
  course: Course
  /** One copy for each body; then `lead` and `course` of the whole do not count. */
  copies?: Copies
  every?: 'quarter' | 'month' | 'half_year' | 'year'
}

export type Copies = readonly (readonly [lead: string, course: Course])[]

/** One committee's tasks, and who acted for it. */
export interface DemoStory {
  issuer: string
  year: number
  /** Usernames that act: in the committee's name, as its head, and for the agencies. */
  by: { standing: string; chair: string; officer: string; leader: string }
  /** A day on which its officer held the post. */
  actsOn: PlainDate
  assignedOn: (document: string | null) => PlainDate
  documents: readonly DemoDocument[]
  meetings: readonly DemoMeeting[]
  tasks: readonly DemoTask[]
}
