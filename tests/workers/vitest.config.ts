import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineProject } from 'vitest/config'
import { sandboxAppId, sandboxSecret } from '../../preview/wechat-sandbox.ts'
import { fieldKeys } from './support/settings.ts'

const packages = ['zod', 'zod/locales', 'hono', 'drizzle-orm/libsql/http', '@libsql/client/http', 'image-size']

/** The same app in real workerd. The Worker's whole outside is `support/outside.ts`, in this process. */
export default defineProject({
  cacheDir: '../../node_modules/.vite/workers',
  plugins: [cloudflareTest({
    main: '../../worker/index.ts',
    remoteBindings: false,
    miniflare: {
      compatibilityDate: '2026-10-01', compatibilityFlags: ['nodejs_compat'], cf: false, r2Buckets: ['FILES'],
      bindings: {
        LIBSQL_URL: 'http://one.county.test', LIBSQL_AUTH_TOKEN: 'test-token', FIELD_KEYS: fieldKeys, WECHAT_BASE: 'http://wechat.test',
        WECHAT_APPID: sandboxAppId, WECHAT_SECRET: sandboxSecret,
      },
      outboundService: async (request: Request) => (await import('./support/outside.ts')).outside(request),
    },
  })],
  test: {
    name: 'workers', include: ['*.test.ts'], setupFiles: ['support/setup.ts'], fileParallelism: false, isolate: false, testTimeout: 20_000, sequence: { groupOrder: 2 },
    // Without this workerd fetches each package file by file: 4.9 s instead of 1.6.
    deps: { optimizer: { ssr: { enabled: true, include: packages } } },
  },
})
