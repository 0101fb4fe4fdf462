import type { CommitteeAction } from '@hopluc/shared/committees'
import type { OrganisationAction } from '@hopluc/shared/units'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions, type Permission } from '../identity/index.ts'

const ADMIN = ['admin'] as const
/** Its own people; of a commune's committee or an Alliance's board, the people who keep it. */
const COMMITTEE = ['chair', 'delegate', 'standing', 'leader', 'clerk', 'officer', 'admin'] as const

const ORGANISATION = {
  'unit.found': { vi: 'Thêm đơn vị hành chính', en: 'Add a unit', roles: ADMIN },
  'unit.change': {
    vi: 'Sửa, đổi tên đơn vị hành chính',
    en: 'Change or rename a unit',
    roles: ADMIN,
  },
  'unit.end': { vi: 'Kết thúc đơn vị hành chính', en: 'End a unit', roles: ADMIN },
  'agency.found': { vi: 'Thêm cơ quan', en: 'Add an agency', roles: ADMIN },
  'agency.change': { vi: 'Sửa, đổi tên cơ quan', en: 'Change or rename an agency', roles: ADMIN },
  'agency.end': { vi: 'Kết thúc cơ quan', en: 'End an agency', roles: ADMIN },
  'agency.name': {
    vi: 'Sửa tên gọi khác của cơ quan',
    en: 'Keep other names of an agency',
    roles: ADMIN,
  },
} satisfies Record<string, Permission>

const OF_COMMITTEE = {
  'committee.found': {
    vi: 'Lập Ban Chỉ đạo (cấp xã: của xã mình)',
    en: 'Found a committee (a commune: its own)',
    roles: ['leader', 'clerk', 'officer', 'admin'],
  },
  'committee.decide': {
    vi: 'Ghi quyết định kiện toàn Ban Chỉ đạo',
    en: 'Record a decision on a committee',
    roles: COMMITTEE,
  },
  'committee.change_members': {
    vi: 'Cập nhật thành viên Ban Chỉ đạo',
    en: 'Keep the members of a committee',
    roles: COMMITTEE,
  },
  'committee.delegate': {
    vi: 'Ủy quyền quyết định thay Trưởng ban',
    en: 'Delegate decisions of the head',
    roles: ['chair', 'admin'],
  },
} satisfies Record<string, Permission>

declarePermissions({
  module: 'units',
  vi: 'Tổ chức bộ máy',
  en: 'Organisation',
  actions: { ...ORGANISATION, ...OF_COMMITTEE },
})

/** The administrator of the installation keeps units and agencies. */
export function mayKeep(actor: Actor): boolean {
  return actor.role === 'admin'
}

/** The administrator, and those who keep the body in question. */
export function mayInCommittee(actor: Actor, action: CommitteeAction, isKept: boolean): boolean {
  if (!OF_COMMITTEE[`committee.${action}`].roles.some((role) => role === actor.role)) return false
  return actor.role === 'admin' || isKept
}

export function allowedOnUnit(actor: Actor): OrganisationAction[] {
  return mayKeep(actor) ? ['change', 'end', 'add_below', 'add_agency'] : []
}

export function allowedOnAgency(actor: Actor): OrganisationAction[] {
  return mayKeep(actor) ? ['change', 'end', 'name'] : []
}
