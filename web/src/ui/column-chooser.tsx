import './popover.css'
import { IconColumns } from '@tabler/icons-react'
import { useState } from 'react'
import { DialogTrigger, Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { t } from '../lib/i18n.ts'
import { Button } from './button.tsx'
import { Checkbox } from './choice.tsx'
import type { Column } from './table.tsx'
import { TriggerButton } from './trigger-button.tsx'

/** A column that may be left out; `isFixed` ones always stand. */
export type ChosenColumn<Row> = Column<Row> & {
  readonly name: string
  readonly isFixed?: boolean | undefined
  /** Left out until chosen. */
  readonly isExtra?: boolean | undefined
}

const stored = (key: string) => `hopluc.columns.${key}`

/** The columns one chose for a list, kept on this machine, and what changes the choice. */
export function useColumns<Row>(key: string, all: readonly ChosenColumn<Row>[]) {
  const usual = all.filter(({ isExtra }) => !isExtra).map(({ id }) => id)
  const [chosen, setChosen] = useState<readonly string[]>(
    () => localStorage.getItem(stored(key))?.split(' ') ?? usual,
  )
  const choose = (next: readonly string[] | null) => {
    if (next) localStorage.setItem(stored(key), next.join(' '))
    else localStorage.removeItem(stored(key))
    setChosen(next ?? usual)
  }
  const columns = all.filter(({ id, isFixed }) => isFixed || chosen.includes(id))
  return { all, columns, chosen, choose }
}

/** The button "Cột": which columns a list shows. */
export function ColumnChooser<Row>(props: ReturnType<typeof useColumns<Row>>) {
  const { all, chosen, choose } = props
  return (
    <DialogTrigger>
      <TriggerButton icon={IconColumns}>{t('ui.columns')}</TriggerButton>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="column-chooser" aria-label={t('ui.columns')}>
          {all
            .filter(({ isFixed }) => !isFixed)
            .map(({ id, name }) => (
              <Checkbox
                key={id}
                isSelected={chosen.includes(id)}
                onChange={(isOn) =>
                  choose(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))
                }
              >
                {name}
              </Checkbox>
            ))}
          <p className="field-hint">{t('ui.columnsKept')}</p>
          <Button kind="quiet" isSmall onPress={() => choose(null)}>
            {t('ui.columnsReset')}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
