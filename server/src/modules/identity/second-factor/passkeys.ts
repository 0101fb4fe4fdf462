import type { PasskeyMade, PasskeyOptions, PasskeyUsed } from '@hopluc/shared/second-factor'
import type { Id } from '@hopluc/shared/values'

/** Where passkeys of this installation are made and used. */
export interface PasskeySite {
  /** The domain they are bound to (relying party). */
  domain: string
  /** The address that people open: https://hopluc.example.gov.vn */
  origin: string
}

export interface KeptPasskey {
  id: Id
  credential: string
  publicKey: Buffer
  counter: number
  transports: string[]
}

/** Loaded at the first passkey: it is large, and few starts of the program need it. */
const webauthn = () => import('@simplewebauthn/server')

/** How a browser reaches the key; anything else that it says is left aside. */
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const
const known = (transports: readonly string[]) =>
  TRANSPORTS.filter((transport) => transports.includes(transport))

export async function registrationOptions(
  site: PasskeySite,
  person: { accountId: Id; username: string; name: string },
  kept: readonly KeptPasskey[],
): Promise<PasskeyOptions> {
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: 'Hợp Lực',
    rpID: site.domain,
    userID: new TextEncoder().encode(person.accountId),
    userName: person.username,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: kept.map(({ credential, transports }) => ({
      id: credential,
      transports: known(transports),
    })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  return { ...options }
}

/** Undefined when the answer does not hold. `claim` uses the challenge up, once. */
export async function readMade(
  site: PasskeySite,
  response: PasskeyMade,
  claim: (challenge: string) => Promise<boolean>,
): Promise<Omit<KeptPasskey, 'id'> | undefined> {
  try {
    const { verifyRegistrationResponse } = await webauthn()
    const { attestationObject, clientDataJSON, transports = [] } = response.response
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        id: response.id,
        rawId: response.rawId,
        type: response.type,
        clientExtensionResults: {},
        response: { attestationObject, clientDataJSON },
      },
      expectedChallenge: claim,
      expectedOrigin: site.origin,
      expectedRPID: site.domain,
      requireUserVerification: false, // it is the second factor: the password came first
    })
    if (!registrationInfo) return undefined
    const { id, publicKey, counter } = registrationInfo.credential
    return {
      credential: id,
      publicKey: Buffer.from(publicKey),
      counter,
      transports: known(transports),
    }
  } catch {
    return undefined // the library throws for whatever does not hold
  }
}

export async function useOptions(
  site: PasskeySite,
  kept: readonly KeptPasskey[],
): Promise<PasskeyOptions> {
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({
    rpID: site.domain,
    userVerification: 'preferred',
    allowCredentials: kept.map(({ credential, transports }) => ({
      id: credential,
      transports: known(transports),
    })),
  })
  return { ...options }
}

/** The new counter; undefined when the answer does not hold. A counter that goes back does not. */
export async function readUsed(
  site: PasskeySite,
  response: PasskeyUsed,
  passkey: KeptPasskey,
  claim: (challenge: string) => Promise<boolean>,
): Promise<number | undefined> {
  try {
    const { verifyAuthenticationResponse } = await webauthn()
    const { authenticatorData, clientDataJSON, signature } = response.response
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id: response.id,
        rawId: response.rawId,
        type: response.type,
        clientExtensionResults: {},
        response: { authenticatorData, clientDataJSON, signature },
      },
      expectedChallenge: claim,
      expectedOrigin: site.origin,
      expectedRPID: site.domain,
      credential: {
        id: passkey.credential,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
        transports: known(passkey.transports),
      },
      requireUserVerification: false,
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}
