import type { FieldRow } from './fields.tsx'
import { options } from './words.ts'

/** A line of the register of members (Law 17/2023/QH15, article 15). */
export const memberRows = (isUnion: boolean): readonly FieldRow[] => [
  [{ key: 'name', label: 'parts.member.name', kind: 'text', isRequired: true }],
  [
    {
      key: 'kind',
      label: 'parts.member.kind',
      kind: 'choice',
      isRequired: true,
      options: options.memberKind(),
    },
    {
      key: 'subject',
      label: 'parts.member.subject',
      kind: 'choice',
      isRequired: true,
      options: options.subject(),
    },
  ],
  ...(isUnion
    ? [[{ key: 'memberEntityId', label: 'parts.member.entity', kind: 'entity' } as const]]
    : []),
  [
    { key: 'paperNo', label: 'parts.member.paperNo', kind: 'kept' },
    { key: 'phone', label: 'parts.member.phone', kind: 'kept' },
  ],
  [
    { key: 'address', label: 'parts.member.address', kind: 'text' },
    { key: 'nationality', label: 'parts.member.nationality', kind: 'text' },
  ],
  [
    { key: 'joinedOn', label: 'parts.member.joinedOn', kind: 'day', isRequired: true },
    { key: 'leftOn', label: 'parts.member.leftOn', kind: 'day' },
  ],
  [
    { key: 'share', label: 'parts.member.share', kind: 'money' },
    { key: 'contributedOn', label: 'parts.member.contributedOn', kind: 'day' },
  ],
  [{ key: 'assets', label: 'parts.member.assets', kind: 'area' }],
  [
    { key: 'certificateNo', label: 'parts.member.certificateNo', kind: 'text' },
    { key: 'certificateOn', label: 'parts.member.certificateOn', kind: 'day' },
  ],
  [{ key: 'note', label: 'parts.note', kind: 'text' }],
]
