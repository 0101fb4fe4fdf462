import type { Role } from '@hopluc/shared/session'

interface Sentences {
  vi: string
  en: string
}

/** How a value is shortened: the last three signs, the domain of an address, or nothing left. */
export type MaskKind = 'phone' | 'identity' | 'email' | 'whole'

export interface MaskRule {
  as: MaskKind
  /** Reads it without asking; the person always does. */
  fullFor: readonly Role[]
  /** May ask for it with a purpose, as far as row security shows them the record. */
  revealedTo: readonly Role[]
}

/** What holds for all personal columns of a table. */
export interface PersonalTable {
  /** Whose data: "Người dùng tài khoản". */
  subject: Sentences
  seenBy: Sentences
  retention: Sentences
  /** The column by which a row is named when a value is asked for. */
  record: string
  /** The column with the account of the person; the search for all data of a person goes by it. */
  account?: string
}

export interface PersonalColumn {
  name: Sentences
  purpose: Sentences
  sensitivity?: 'basic' | 'sensitive'
  mask?: MaskRule
  /**
   * How the search for a person compares it where no account is named: it is their name, it holds
   * their name among other words, or it is the phone or e-mail by which they ask.
   */
  how?: 'name' | 'words' | 'contact'
  /** Can be set from a request for correction, in this column. */
  correct?: { mayBeEmpty: boolean }
  /** The legal basis, where it is verified; else the installation states it. */
  basis?: string
}

export interface Personal extends PersonalColumn, PersonalTable {
  /** `table.column` */
  field: string
  table: string
  column: string
  sensitivity: 'basic' | 'sensitive'
}

const declared = new Map<string, Personal>()

/**
 * Makes columns that hold data of persons known: they stand on the page of personal data, are searched
 * when a person asks what is kept of them, and are masked where a rule says so. A column that sounds
 * personal and is not declared fails the test of the catalogue.
 */
export function declarePersonalData(
  table: string,
  of: PersonalTable,
  columns: Readonly<Record<string, PersonalColumn>>,
): void {
  for (const [column, one] of Object.entries(columns)) {
    const field = `${table}.${column}`
    declared.set(field, {
      ...of,
      ...one,
      field,
      table,
      column,
      sensitivity: one.sensitivity ?? 'basic',
    })
  }
}

export function listPersonal(): Personal[] {
  return [...declared.values()]
}

export function findPersonal(field: string): Personal | undefined {
  return declared.get(field)
}
