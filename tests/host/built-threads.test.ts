import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { buildServer } from '../../preview/build/server.ts'
import { newFolder } from '../support/host.ts'
import { asked, head, row, xlsx } from '../support/sheets.ts'

it('the built server reads a list in its thread as the source does', async () => {
  // a house of its own, so that nobody's dist is built anew under a running test
  const root = newFolder()
  for (const name of ['worker', 'db', 'node_modules', 'preview', 'package.json']) symlinkSync(join(process.cwd(), name), join(root, name))
  await buildServer(root)
  const thread = new Worker(pathToFileURL(join(root, 'dist/server/sheet.js')), { workerData: { bytes: await xlsx([head, row]), columns: asked } })
  const said = await new Promise<unknown>((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
  })
  await thread.terminate()
  expect(said).toEqual({ rows: [{ row: 2, cells: row }] })
})
