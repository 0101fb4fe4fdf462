import { useState, useSyncExternalStore } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { answerFirst, type Asked, askedNow, onAsked } from './stated-open.ts'

/** Asks the officer about a scan, of which nobody here sees whether it bears a mark of secrecy. */
export function ScanStatement() {
  const asked = useSyncExternalStore(onAsked, askedNow)
  return asked && <Statement key={asked.id} asked={asked} />
}

function Statement({ asked: { name } }: { asked: Asked }) {
  const [isStated, setStated] = useState(false)
  return (
    <Dialog
      title={t('documents.scan.title')}
      isOpen
      onClose={() => answerFirst(false)}
      actions={
        <>
          <Button onPress={() => answerFirst(false)}>{t('documents.scan.leave')}</Button>
          <Button kind="primary" isDisabled={!isStated} onPress={() => answerFirst(true)}>
            {t('documents.scan.send')}
          </Button>
        </>
      }
    >
      <p>{t('documents.scan.text', { name })}</p>
      <Checkbox isSelected={isStated} onChange={setStated}>
        {t('documents.scan.state')}
      </Checkbox>
    </Dialog>
  )
}
