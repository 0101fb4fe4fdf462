import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import type { Entry } from './use-entry.ts'
import type { Remarks } from './use-remarks.ts'

interface RemarkPartProps {
  readonly remarks: Remarks
  readonly entry: Entry
  readonly activeKey: string | null
  readonly onGo: (key: string) => void
}

/** Whoever reads the return notes at the cell what is to be put right; it leaves with "Trả lại". */
export function RemarkPart({ remarks, entry, activeKey, onGo }: RemarkPartProps) {
  const cell = activeKey === null ? undefined : entry.byKey.get(activeKey)
  const wordsOf = (key: string) => {
    const one = entry.byKey.get(key)
    return one ? `${entry.rowName(one)}, ${entry.columnWords(one)}` : key
  }
  return (
    <Section title={t('returns.remarks')} note={remarks.list.length || undefined}>
      {cell && activeKey ? (
        <TextArea
          key={activeKey}
          label={t('returns.remarks.at', { cell: wordsOf(activeKey) })}
          rows={2}
          value={remarks.of(activeKey)}
          onChange={(text) => remarks.say(activeKey, text)}
        />
      ) : (
        <p className="muted small">{t('returns.remarks.none')}</p>
      )}
      <ul className="return-checks">
        {remarks.list
          .filter((one) => one.cell !== activeKey)
          .map(({ cell: key, text }) => (
            <li key={key}>
              <button type="button" className="text-button" onClick={() => onGo(key)}>
                {wordsOf(key)}
              </button>
              <p>{text}</p>
            </li>
          ))}
      </ul>
    </Section>
  )
}
