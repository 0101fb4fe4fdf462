import './security.css'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Shown once; it stays until one says that they are kept. */
export function RecoveryCodesDialog(props: { codes: readonly string[]; onDone: () => void }) {
  const { codes, onDone } = props
  const save = () => {
    const link = document.createElement('a')
    link.href = `data:text/plain;charset=utf-8,${encodeURIComponent(codes.join('\r\n'))}`
    link.download = 'hop-luc-ma-khoi-phuc.txt'
    link.click()
  }
  return (
    <Dialog
      title={t('security.codes.title')}
      isOpen
      isKept
      onClose={onDone}
      actions={
        <>
          <Button onPress={save}>{t('security.codes.save')}</Button>
          <Button kind="primary" onPress={onDone}>
            {t('security.codes.done')}
          </Button>
        </>
      }
    >
      <p>{t('security.codes.text')}</p>
      <ol className="security-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
