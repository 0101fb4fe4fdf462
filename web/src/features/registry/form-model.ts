import { EntityAttributes, EntityCode, hasCheckDigit } from '@hopluc/shared/entities'
import { AttributeSource } from '@hopluc/shared/entities'
import * as z from 'zod'
import { t } from '../../lib/i18n.ts'

/** Attributes while they are typed: a name may still be empty, a code half there. */
export const TypedAttributes = EntityAttributes.extend({
  name: z.string(),
  shortName: z.string().nullable(),
  foreignName: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  representative: z.string().nullable(),
  code: z.string().nullable(),
})
export type TypedAttributes = z.infer<typeof TypedAttributes>

/** An office while it is typed. */
export const TypedPlace = z.object({
  unitId: z.string().nullable(),
  address: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
})
export type TypedPlace = z.infer<typeof TypedPlace>

export const TypedSource = AttributeSource.extend({
  on: z.string().nullable(),
  documentId: z.string().nullable(),
  note: z.string().nullable(),
})
export type TypedSource = z.infer<typeof TypedSource>

export const NO_ATTRIBUTES: TypedAttributes = {
  name: '',
  shortName: null,
  foreignName: null,
  kind: 'cooperative',
  code: null,
  law: null,
  governance: null,
  phone: null,
  email: null,
  website: null,
  lines: [],
  commodities: [],
  charterCapital: null,
  officialMembers: null,
  linkedMembers: null,
  otherMembers: null,
  workers: null,
  representative: null,
}

/** What is wrong at which field; empty when it can be sent. */
export type Faults = Readonly<Record<string, string>>

/** Faults of attributes, by their name. */
export function attributeFaults(attributes: Partial<TypedAttributes>): Faults {
  const { name, code } = attributes
  return {
    ...(name !== undefined && !name.trim() && { name: t('registry.form.required') }),
    ...(code && !EntityCode.safeParse(code).success && { code: t('registry.form.code.wrong') }),
  }
}

export function placeFaults({ unitId, lat, lon }: TypedPlace): Faults {
  return {
    ...(!unitId && { unitId: t('registry.form.required') }),
    ...((lat === null) !== (lon === null) && { point: t('registry.form.point.wrong') }),
  }
}

/** A check digit that does not fit warns, and bars nothing. */
export function codeHint(code: string | null): string {
  const isWhole = code !== null && EntityCode.safeParse(code).success
  return t(isWhole && !hasCheckDigit(code) ? 'registry.form.code.check' : 'registry.form.code.hint')
}

/** "9,7712, 105,9856" or "9.7712 105.9856"; undefined when it is no pair of degrees. */
export function readPoint(text: string): { lat: number; lon: number } | undefined {
  const found = /^\s*\(?(-?\d{1,2}[.,]\d+)\s*[,;\s]\s*(-?\d{1,3}[.,]\d+)\)?\s*$/.exec(text)
  const [lat, lon] = [found?.[1], found?.[2]].map((one) => Number(one?.replace(',', '.')))
  if (lat === undefined || lon === undefined || !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180))
    return undefined
  return { lat, lon }
}
