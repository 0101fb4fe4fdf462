export { codeOf, dayWords, type Names, paperLabel, type TaskRecord } from './domain.ts'
export { actingIn, present, type Presented, rowsOf, sidesOf } from './service.ts'
export { agencies, agenciesOf, onDay, selectRecords, storiesOf, toRecord } from './store.ts'
