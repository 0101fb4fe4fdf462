import * as z from 'zod'

/** A text in an address; what makes no sense is left out. */
export const Text = z.string().optional().catch(undefined)

/**
 * A word of the contract in an address, without the contract's list of them: the router comes with the
 * first load. The server refuses what is no such word.
 */
export const word = <Word extends string>() =>
  z
    .custom<Word>((value) => typeof value === 'string')
    .optional()
    .catch(undefined)
