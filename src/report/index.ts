import {github} from './github.ts'
import {gitlab} from './gitlab.ts'
import {json} from './json.ts'
import {junit} from './junit.ts'
import {markdown} from './markdown.ts'
import {pretty} from './pretty.ts'
import type {Reporter} from './report.ts'
import {sarif} from './sarif.ts'

/** Every format of a report; `--format` offers these names. */
export const reporters: readonly Reporter[] = [pretty, json, sarif, junit, github, gitlab, markdown]
