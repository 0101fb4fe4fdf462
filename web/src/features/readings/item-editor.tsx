import type { Directive } from '@hopluc/shared/directives'
import { mannerFor } from '@hopluc/shared/reading-review'
import { type CardDue, Manner } from '@hopluc/shared/readings'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { MultiComboBox } from '../../ui/combo-box.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { bodyIds, bodyOptions, chosenBodies } from './bodies.ts'
import { useBodies, useDirectiveChange } from './notice-queries.ts'

/** An item of the draft, before it is issued: its draft tasks follow. */
export function ItemEditor({ directive, onClose }: { directive: Directive; onClose: () => void }) {
  const { id, version } = directive
  const { data: setting } = useQuery(useBodies(directive.readingId))
  const [text, setText] = useState(directive.text)
  const [leadIds, setLeadIds] = useState(directive.leads.map((lead) => lead.id))
  const [coIds, setCoIds] = useState(directive.cos.map((co) => co.id))
  const [manner, setManner] = useState(directive.manner)
  const [dueOn, setDueOn] = useState(directive.dueOn)
  const [product, setProduct] = useState(directive.product ?? '')
  const change = useDirectiveChange()
  const due: CardDue | null = dueOn
    ? { on: dueOn, recurrence: null, isStanding: false, source: 'proposed' }
    : null
  const save = () =>
    change.mutate(
      {
        id,
        version,
        text: text.trim(),
        leadIds,
        coIds,
        manner,
        product: product.trim() === '' ? null : product.trim(),
        ...(dueOn !== directive.dueOn && { due }),
      },
      { onSuccess: onClose },
    )
  return (
    <Drawer
      title={t('readings.card.number', { number: directive.position })}
      isOpen
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          isPending={change.isPending}
          isDisabled={text.trim() === ''}
          onPress={save}
        >
          {t('readings.notice.save')}
        </Button>
      }
    >
      <div className="form">
        {change.error && <Notice kind="error">{sentence(change.error)}</Notice>}
        <TextArea label={t('readings.edit.text')} value={text} onChange={setText} rows={4} />
        {setting && (
          <>
            <MultiComboBox
              label={t('readings.edit.lead')}
              options={bodyOptions(setting)}
              chosen={chosenBodies(leadIds, setting)}
              onChange={(chosen) => {
                const next = bodyIds(chosen, setting)
                setLeadIds(next)
                setManner(mannerFor(next, setting.agencies))
              }}
            />
            <MultiComboBox
              label={t('readings.edit.co')}
              options={bodyOptions(setting)}
              chosen={chosenBodies(coIds, setting)}
              onChange={(chosen) => setCoIds(bodyIds(chosen, setting))}
            />
          </>
        )}
        <Select
          label={t('readings.edit.manner')}
          options={Manner.options.map((value) => ({ value, label: t(`readings.manner.${value}`) }))}
          value={manner}
          onChange={setManner}
        />
        <DatePicker label={t('readings.edit.due')} value={dueOn} onChange={setDueOn} />
        <TextField
          label={t('readings.edit.product')}
          placeholder={t('readings.edit.productHint')}
          value={product}
          onChange={setProduct}
        />
      </div>
    </Drawer>
  )
}
