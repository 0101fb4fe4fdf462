import { LifeSection } from './life-section.tsx'
import { RegisteredSection } from './registered-section.tsx'
import { ENTITY_SECTIONS, type EntityPartProps, type EntitySection } from './sections.ts'
import { SizeSection } from './size-section.tsx'
import { WarningsSection } from './warnings-section.tsx'

/** Three columns: who it is and was, what it counts and makes, what is done for it and what it asks. */
export function OverviewTab(props: EntityPartProps) {
  const column = (wanted: EntitySection['column']) =>
    ENTITY_SECTIONS.filter(
      ({ column: of, kinds }) =>
        of === wanted && (!kinds || kinds.includes(props.entity.attributes.kind)),
    ).map(({ id, component: Part }) => <Part key={id} {...props} />)
  return (
    <div className="registry-overview">
      <div>
        <RegisteredSection {...props} />
        <LifeSection {...props} />
        {column('who')}
      </div>
      <div>
        <SizeSection {...props} />
        {column('what')}
      </div>
      <div>
        <WarningsSection {...props} />
        {column('work')}
      </div>
    </div>
  )
}
