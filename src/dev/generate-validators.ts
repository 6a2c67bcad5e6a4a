import {mkdirSync, writeFileSync} from 'node:fs'
import {_} from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import {checkFile, configSchema, kinds, newCompiler, schemaOf} from '../validate/schemas.ts'

/**
 * The check of a kind as code, so that no run has to compile it.
 *
 * @returns Text of a CommonJS module: a function from the formats to the check.
 */
export function generateValidator(kind: string): string {
  const ajv = newCompiler({source: true, formats: _`formats`})
  const check = ajv.compile(schemaOf(kind))
  // Whether a text is empty does not depend on how its characters are counted.
  const code = standaloneCode
    .default(ajv, check)
    .replaceAll(/\bfunc\d+\((data\d*)\) < 1\b/g, '$1.length < 1')
  const body = `const module = {}\n${code}\nreturn module.exports\n`
  return `'use strict'\nmodule.exports = (formats) => {\n${body}}\n`
}

if (process.argv[1]?.endsWith('generate-validators.js')) {
  const folder = new URL('../validate/checks/', import.meta.url)
  mkdirSync(folder, {recursive: true})
  for (const kind of [...kinds(), configSchema])
    writeFileSync(new URL(checkFile(kind), folder), generateValidator(kind))
}
