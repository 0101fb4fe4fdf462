import './demo-mark.css'
import { t } from '../lib/i18n.ts'

/** Everything invented says so, quietly, on every screen. */
export function DemoMark() {
  return (
    <span className="demo-mark" title={t('ui.demo.why')}>
      <span className="demo-long">{t('ui.demo')}</span>
      <span className="demo-short">{t('ui.demo.short')}</span>
    </span>
  )
}
