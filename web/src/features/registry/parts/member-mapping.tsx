import type { MemberImportPreview } from '@hopluc/shared/entity-parts-people'
import { useState } from 'react'
import { type PlainKey, t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { Select } from '../../../ui/select.tsx'
import { Notice } from '../../../ui/states.tsx'

/** What a list of members may say of each, in the order of the register. */
const FIELDS = [
  ['name', 'parts.member.name'],
  ['kind', 'parts.member.kind'],
  ['subject', 'parts.member.subject'],
  ['paperNo', 'parts.member.paperNo'],
  ['nationality', 'parts.member.nationality'],
  ['address', 'parts.member.address'],
  ['phone', 'parts.member.phone'],
  ['share', 'parts.member.share'],
  ['assets', 'parts.member.assets'],
  ['contributedOn', 'parts.member.contributedOn'],
  ['certificateNo', 'parts.member.certificateNo'],
  ['certificateOn', 'parts.member.certificateOn'],
  ['joinedOn', 'parts.member.joinedOn'],
  ['leftOn', 'parts.member.leftOn'],
  ['note', 'parts.note'],
] as const satisfies readonly (readonly [string, PlainKey])[]
const NONE = 'none'

export interface Reading {
  readonly sheet: string
  readonly mapping: Readonly<Record<string, number>> | undefined
}

interface MappingProps {
  readonly preview: MemberImportPreview
  readonly isPending: boolean
  readonly onChange: (reading: Reading) => void
}

/** Which column holds what; open at once where no column is known to hold the names. */
export function MemberMapping({ preview, isPending, onChange }: MappingProps) {
  const { sheets, sheet, headers, mapping } = preview
  const isUnknown = mapping['name'] === undefined
  const [isOpened, setOpened] = useState(false)
  const isOpen = isOpened || isUnknown
  const columns = [
    { value: NONE, label: t('parts.import.column.none') },
    ...headers.map((head, index) => ({ value: String(index), label: columnWords(head, index) })),
  ]
  const choose = (field: string, value: string) => {
    const { [field]: _before, ...rest } = mapping
    onChange({ sheet, mapping: value === NONE ? rest : { ...rest, [field]: Number(value) } })
  }
  return (
    <Section
      title={t('parts.import.columns')}
      more={
        !isUnknown && (
          <Button kind="quiet" isSmall aria-expanded={isOpen} onPress={() => setOpened(!isOpened)}>
            {isOpen ? t('parts.import.columns.close') : t('parts.import.columns.change')}
          </Button>
        )
      }
    >
      {isUnknown && <Notice kind="warning">{t('parts.import.columns.noName')}</Notice>}
      {sheets.length > 1 && (
        <Select
          label={t('parts.import.sheet')}
          value={sheet}
          options={sheets.map((name) => ({ value: name, label: name }))}
          onChange={(name) => onChange({ sheet: name, mapping: undefined })}
        />
      )}
      {isOpen && (
        <>
          <p className="muted small">{t('parts.import.columns.hint')}</p>
          <div className="parts-mapping" aria-busy={isPending}>
            {FIELDS.map(([field, label]) => (
              <Select
                key={field}
                label={t(label)}
                value={String(mapping[field] ?? NONE)}
                options={columns}
                onChange={(value) => choose(field, value)}
              />
            ))}
          </div>
        </>
      )}
    </Section>
  )
}

function columnWords(head: string, index: number): string {
  const column = columnName(index)
  return head.trim()
    ? t('parts.import.column.titled', { column, head: head.trim() })
    : t('parts.import.column.untitled', { column })
}

/** 0 is A, 26 is AA. */
function columnName(index: number): string {
  const before = index >= 26 ? columnName(Math.floor(index / 26) - 1) : ''
  return before + String.fromCodePoint(65 + (index % 26))
}
