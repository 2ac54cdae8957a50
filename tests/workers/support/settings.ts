/** What the founding process and the Worker under test must agree on. */
export const fieldKeys = `k1:${btoa('thirty-two bytes, made for tests')}`
export const tenGrantsFen = 80_000
/** Accepted requests that wait in township 3. */
export const crowd = 33
