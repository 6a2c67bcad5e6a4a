// Floor of `validate`: opens and reads every file of a folder, and does nothing with it.
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

let bytes = 0
const walk = (folder) => {
  for (const it of readdirSync(folder, {withFileTypes: true})) {
    const path = join(folder, it.name)
    if (it.isDirectory()) walk(path)
    else bytes += readFileSync(path).length
  }
}
walk(process.argv[2])
if (bytes === 0) process.exitCode = 1
