import * as z from 'zod'
import { Id, Instant, Name } from './values.ts'

/** Six digits of an authenticator app (RFC 6238); spaces are how people write them. */
export const TotpCode = z
  .string()
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/))

/** As it was shown, whatever the case and the dashes. */
export const RecoveryCode = z
  .string()
  .transform((typed) => typed.toLowerCase().replace(/[^a-z0-9]/g, ''))
  .pipe(z.string().length(16))

const Base64Url = z
  .string()
  .min(1)
  .max(20_000)
  .regex(/^[\w-]+$/)

const OfCredential = {
  id: Base64Url,
  rawId: Base64Url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
  clientExtensionResults: z.looseObject({}),
}

/** What a browser answers to the making of a passkey (WebAuthn, as JSON). */
export const PasskeyMade = z.object({
  ...OfCredential,
  response: z.object({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})
export type PasskeyMade = z.infer<typeof PasskeyMade>

/** What a browser answers to the use of a passkey. */
export const PasskeyUsed = z.object({
  ...OfCredential,
  response: z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: Base64Url.optional(),
  }),
})
export type PasskeyUsed = z.infer<typeof PasskeyUsed>

export const SecondFactorMethod = z.enum(['totp', 'passkey', 'recovery'])
export type SecondFactorMethod = z.infer<typeof SecondFactorMethod>

/** What proves a person a second time. */
export const SecondFactorProof = z.discriminatedUnion('method', [
  z.object({ method: z.literal('totp'), code: TotpCode }),
  z.object({ method: z.literal('recovery'), code: RecoveryCode }),
  z.object({ method: z.literal('passkey'), response: PasskeyUsed }),
])
export type SecondFactorProof = z.infer<typeof SecondFactorProof>

/** Whose sign-in waits for a second factor, and by what it can come. */
export const SecondFactorDue = z.object({ name: z.string(), methods: z.array(SecondFactorMethod) })
export type SecondFactorDue = z.infer<typeof SecondFactorDue>

/** Options for the browser's `navigator.credentials`, as the WebAuthn standard writes them in JSON. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() })
export type PasskeyOptions = z.infer<typeof PasskeyOptions>

export const Passkey = z.object({
  id: Id,
  name: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
})
export type Passkey = z.infer<typeof Passkey>

/** One's own second factors. */
export const SecondFactors = z.object({
  hasTotp: z.boolean(),
  passkeys: z.array(Passkey),
  /** Unused ones. */
  recoveryCodes: z.int(),
  /** The post in use cannot do without one. */
  isCompulsory: z.boolean(),
  /** The address under which passkeys can be made and used; null when there is none. */
  passkeyOrigin: z.string().nullable(),
})
export type SecondFactors = z.infer<typeof SecondFactors>

/** `uri` is for the QR code (otpauth://), `secret` for typing, in Base32. */
export const TotpSetup = z.object({ uri: z.string(), secret: z.string() })
export type TotpSetup = z.infer<typeof TotpSetup>

export const TotpConfirmation = z.object({ code: TotpCode })

/** Shown once; null when the person has codes already. */
export const NewFactor = z.object({ recoveryCodes: z.array(z.string()).nullable() })
export type NewFactor = z.infer<typeof NewFactor>

export const NewPasskey = z.object({ name: Name, response: PasskeyMade })
export type NewPasskey = z.infer<typeof NewPasskey>

/** Taking protection away asks for the password again. */
export const PasswordAgain = z.object({ password: z.string().min(1).max(1000) })
export type PasswordAgain = z.infer<typeof PasswordAgain>

export const RecoveryCodes = z.object({ codes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>
