import './import.css'
import type {
  EntityImportCommand,
  EntityImportOrder,
  EntityImportPreview,
  ImportMapping,
} from '@hopluc/shared/entity-import'
import { ImportSource } from '@hopluc/shared/entity-import'
import type { PlainDate } from '@hopluc/shared/values'
import { IconFileSpreadsheet, IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../../../lib/api.ts'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-picker.tsx'
import { type DroppedFile, FileDrop } from '../../../ui/file-drop.tsx'
import { Page } from '../../../ui/page.tsx'
import { Select } from '../../../ui/select.tsx'
import { ErrorState, Notice, Skeleton } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSession } from '../../session/queries.ts'
import { sendFile } from '../../tasks/deeds/evidence-fields.tsx'
import type { Chosen } from './chosen.ts'
import { MappingPart } from './mapping-part.tsx'
import { EnterBar } from './enter-bar.tsx'
import { PreviewPart } from './preview-part.tsx'
import { useEntityImport } from './queries.ts'
import { RunningPart } from './running-part.tsx'

const MAX_FILE = 25_000_000

interface Fields {
  source: ImportSource
  day: PlainDate | null
  sheet?: string | undefined
  mapping?: ImportMapping | undefined
}
const NONE: Chosen = { lines: new Set(), gone: new Set(), goneAs: null }

/** A list from a file: how its columns are meant, what it would do, and only then the import. */
export function RegistryImportPage() {
  const { today } = useSession()
  const [fields, setFields] = useState<Fields>({ source: 'import', day: today })
  const [file, setFile] = useState<(DroppedFile & { fileId?: string }) | null>(null)
  const [chosen, setChosen] = useState<Chosen>(NONE)
  const { look, enter } = useEntityImport()
  const see = (next: Fields, fileId = file?.fileId) => {
    setFields(next)
    setChosen(NONE)
    enter.reset()
    const command = commandOf(next, fileId)
    if (command) look.mutate(command)
    else look.reset()
  }
  const take = async ([given]: readonly File[]) => {
    if (!given) return
    look.reset()
    const shown = { id: 'file', name: given.name, size: given.size }
    setFile({ ...shown, share: 0 })
    try {
      const sent = await sendFile(given, (share) =>
        setFile({ ...shown, share: Math.min(share, 0.99) }),
      )
      setFile({ ...shown, share: 1, fileId: sent.id })
      see({ source: fields.source, day: fields.day }, sent.id)
    } catch (error) {
      setFile({ ...shown, error: sentence(error) })
    }
  }
  const again = () => {
    enter.reset()
    look.reset()
    setFile(null)
    setChosen(NONE)
  }
  const command = commandOf(fields, file?.fileId)
  const preview = look.data
  const run = (order: Partial<EntityImportOrder>) =>
    command && enter.mutate({ ...command, isPartial: false, gone: [], ...order })
  if (enter.data && command)
    return <RunningPart start={enter.data} command={command} onAgain={again} />
  return (
    <Page
      title={t('registryImport.title')}
      crumbs={[{ label: t('registry.short'), to: '/registry' }]}
      actions={
        <>
          <ButtonLink to="/registry/imports" icon={IconHistory}>
            {t('registryImport.past')}
          </ButtonLink>
          <TemplateButton />
        </>
      }
      {...(preview && {
        bar: (
          <EnterBar
            preview={preview}
            source={fields.source}
            chosen={chosen}
            isPending={enter.isPending}
            onEnter={run}
          />
        ),
      })}
    >
      <div className="registry-import-fields">
        <RadioGroup
          label={t('registryImport.source')}
          choices={ImportSource.options.map((source) => ({
            value: source,
            label: t(`registryImport.source.${source}`),
            note: t(`registryImport.source.${source}.note`),
          }))}
          value={fields.source}
          onChange={(source) => see({ ...fields, source: ImportSource.parse(source) })}
        />
        <DateField
          label={t('registryImport.day')}
          hint={t('registryImport.day.hint')}
          value={fields.day}
          max={today}
          onChange={(day) => see({ ...fields, day })}
        />
        <FileDrop
          label={t('registryImport.file')}
          hint={t('registryImport.file.hint')}
          accept={['.xlsx', '.csv']}
          maxBytes={MAX_FILE}
          files={file ? [file] : []}
          onFiles={(files) => void take(files)}
          onRemove={again}
        />
      </div>
      {look.error && <ErrorState error={look.error} />}
      {enter.error && <ErrorState error={enter.error} />}
      {look.isPending && (
        <>
          <Notice kind="info">{t('registryImport.reading')}</Notice>
          <Skeleton rows={8} />
        </>
      )}
      {preview && (
        <>
          <Sheets
            preview={preview}
            onChange={(sheet) => see({ ...fields, sheet, mapping: undefined })}
          />
          <MappingPart
            key={`${preview.sheet} ${preview.headerLine}`}
            preview={preview}
            onApply={(mapping) => see({ ...fields, sheet: preview.sheet, mapping })}
          />
          <PreviewPart
            preview={preview}
            source={fields.source}
            chosen={chosen}
            onChoose={setChosen}
          />
        </>
      )}
    </Page>
  )
}

function commandOf(
  { source, day, sheet, mapping }: Fields,
  fileId: string | undefined,
): EntityImportCommand | undefined {
  if (!day || !fileId) return undefined
  return { fileId, source, day, ...(sheet && { sheet }), ...(mapping && { mapping }) }
}

function TemplateButton() {
  const save = () =>
    api
      .download('/entities/imports/template')
      .catch((error: unknown) => toast(sentence(error), { kind: 'late' }))
  return (
    <Button icon={IconFileSpreadsheet} onPress={() => void save()}>
      {t('registryImport.template')}
    </Button>
  )
}

/** Only where there are several. */
function Sheets(props: { preview: EntityImportPreview; onChange: (sheet: string) => void }) {
  const { sheets, sheet } = props.preview
  if (sheets.length < 2) return null
  return (
    <div className="registry-import-fields">
      <Select
        label={t('registryImport.sheet')}
        options={sheets.map((name) => ({ value: name, label: name }))}
        value={sheet}
        onChange={props.onChange}
      />
    </div>
  )
}
