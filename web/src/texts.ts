import { HOME } from './features/home/texts.ts'
import { TASK_LINES } from './features/tasks/texts-lines.ts'
import { SESSION } from './features/session/texts.ts'
import { SHELL } from './features/shell/texts.ts'
import { LIB } from './lib/texts.ts'
import { UI } from './ui/texts.ts'

/** The texts of the first load: sign-in, the frame, home and what home shows of tasks. */
export const VI = { ...LIB, ...UI, ...SHELL, ...SESSION, ...HOME, ...TASK_LINES }
