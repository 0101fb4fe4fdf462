import { IconMessagePlus, IconMicrophone } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { t, withTexts } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'

const load = withTexts(() => import('./direct-about.tsx'))
const Direct = lazy(async () => ({ default: (await load()).DirectAbout }))

/** Only where the browser understands speech. */
const canSpeak = () => 'SpeechRecognition' in globalThis || 'webkitSpeechRecognition' in globalThis

/** On the phone the chair's word is one press away: typed or spoken. */
export function DirectBar() {
  const { open, show, dialog } = useDirect()
  return (
    <div className="home-direct">
      <Button kind="primary" icon={IconMessagePlus} onPress={() => show('typed')}>
        {t('home.direct')}
      </Button>
      {canSpeak() && (
        <Button icon={IconMicrophone} onPress={() => show('spoken')}>
          {t('home.speak')}
        </Button>
      )}
      {open && dialog}
    </div>
  )
}

/** The same on a wide screen: a quiet word in the head of what waits. */
export function DirectLink() {
  const { open, show, dialog } = useDirect()
  return (
    <>
      <Button kind="quiet" isSmall onPress={() => show('typed')}>
        {t('home.direct')}
      </Button>
      {open && dialog}
    </>
  )
}

function useDirect() {
  const [open, setOpen] = useState<'typed' | 'spoken' | null>(null)
  const dialog = (
    <Suspense>
      <Direct isListening={open === 'spoken'} onClose={() => setOpen(null)} />
    </Suspense>
  )
  return { open, show: setOpen, dialog }
}
