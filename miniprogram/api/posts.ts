/** The post that an officer binds to this WeChat. */
import type { PostBound } from '../../worker/contract/posts.ts'
import { write } from './http.ts'
import { newKey } from './key.ts'
import { session, renewSession } from './session.ts'

/** Good once: it is tried now or not at all. Afterwards the phone signs in anew, for its posts are others. */
export async function bindPost(bindingCode: string) {
  const result = await write<PostBound>('POST', '/post-bindings', newKey(), { bindingCode })
  const token = session()?.token
  if (result.ok && token) await renewSession(token)
  return result
}
