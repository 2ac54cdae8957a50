import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compileApp } from '../compile/app.ts'
import { filesUnder, replaceFolder } from './files.ts'
import type { BuildPaths } from './paths.ts'

const here = fileURLToPath(new URL('../', import.meta.url))

/** Builds what /phone serves: the compiled mini-program, the host that runs it, and the frame around it. */
export async function buildPreview(paths: BuildPaths): Promise<void> {
  await replaceFolder(paths.preview, async (preview) => {
    writeFileSync(join(preview, 'app.js'), compileApp(paths.miniprogram))
    copyPictures(paths.miniprogram, join(preview, 'files'))
    await Promise.all([bundleHost(preview), bundleFrame(preview)])
  })
}

/** The host as one script; `format` is iife so that a page test can run it too. */
export async function bundleHost(outdir: string): Promise<void> {
  await build({
    entryPoints: [{ in: join(here, 'host/main.ts'), out: 'host' }, { in: join(here, 'host/style.css'), out: 'host' }],
    outdir, bundle: true, format: 'iife', target: 'es2022', charset: 'utf8', logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' }, tsconfigRaw: {},
  })
}

async function bundleFrame(outdir: string): Promise<void> {
  await build({
    entryPoints: [{ in: join(here, 'host/frame/frame.ts'), out: 'frame' },
      { in: join(here, 'host/frame/frame.css'), out: 'frame' }],
    outdir, bundle: true, format: 'iife', target: 'es2022', charset: 'utf8', logLevel: 'silent', tsconfigRaw: {},
  })
  for (const page of ['frame.html', 'bare.html']) cpSync(join(here, 'host/frame', page), join(outdir, page))
}

function copyPictures(from: string, to: string): void {
  for (const file of filesUnder(from).filter((name) => /\.(png|jpe?g|gif|svg|webp)$/.test(name))) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    cpSync(join(from, file), join(to, file))
  }
}
