import {noThreats} from '../../../src/rules/ancillarity/no-threats.ts'
import {testConduct} from '../../helpers/check-conduct.ts'

testConduct(
  noThreats,
  ['boycottThreat', 'terminationThreat', 'collectiveRefusal'],
  'threat of boycott',
)
