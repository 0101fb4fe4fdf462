import './file-drop.css'
import { IconUpload, IconX } from '@tabler/icons-react'
import { type ClipboardEvent, type DragEvent, type ReactNode, useId, useRef, useState } from 'react'
import { formatBytes, formatShare } from '../lib/format.ts'
import { t } from '../lib/i18n.ts'
import { Progress } from './bar.tsx'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { Status } from './status.tsx'

/** A file on its way, as the page keeps it. */
export interface DroppedFile {
  readonly id: string
  readonly name: string
  readonly size: number
  /** Share sent so far, 0 to 1; 1 when the server has it. Without it nothing was sent yet. */
  readonly share?: number | undefined
  readonly error?: string | undefined
}

export interface FileDropProps {
  readonly label: string
  /** Endings that are taken: `['.pdf', '.docx']`. */
  readonly accept: readonly string[]
  readonly maxBytes: number
  readonly isMultiple?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  /** Files that fit, and those that do not, each with why. */
  readonly onFiles: (files: readonly File[]) => void
  /** Pasted text, where a text is as good as a file. */
  readonly onText?: ((text: string) => void) | undefined
  readonly files?: readonly DroppedFile[] | undefined
  readonly onRemove?: ((id: string) => void) | undefined
  readonly hint?: ReactNode
}

/** Files by dragging, choosing or pasting; what cannot be taken is said at once, by name. */
export function FileDrop(props: FileDropProps) {
  const { label, accept, maxBytes, isMultiple = false, isDisabled = false, files = [] } = props
  const input = useRef<HTMLInputElement>(null)
  const hintId = useId()
  const [isOver, setIsOver] = useState(false)
  const [refused, setRefused] = useState<readonly DroppedFile[]>([])
  const kinds = accept.join(', ')

  const take = (given: readonly File[]) => {
    if (isDisabled || given.length === 0) return
    const wrong = given.flatMap((file) => {
      const error = fault(file, accept, maxBytes)
      return error
        ? [{ id: `${file.name} ${file.size}`, name: file.name, size: file.size, error }]
        : []
    })
    setRefused(wrong)
    const right = given.filter((file) => !fault(file, accept, maxBytes))
    if (right.length > 0) props.onFiles(isMultiple ? right : right.slice(0, 1))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    take([...event.dataTransfer.files])
  }
  const paste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files]
    const text = event.clipboardData.getData('text')
    if (pasted.length === 0 && !(text && props.onText)) return
    event.preventDefault()
    if (pasted.length > 0) take(pasted)
    else props.onText?.(text)
  }
  return (
    <div className="field">
      {/* The zone only listens; the button inside is what keyboard and reader use. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <fieldset
        className={`file-drop${isOver ? ' file-drop-over' : ''}`}
        aria-label={label}
        aria-describedby={hintId}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(!isDisabled)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        onPaste={paste}
      >
        <Icon of={IconUpload} />
        <span>{t(isOver ? 'ui.drop.release' : 'ui.drop.here')}</span>
        <Button isSmall isDisabled={isDisabled} onPress={() => input.current?.click()}>
          {t('ui.drop.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          tabIndex={-1}
          aria-label={label}
          accept={accept.join(',')}
          multiple={isMultiple}
          onChange={({ currentTarget }) => {
            take([...(currentTarget.files ?? [])])
            currentTarget.value = ''
          }}
        />
      </fieldset>
      <p className="field-hint" id={hintId}>
        {t('ui.drop.kinds', { kinds, size: formatBytes(maxBytes) })}
        {props.hint && <>. {props.hint}</>}
      </p>
      <FileList
        files={[...files, ...refused]}
        onRemove={props.onRemove}
        onForget={setRefused}
        refused={refused}
      />
    </div>
  )
}

function fault(file: File, accept: readonly string[], maxBytes: number): string | undefined {
  const isKnown = accept.some((ending) => file.name.toLowerCase().endsWith(ending))
  if (!isKnown) return t('ui.drop.badKind', { kinds: accept.join(', ') })
  if (file.size <= maxBytes) return undefined
  return t('ui.drop.tooBig', { size: formatBytes(file.size), limit: formatBytes(maxBytes) })
}

function FileList(props: {
  files: readonly DroppedFile[]
  refused: readonly DroppedFile[]
  onRemove: ((id: string) => void) | undefined
  onForget: (rest: readonly DroppedFile[]) => void
}) {
  const { files, refused, onRemove, onForget } = props
  if (files.length === 0) return null
  return (
    <ul className="file-list" aria-live="polite">
      {files.map((file) => {
        const isRefused = refused.includes(file)
        const forget = () =>
          isRefused ? onForget(refused.filter((one) => one !== file)) : onRemove?.(file.id)
        return (
          <li key={file.id}>
            <span className="file-name">
              {file.name} <span className="muted small figures">{formatBytes(file.size)}</span>
              <FileState file={file} />
            </span>
            {(isRefused || onRemove) && (
              <IconButton
                label={t('ui.remove', { name: file.name })}
                icon={IconX}
                isSmall
                onPress={forget}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function FileState({ file: { share, error, name } }: { file: DroppedFile }) {
  if (error) return <span className="field-error">{error}</span>
  if (share === undefined) return null
  if (share >= 1) return <Status kind="done">{t('ui.drop.sent')}</Status>
  return (
    <span className="file-sending">
      <Progress label={name} share={share} />
      <span className="muted small figures">
        {t('ui.drop.sending', { share: formatShare(share, 0) })}
      </span>
    </span>
  )
}
