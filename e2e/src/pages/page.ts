import type { Api } from '../api.ts'

/** One page of the program, as whom it is looked at, and where a record of the demo stands. */
export interface PageToSee {
  /** As the router has it. */
  route: string
  /** What its pictures are called. */
  name: string
  /** An account of the demo; without it nobody is signed in. */
  as?: string
  at?: (api: Api) => Promise<string>
}

/** The account that steers the committee's work. */
export const STANDING = 'standing'
