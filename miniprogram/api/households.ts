/** Households, as the phone calls them. */
import type {
  AidEntered, ChangeHousehold, EnterAid, HouseholdChain, HouseholdChanged, HouseholdView,
} from '../../worker/contract/household.ts'
import { householdSays } from '../labels/household.ts'
import { read } from './http.ts'
import { act } from './unsent.ts'

export const getHousehold = (id: string) => read<HouseholdView>(`/households/${id}`)

export const getChain = (id: string) => read<HouseholdChain>(`/households/${id}/chain`)

export const changeHousehold = (id: string, place: string, body: ChangeHousehold) => act<HouseholdChanged>({
  slot: `household|${id}`, what: householdSays.act(place), method: 'POST', path: `/households/${id}/changes`, body,
})

export const enterAid = (id: string, place: string, body: EnterAid) => act<AidEntered>({
  slot: `aid|${id}`, what: householdSays.aid(place), method: 'POST', path: `/households/${id}/aid`, body,
})
