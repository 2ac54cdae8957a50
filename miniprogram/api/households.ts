/** Households, as the phone calls them. */
import type { ChangeHousehold, HouseholdChanged, HouseholdView } from '../../worker/contract/household.ts'
import { householdSays } from '../labels/household.ts'
import { read } from './http.ts'
import { act } from './unsent.ts'

export const getHousehold = (id: string) => read<HouseholdView>(`/households/${id}`)

export const changeHousehold = (id: string, place: string, body: ChangeHousehold) => act<HouseholdChanged>({
  slot: `household|${id}`, what: householdSays.act(place), method: 'POST', path: `/households/${id}/changes`, body,
})
