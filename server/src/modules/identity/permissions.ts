import type { Role } from '@hopluc/shared/session'

export interface DeedWords {
  vi: string
  en: string
}

export interface Permission extends DeedWords {
  roles: readonly Role[]
}

/** What the roles may do in one module; actions are named as in the audit: `task.extend`. */
export interface ModulePermissions {
  module: string
  vi: string
  en: string
  actions: Readonly<Record<string, Permission>>
  /** What is recorded beside the actions, in words for the audit alone. */
  deeds?: Readonly<Record<string, DeedWords>>
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

/** A deed as it is recorded, in words; null where no module names it. */
export function deedWords(event: string): DeedWords | null {
  for (const { actions, deeds } of listPermissions()) {
    const known = actions[event] ?? deeds?.[event]
    if (known) return { vi: known.vi, en: known.en }
  }
  return null
}

/** Every declared action of a role. */
export function actionsOf(role: Role): string[] {
  return listPermissions().flatMap(({ actions }) =>
    Object.entries(actions)
      .filter(([, { roles }]) => roles.includes(role))
      .map(([action]) => action),
  )
}
