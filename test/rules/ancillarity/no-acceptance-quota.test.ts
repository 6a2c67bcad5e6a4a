import {noAcceptanceQuota} from '../../../src/rules/ancillarity/no-acceptance-quota.ts'
import {testConduct} from '../../helpers/check-conduct.ts'

testConduct(noAcceptanceQuota, ['acceptanceQuota'], 'quota of acceptances')
