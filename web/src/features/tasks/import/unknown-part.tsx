import type { ImportCommand, ImportPreview } from '@hopluc/shared/task-import'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { Status } from '../../../ui/status.tsx'
import { AgencyPicker } from '../agency-picker.tsx'

export interface UnknownPartProps {
  readonly preview: ImportPreview
  readonly command: ImportCommand
  readonly onChange: (next: Partial<ImportCommand>) => void
}

/** Names of the list that no agency bears: answered once for all lines, or left out. */
export function UnknownPart({ preview, command, onChange }: UnknownPartProps) {
  const { unknownAgencies: unknown, sheet, headerRow, mapping } = preview
  const answered = Object.entries(command.agencies)
  if (unknown.length === 0 && answered.length === 0) return null
  const answer = (name: string, id: string | null) =>
    onChange({ sheet, headerRow, mapping, agencies: { ...command.agencies, [name]: id } })
  return (
    <Section
      title={t('tasks.import.unknown')}
      note={t('tasks.import.unknown.note', { count: unknown.length })}
    >
      <ul className="tasks-lines">
        {unknown.map(({ name, lines, candidates }) => (
          <li key={name} className="tasks-unknown">
            <span>
              <Status kind="soon">{name}</Status>
              <small>{t('tasks.import.lines', { lines: lines.slice(0, 12).join(', ') })}</small>
            </span>
            <span className="tasks-candidates">
              {candidates.map(({ id, name: full }) => (
                <Button key={id} isSmall onPress={() => answer(name, id)}>
                  {full}
                </Button>
              ))}
            </span>
            <AgencyPicker
              label={t('tasks.import.isAgency', { name })}
              isLabelHidden
              placeholder={t('tasks.import.pick')}
              value={null}
              likely={candidates}
              onChange={(id) => id && answer(name, id)}
            />
            <Button kind="quiet" isSmall onPress={() => answer(name, null)}>
              {t('tasks.import.leaveOut')}
            </Button>
          </li>
        ))}
      </ul>
      {answered.length > 0 && (
        <p className="small muted">
          {t('tasks.import.answered', { count: answered.length })}{' '}
          <Button
            kind="quiet"
            isSmall
            onPress={() => onChange({ sheet, headerRow, mapping, agencies: {} })}
          >
            {t('tasks.import.again')}
          </Button>
        </p>
      )}
    </Section>
  )
}
