import {noNarrative} from '../../../src/rules/integrity/no-narrative.ts'
import {testScan} from '../../helpers/check-scan.ts'

testScan(noNarrative, 'narrative', 'a name or a narrative of a case')
