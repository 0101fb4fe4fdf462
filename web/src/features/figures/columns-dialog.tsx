import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { indicatorsQuery } from '../indicators/queries.ts'
import { nameOf } from './words.ts'

interface ColumnsDialogProps {
  readonly chosen: readonly string[]
  readonly onClose: () => void
  readonly onChoose: (codes: readonly string[]) => void
}

/** Which indicators the table shows; kept in the address. */
export function ColumnsDialog({ chosen, onClose, onChoose }: ColumnsDialogProps) {
  const { data } = useQuery(indicatorsQuery)
  const [codes, setCodes] = useState<readonly string[]>(chosen)
  const active = (data?.items ?? []).filter(({ isActive }) => isActive)
  return (
    <Dialog
      isOpen
      shape="wide"
      title={t('figures.columns')}
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          onPress={() => {
            onChoose(active.flatMap(({ code }) => (codes.includes(code) ? [code] : [])))
            onClose()
          }}
        >
          {t('figures.columns.done')}
        </Button>
      }
    >
      <div className="figures-choices">
        {active.map((one) => (
          <Checkbox
            key={one.id}
            isSelected={codes.includes(one.code)}
            onChange={(isOn) =>
              setCodes(isOn ? [...codes, one.code] : codes.filter((code) => code !== one.code))
            }
          >
            {nameOf(one)} <span className="muted">{one.code}</span>
          </Checkbox>
        ))}
      </div>
    </Dialog>
  )
}
