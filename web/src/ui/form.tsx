import type { FormEvent, ReactNode } from 'react'
import { Form as AriaForm } from 'react-aria-components/Form'
import { fieldErrors } from '../lib/api-error.ts'

export interface FormProps {
  readonly children: ReactNode
  readonly onSubmit: () => void
  /** An `ApiError`: its issues are shown at the fields of the same `name`. */
  readonly error?: unknown
  /** For a button outside of it: `<Button type="submit" form={id}>`. */
  readonly id?: string | undefined
  /** Read aloud as the form's name. */
  readonly label?: string | undefined
}

/** Fields one under another. Never sends by itself, never loses what was typed. */
export function Form({ children, onSubmit, error, id, label }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <AriaForm
      className="form"
      validationBehavior="aria"
      validationErrors={fieldErrors(error)}
      onSubmit={submit}
      {...(id && { id })}
      {...(label && { 'aria-label': label })}
    >
      {children}
    </AriaForm>
  )
}

/** Fields side by side while there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="form-row">{children}</div>
}

/** The buttons at a form's end. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="form-actions">{children}</div>
}
