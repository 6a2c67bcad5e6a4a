import {ofConduct} from './changes/index.ts'
import {testChanges} from './test-changes.ts'

testChanges(ofConduct)
