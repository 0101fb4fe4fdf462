import './demo-mark.css'
import { t } from '../lib/i18n.ts'

/** Everything invented says so, quietly, on every screen. */
export function DemoMark() {
  return (
    <span className="demo-mark" title={t('ui.demo.why')}>
      {t('ui.demo')}
    </span>
  )
}
