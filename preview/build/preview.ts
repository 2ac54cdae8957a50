import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compileApp } from '../compile/app.ts'
import { filesUnder } from './files.ts'
import type { BuildPaths } from './paths.ts'

const here = fileURLToPath(new URL('../', import.meta.url))

/** Builds what /phone serves: the compiled mini-program, the host that runs it, and the frame around it. */
export async function buildPreview(paths: BuildPaths): Promise<void> {
  rmSync(paths.preview, { recursive: true, force: true })
  mkdirSync(paths.preview, { recursive: true })
  writeFileSync(join(paths.preview, 'app.js'), compileApp(paths.miniprogram))
  copyPictures(paths)
  await Promise.all([bundleHost(paths.preview), bundleFrame(paths.preview)])
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
    entryPoints: [{ in: join(here, 'phone/frame.ts'), out: 'frame' }, { in: join(here, 'phone/frame.css'), out: 'frame' }],
    outdir, bundle: true, format: 'iife', target: 'es2022', charset: 'utf8', logLevel: 'silent', tsconfigRaw: {},
  })
  for (const page of ['frame.html', 'bare.html']) cpSync(join(here, 'phone', page), join(outdir, page))
}

function copyPictures(paths: BuildPaths): void {
  for (const file of filesUnder(paths.miniprogram).filter((name) => /\.(png|jpe?g|gif|svg|webp)$/.test(name))) {
    mkdirSync(dirname(join(paths.preview, 'files', file)), { recursive: true })
    cpSync(join(paths.miniprogram, file), join(paths.preview, 'files', file))
  }
}
