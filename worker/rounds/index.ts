/** The door: the clock's rounds. Both hosts call `tick`; a task that needs a disk stands with the Node host. */
export { countyTasks } from './county-tasks.ts'
export type { Outcome } from './record.ts'
export type { Detail, Round, Task } from './task.ts'
export { TaskFailed } from './task.ts'
export { tick } from './tick.ts'
