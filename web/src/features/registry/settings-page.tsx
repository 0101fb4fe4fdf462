import './registry.css'
import { t } from '../../lib/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { RegistryViews } from './registry-views.tsx'
import { CommodityPart, LinePart } from './settings-codes.tsx'
import { GroupPart, MinimumPart } from './settings-rules.tsx'
import { SizePart } from './settings-sizes.tsx'

/** Lists that a province keeps: what the law or the practice of a place may want otherwise. */
export function SettingsPage() {
  return (
    <Page
      title={t('registry.settings.title')}
      crumbs={[{ label: t('registry.short'), to: '/registry' }]}
      lead={t('registry.settings.lead')}
    >
      <RegistryViews />
      <Tabs
        label={t('registry.settings.tabs')}
        tabs={[
          {
            id: 'commodities',
            label: t('registry.settings.commodities'),
            panel: <CommodityPart />,
          },
          { id: 'lines', label: t('registry.settings.lines'), panel: <LinePart /> },
          { id: 'groups', label: t('registry.settings.groups'), panel: <GroupPart /> },
          { id: 'sizes', label: t('registry.settings.sizes'), panel: <SizePart /> },
          { id: 'minimums', label: t('registry.settings.minimums'), panel: <MinimumPart /> },
        ]}
      />
    </Page>
  )
}
