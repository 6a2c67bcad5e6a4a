import type {Rule} from '../model/rule.ts'
import {sharedRiskShown} from './ancillarity/shared-risk-shown.ts'

/** Every test, by id. A new one is added here by hand, so that the list can be read. */
export const rules: readonly Rule[] = [sharedRiskShown]
