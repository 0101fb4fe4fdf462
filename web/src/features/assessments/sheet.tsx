import type { Assessment, AssessmentLevel, AssessmentRow } from '@hopluc/shared/assessments'
import { t } from '../../lib/i18n.ts'
import { Scroll } from '../../ui/scroll.tsx'
import { points } from './words.tsx'

const LEVELS = ['self', 'commune', 'province'] as const satisfies readonly AssessmentLevel[]

/** Every criterion with what the rules give, what each level gave, and why it differs. */
export function Sheet({ one }: { one: Assessment }) {
  const levels = LEVELS.filter((level) =>
    one.rows.some(({ marks }) => marks.some((mark) => mark.level === level)),
  )
  return (
    <Scroll label={t('assess.sheet')}>
      <table className="assess-sheet">
        <thead>
          <tr>
            <th scope="col">{t('assess.criterion')}</th>
            <th scope="col">{t('assess.max')}</th>
            <th scope="col">{t('assess.computed')}</th>
            {levels.map((level) => (
              <th key={level} scope="col">
                {t(`assess.level.${level}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {one.rows.map((row) => (
            <tr key={row.key} className={row.isGroup ? 'assess-group' : ''}>
              <th scope="row">
                <CriterionWords row={row} />
              </th>
              <td className="figures" data-head={t('assess.max')}>
                {points(row.max)}
              </td>
              {!row.isGroup && (
                <>
                  <td className="figures" data-head={t('assess.computed')}>
                    {points(row.computed)}
                  </td>
                  {levels.map((level) => (
                    <td key={level} className="figures" data-head={t(`assess.level.${level}`)}>
                      {points(row.marks.find((mark) => mark.level === level)?.points ?? null)}
                    </td>
                  ))}
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

export function CriterionWords({ row }: { row: AssessmentRow }) {
  const notes = row.marks.filter(({ note }) => note !== null)
  return (
    <>
      <span className="assess-key">{row.key}</span> {row.name}
      {!row.isGroup && <small>{row.why}</small>}
      {row.evidence && <small>{t('assess.evidence', { words: row.evidence })}</small>}
      {notes.map(({ level, note }) => (
        <small key={level} className="assess-note">
          {t(`assess.level.${level}`)}: {note}
        </small>
      ))}
    </>
  )
}
