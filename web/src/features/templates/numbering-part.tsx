import { PaperKind } from '@hopluc/shared/documents'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { MultiComboBox } from '../../ui/combo-box.tsx'
import { FormActions } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { numberingQuery, useNumbering } from './queries.ts'

const asOption = (kind: PaperKind) => ({ value: kind, label: t(`documents.kind.${kind}`) })

/** Which kinds have books of their own; the administrator chooses, all see it. */
export function NumberingPart() {
  const { data } = useSuspenseQuery(numberingQuery)
  const { mutate, isPending, error } = useNumbering()
  const [kinds, setKinds] = useState<readonly PaperKind[]>(data.kinds)
  const mayChange = data.allowed.includes('change')
  const isSame = kinds.join() === data.kinds.join()
  const save = () =>
    mutate(
      { version: data.version, kinds: [...kinds] },
      { onSuccess: () => toast(t('numbering.saved')) },
    )
  return (
    <Section title={t('numbering.title')}>
      <p className="muted small">
        {t('numbering.note')}
        {data.since && ` ${t('numbering.since', { day: formatDate(data.since) })}`}
      </p>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {mayChange ? (
        <div className="form templates-numbering">
          <MultiComboBox
            label={t('numbering.kinds')}
            hint={t('numbering.hint')}
            options={PaperKind.options.map(asOption)}
            chosen={kinds.map(asOption)}
            onChange={(chosen) =>
              setKinds(
                chosen.flatMap(({ value }) => PaperKind.options.find((one) => one === value) ?? []),
              )
            }
          />
          <FormActions>
            <Button isPending={isPending} isDisabled={isSame} onPress={save}>
              {t('numbering.save')}
            </Button>
          </FormActions>
        </div>
      ) : (
        <p className="templates-numbering">
          {data.kinds.length > 0
            ? data.kinds.map((kind) => t(`documents.kind.${kind}`)).join(', ')
            : t('numbering.none')}
        </p>
      )}
    </Section>
  )
}
