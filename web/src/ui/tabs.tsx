import './tabs.css'
import type { Key, ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { formatNumber } from '../lib/format.ts'
import type { StatusKind } from './status.tsx'
import { TabWords } from './tab-links.tsx'

export interface LocalTab {
  readonly id: string
  readonly label: string
  readonly count?: number | undefined
  readonly status?: StatusKind | undefined
  readonly panel: ReactNode
}

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly LocalTab[]
  readonly selected?: string | undefined
  readonly onSelect?: ((id: string) => void) | undefined
}

/** Tabs inside a page; where the choice belongs into the address, use `TabLinks`. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  const choose = (key: Key) => onSelect?.(String(key))
  return (
    <AriaTabs onSelectionChange={choose} {...(selected !== undefined && { selectedKey: selected })}>
      <TabList className="tabs" aria-label={label}>
        {tabs.map(({ id, label: words, count, status }) => (
          <Tab key={id} id={id} className="tab">
            <TabWords
              label={words}
              status={status}
              {...(count !== undefined && { count: formatNumber(count) })}
            />
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, panel }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          {panel}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
