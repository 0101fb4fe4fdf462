import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'

interface LinesFieldProps<Line> {
  readonly label: string
  readonly add: string
  readonly lines: readonly Line[]
  readonly blank: Line
  readonly onChange: (lines: readonly Line[]) => void
  readonly children: (line: Line, set: (next: Partial<Line>) => void) => ReactNode
}

/** Lines of the same fields, as many as one needs. */
export function LinesField<Line>(props: LinesFieldProps<Line>) {
  const { label, add, lines, blank, onChange, children } = props
  return (
    <fieldset className="activity-lines">
      <legend className="field-label">{label}</legend>
      {lines.map((line, at) => (
        // A line has no name of its own: its place is what it is.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="activity-line">
          {children(line, (next) =>
            onChange(lines.map((one, index) => (index === at ? { ...one, ...next } : one))),
          )}
          <Button isSmall onPress={() => onChange(lines.filter((_, index) => index !== at))}>
            {t('activity.remove')}
          </Button>
        </div>
      ))}
      <Button isSmall icon={IconPlus} onPress={() => onChange([...lines, blank])}>
        {add}
      </Button>
    </fieldset>
  )
}
