import {createHash} from 'node:crypto'

import {renderers} from '../../src/render/index.ts'
import {fixture} from './fixture.ts'

for (const {format, render} of renderers) {
  const hash = createHash('sha256')
    .update(await render(fixture))
    .digest('hex')
  console.log(`${format} ${hash}`)
}
