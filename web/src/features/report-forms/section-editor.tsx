import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import type { FormDefinition, FormSection } from '@hopluc/shared/report-forms'
import { t } from '../../lib/i18n.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { freeKey, moved, newSection, put, without } from './form-model.ts'
import { IndicatorLines } from './indicator-lines.tsx'

export interface DefinitionProps {
  readonly definition: FormDefinition
  readonly mayEdit: boolean
  readonly onChange: (definition: FormDefinition) => void
}

const KINDS = ['grid', 'questions', 'notes'] as const

/** The parts of a form, in order. */
export function SectionsEditor({ definition, mayEdit, onChange }: DefinitionProps) {
  const { sections } = definition
  const set = (next: FormSection[]) => onChange({ ...definition, sections: next })
  const keys = sections.map(({ key }) => key)
  return (
    <>
      {sections.length === 0 && <EmptyState>{t('forms.sections.none')}</EmptyState>}
      {sections.map((section, at) => (
        <Section
          key={section.key}
          title={section.title || t(`forms.kind.${section.kind}`)}
          note={t(`forms.kind.${section.kind}`)}
          more={
            mayEdit && (
              <>
                <IconButton
                  label={t('forms.up')}
                  icon={IconArrowUp}
                  isSmall
                  isDisabled={at === 0}
                  onPress={() => set(moved(sections, at, -1))}
                />
                <IconButton
                  label={t('forms.down')}
                  icon={IconArrowDown}
                  isSmall
                  isDisabled={at === sections.length - 1}
                  onPress={() => set(moved(sections, at, 1))}
                />
                <IconButton
                  label={t('ui.remove', { name: section.title || t(`forms.kind.${section.kind}`) })}
                  icon={IconTrash}
                  isSmall
                  onPress={() => set(without(sections, at))}
                />
              </>
            )
          }
        >
          <div className="form-section">
            {mayEdit && (
              <TextField
                label={t('forms.section.title')}
                isRequired
                value={section.title}
                onChange={(title) => set(put(sections, at, { ...section, title }))}
              />
            )}
            <Inside
              section={section}
              mayEdit={mayEdit}
              onChange={(next) => set(put(sections, at, next))}
            />
          </div>
        </Section>
      ))}
      {mayEdit && (
        <p className="form-add">
          <Menu
            label={t('forms.section.add')}
            words={t('forms.section.add')}
            icon={IconPlus}
            actions={KINDS.map((kind) => ({
              id: kind,
              label: t(`forms.kind.${kind}`),
              run: () => set([...sections, newSection(kind, keys)]),
            }))}
          />
        </p>
      )}
    </>
  )
}

interface InsideProps {
  readonly section: FormSection
  readonly mayEdit: boolean
  readonly onChange: (section: FormSection) => void
}

function Inside({ section, mayEdit, onChange }: InsideProps) {
  if (section.kind === 'notes') return <p className="muted small">{t('forms.notes.hint')}</p>
  if (section.kind === 'questions')
    return <Questions section={section} mayEdit={mayEdit} onChange={onChange} />
  return (
    <>
      {mayEdit && (
        <div className="form-rows">
          <Select
            label={t('forms.rows')}
            value={section.rows}
            onChange={(rows) => onChange({ ...section, rows })}
            options={[
              { value: 'entities', label: t('forms.rows.entities') },
              { value: 'indicators', label: t('forms.rows.indicators') },
            ]}
          />
          {section.rows === 'entities' && (
            <Checkbox
              isSelected={section.hasGroupLine}
              onChange={(hasGroupLine) => onChange({ ...section, hasGroupLine })}
            >
              {t('forms.groupLine')}
            </Checkbox>
          )}
        </div>
      )}
      <IndicatorLines section={section} mayEdit={mayEdit} onChange={onChange} />
    </>
  )
}

type QuestionsSection = Extract<FormSection, { kind: 'questions' }>

function Questions(props: {
  section: QuestionsSection
  mayEdit: boolean
  onChange: (section: FormSection) => void
}) {
  const { section, mayEdit, onChange } = props
  const { questions } = section
  if (!mayEdit)
    return (
      <ol className="form-questions">
        {questions.map(({ key, text, isRequired }) => (
          <li key={key}>
            {text} {isRequired && <small className="muted">({t('ui.required')})</small>}
          </li>
        ))}
      </ol>
    )
  return (
    <>
      {questions.map((question, at) => (
        <div key={question.key} className="form-question">
          <TextField
            label={t('forms.question', { no: at + 1 })}
            isRequired
            value={question.text}
            onChange={(text) =>
              onChange({ ...section, questions: put(questions, at, { ...question, text }) })
            }
          />
          <Checkbox
            isSelected={question.isRequired}
            onChange={(isRequired) =>
              onChange({ ...section, questions: put(questions, at, { ...question, isRequired }) })
            }
          >
            {t('forms.required')}
          </Checkbox>
          <IconButton
            label={t('ui.remove', { name: question.text || t('forms.question', { no: at + 1 }) })}
            icon={IconTrash}
            isSmall
            isDisabled={questions.length === 1}
            onPress={() => onChange({ ...section, questions: without(questions, at) })}
          />
        </div>
      ))}
      <p className="form-add">
        <Button
          isSmall
          icon={IconPlus}
          onPress={() => {
            const key = freeKey(
              'q',
              questions.map((one) => one.key),
            )
            onChange({
              ...section,
              questions: [...questions, { key, text: '', isRequired: false }],
            })
          }}
        >
          {t('forms.question.add')}
        </Button>
      </p>
    </>
  )
}
