import { IconMicrophone, IconPlayerStop } from '@tabler/icons-react'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { useDictation } from './use-dictation.ts'

export interface SpokenTextProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly isListening?: boolean | undefined
}

/** A text that is typed, or spoken where the browser understands speech. */
export function SpokenText({ label, hint, value, onChange, isListening = false }: SpokenTextProps) {
  const dictation = useDictation(
    (words) => onChange(value.trim() ? `${value.trimEnd()} ${words}` : words),
    isListening,
  )
  return (
    <div className="tasks-spoken">
      <TextArea
        label={label}
        hint={hint}
        rows={5}
        value={value}
        onChange={onChange}
        isRequired
        name="text"
      />
      {dictation.canListen && (
        <Button
          isSmall
          icon={dictation.isOn ? IconPlayerStop : IconMicrophone}
          onPress={dictation.toggle}
        >
          {t(dictation.isOn ? 'tasks.speak.stop' : 'tasks.speak')}
        </Button>
      )}
      {dictation.isOn && (
        <output className="small muted">{dictation.heard || t('tasks.speak.listening')}</output>
      )}
      {dictation.isDenied && <p className="small amber">{t('tasks.speak.denied')}</p>}
    </div>
  )
}
