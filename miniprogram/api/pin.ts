/** The PIN of an officer (D-08). It is never stored on the phone. */
import type { DemoPeople } from '../../worker/contract/identity.ts'
import type { PinSet, SecondProven, SecondState, SetPin } from '../../worker/contract/second.ts'
import { read, readOpen, write } from './http.ts'
import { newKey } from './key.ts'

export const viewSecond = () => read<SecondState>('/session/second')
export const proveSecond = (pin: string) => write<SecondProven>('POST', '/session/second', newKey(), { pin })
export const setPin = (body: SetPin) => write<PinSet>('PUT', '/session/pin', newKey(), body)

/** What everybody's PIN is in a demo; empty in a real county. */
export async function demoPin(): Promise<string> {
  const result = await readOpen<DemoPeople>('/demo/people')
  return result.ok ? result.data.pin : ''
}
