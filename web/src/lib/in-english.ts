/** Texts of one feature in English: the same keys as in Vietnamese, each with its own words. */
export type InEnglish<Vietnamese> = Readonly<Record<keyof Vietnamese, string>>
