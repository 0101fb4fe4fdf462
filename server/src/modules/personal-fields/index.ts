import './people.ts'
import './papers.ts'

export {
  declarePersonalData,
  findPersonal,
  listPersonal,
  type MaskKind,
  type MaskRule,
  type Personal,
  type PersonalColumn,
  type PersonalTable,
} from './declare.ts'
export { purposeWords } from './purposes.ts'
export { masked, maskedFor, showPersonal } from './mask.ts'
