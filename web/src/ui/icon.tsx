import type { Icon as TablerIcon } from '@tabler/icons-react'

export type IconShape = TablerIcon

/** An icon beside words; it says nothing on its own, so readers skip it. */
export function Icon({ of: Shape, isSmall = false }: { of: IconShape; isSmall?: boolean }) {
  return <Shape className={isSmall ? 'icon icon-small' : 'icon'} aria-hidden="true" />
}
