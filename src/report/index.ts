import {json} from './json.ts'
import {pretty} from './pretty.ts'
import type {Reporter} from './report.ts'
import {sarif} from './sarif.ts'

/** Every format of a report; `--format` offers these names. */
export const reporters: readonly Reporter[] = [pretty, json, sarif]
