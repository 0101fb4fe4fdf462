export { secondFactorRoutes } from './routes.ts'
export type { PasskeySite } from './passkeys.ts'
export { refusedFactor } from './refusals.ts'
export { hasFactor, methodsOf, offerSignIn, verify } from './service.ts'
export {
  count as countFactors,
  isCompulsory as isFactorCompulsory,
  removeAll as removeAllFactors,
} from './store.ts'
