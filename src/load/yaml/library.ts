import {createRequire} from 'node:module'
import type * as library from 'yaml'

const require = createRequire(import.meta.url)
let loaded: typeof library | undefined

/** The whole parser, loaded when first needed: plain records are read without it. */
export function yaml(): typeof library {
  return (loaded ??= require('yaml') as typeof library)
}
