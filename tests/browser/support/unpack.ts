import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const lock = join(tmpdir(), 'xianjiu-chromium.lock')
const staleMs = 30_000

/**
 * The Chromium from npm, unpacked on first use (1.7 s). It brings its own libraries, so a bare machine runs it.
 * Test processes start together; only one of them may unpack.
 */
export async function unpackedChromium(): Promise<string> {
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x'
  if (existsSync('/etc/fonts/fonts.conf')) process.env['FONTCONFIG_PATH'] ??= '/etc/fonts'
  const { default: chromium } = await import('@sparticuz/chromium')
  const release = await takeTurn()
  try {
    return await chromium.executablePath()
  } finally {
    release()
  }
}

async function takeTurn(): Promise<() => void> {
  const release = (): void => rmSync(lock, { recursive: true, force: true })
  for (;;) {
    try {
      mkdirSync(lock)
      return release
    } catch {
      // Whoever held an old lock is gone; it must not stop everybody for ever.
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - since > staleMs) release()
      await new Promise((done) => setTimeout(done, 50))
    }
  }
}
