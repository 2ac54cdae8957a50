import { join } from 'node:path'
import { buildMiniprogram } from '../../../preview/build/miniprogram.ts'
import { buildPreview } from '../../../preview/build/preview.ts'
import { projectPaths } from '../../../preview/build/paths.ts'
import { changedAt, inTurn, newest } from './turn.ts'

const sources = ['miniprogram', 'worker/contract', 'preview']
const product = join(projectPaths.preview, '..', 'miniprogram', 'app.json')

/** The phone as the sources stand now. */
export function freshBuild(): Promise<void> {
  return inTurn('dist/building', async () => {
    if (changedAt(product) > newest(sources)) return
    await buildMiniprogram(projectPaths)
    await buildPreview(projectPaths)
  })
}
