import {ofProgram} from './changes/index.ts'
import {testChanges} from './test-changes.ts'

testChanges(ofProgram)
