/** The part of the Workers runtime that these tests use; the whole description is half a megabyte. */
declare module 'cloudflare:workers' {
  export const env: import('../../../worker/edge/env.ts').Env
  export const exports: { default: { fetch(request: Request): Promise<Response> } }
}
