import { lapseExplanations } from '../explanations/index.ts'
import type { Task } from './task.ts'

/** What comes with the time on either host: tasks that need the county's database and nothing else. */
export const countyTasks: readonly Task[] = [
  { name: 'lapse', dailyAfter: '00:05', run: (services) => lapseExplanations(services) },
]
