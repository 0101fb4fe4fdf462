import type { FormDefinition, FormGrid } from '@hopluc/shared/report-forms'
import { useQuery } from '@tanstack/react-query'
import { language, t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { indicatorsQuery } from './queries.ts'

/** How the form will look to those who fill it in. */
export function FormPreview({ definition }: { definition: FormDefinition }) {
  return (
    <Section title={t('forms.preview')}>
      {definition.sections.length === 0 && (
        <p className="muted small">{t('forms.sections.none')}</p>
      )}
      {definition.sections.map((section) => (
        <div key={section.key} className="form-preview">
          <h3>{section.title || t(`forms.kind.${section.kind}`)}</h3>
          {section.kind === 'grid' && <GridPreview grid={section} />}
          {section.kind === 'questions' && (
            <ol className="form-questions">
              {section.questions.map(({ key, text }) => (
                <li key={key}>{text || '…'}</li>
              ))}
            </ol>
          )}
          {section.kind === 'notes' && <div className="form-preview-notes" />}
        </div>
      ))}
    </Section>
  )
}

function useNames() {
  const { data } = useQuery(indicatorsQuery)
  return ({ code, label }: { code: string; label: string | null }) => {
    const found = data?.items.find((one) => one.code === code)
    const name = language() === 'en' && found?.nameEn ? found.nameEn : found?.name
    return { name: label ?? name ?? code, measure: found?.measure ?? '' }
  }
}

function GridPreview({ grid }: { grid: FormGrid }) {
  const nameOf = useNames()
  if (grid.indicators.length === 0)
    return <p className="muted small">{t('forms.indicators.none')}</p>
  if (grid.rows === 'indicators')
    return (
      <table className="form-table">
        <tbody>
          {grid.indicators.map((line, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines keep their place
            <tr key={at}>
              <th scope="row">
                {nameOf(line).name} <small>{nameOf(line).measure}</small>
              </th>
              <td>{line.columns.map((column) => t(`forms.column.${column}`)).join(' | ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )
  return (
    <section
      className="form-table-frame"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the keyboard
      tabIndex={0}
      aria-label={grid.title || t('forms.kind.grid')}
    >
      <table className="form-table">
        <thead>
          <tr>
            <th rowSpan={2}>{t('forms.rows.name')}</th>
            {grid.indicators.map((line, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- lines keep their place
              <th key={at} colSpan={line.columns.length}>
                {nameOf(line).name}, {nameOf(line).measure}
              </th>
            ))}
          </tr>
          <tr>
            {grid.indicators.flatMap((line, at) =>
              line.columns.map((column) => (
                <th key={`${at} ${column}`}>{t(`forms.column.${column}`)}</th>
              )),
            )}
          </tr>
        </thead>
      </table>
    </section>
  )
}
