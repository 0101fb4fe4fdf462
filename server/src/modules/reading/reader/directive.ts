import type { DocumentKind } from '@hopluc/shared/finds'
import type { PlainDate } from '@hopluc/shared/values'
import type { Named } from './agencies.ts'
import type { Task } from './clause.ts'
import type { Flow, Piece } from './flow.ts'
import type { Mode, Speech } from './modes.ts'
import type { Term } from './terms.ts'

/** A directive in the flow, before it is given an id and its place in the original. */
export interface Directive extends Piece {
  sentence: Piece
  holder: Named[]
  /** Whether the addressee was spoken in this sentence or carried over. */
  isCarried: boolean
  coordinators: string[]
  due: Term | null
  word: string | null
  item: string | null
  code: Task['code'] | 'row'
}

/** What the interpreter of directives has to know beside the layout. */
export interface Setting {
  kind: DocumentKind
  anchor: PlainDate | null
  chair: string | null
  /** The one body that the meeting was held with. */
  partner: Named[]
  /** A report of a supervision or inspection team, whose requests are orders. */
  isSupervision: boolean
  /** The text is a speech of the one who orders, in his own words. */
  isSpeech: boolean
}

/** A heading, item or lead-in above what is read: it gives mode, addressee and term. */
export interface Frame {
  level: number
  mode: Mode
  holder: Named[]
  due: Term | null
  label: string | null
  /** Its items are tasks, because its heading or lead-in says so. */
  isList: boolean
}

/** What is known so far. */
export interface State {
  frames: Frame[]
  /** The addressee that holds in running text. */
  prose: Named[]
  speech: Speech
  found: Directive[]
}

/** The reading of one block, sentence after sentence. */
export interface Reader {
  flow: Flow
  setting: Setting
  state: State
  mode: Mode
  holder: Named[]
  frame: Frame
  due: Term | null
  label: string | null
  isListed: boolean
}
