import type { Role } from '@hopluc/shared/session'

export interface Permission {
  vi: string
  en: string
  roles: readonly Role[]
}

/** What the roles may do in one module; actions are named as in the audit: `task.extend`. */
export interface ModulePermissions {
  module: string
  vi: string
  en: string
  actions: Readonly<Record<string, Permission>>
}

const declared = new Map<string, ModulePermissions>()

/**
 * Makes a module's policy readable: it shows in the table of roles, in what a session says it may do,
 * and its words name the entries of the audit. The module's own `may` still decides.
 */
export function declarePermissions(permissions: ModulePermissions): ModulePermissions {
  declared.set(permissions.module, permissions)
  return permissions
}

export function listPermissions(): ModulePermissions[] {
  return [...declared.values()]
}

/** Every declared action of a role. */
export function actionsOf(role: Role): string[] {
  return listPermissions().flatMap(({ actions }) =>
    Object.entries(actions)
      .filter(([, { roles }]) => roles.includes(role))
      .map(([action]) => action),
  )
}
