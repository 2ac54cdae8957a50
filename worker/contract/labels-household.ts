/** The Chinese word for each term of a household's chain. */
import type { HouseholdStep } from './terms-household.ts'

export const householdStepLabels = {
  join: '加入这一户',
  move: '转到另一户',
  leave: '离开这一户',
} satisfies Record<HouseholdStep, string>
