import type {Change, Edit} from './change.ts'
import {practices} from './practices.ts'
import {setTo, settings} from './settings.ts'

import {attestations, endOf, openFrom} from './attestations.ts'

const agreement = 'records/agreements/participation-agreement-2025.yaml'

/** Whoever was turned away in 2024 is not on record, and whoever was in 2026 is admitted. */
const nobodyTurnedAway: readonly Edit[] = [
  {file: 'records/membership/decisions-2024.yaml', gone: true},
  {
    file: 'records/membership/decisions-2026.yaml',
    from: 'decision: deferral',
    to: 'decision: admission',
  },
]

function employed(practice: string): Edit {
  return {
    file: `records/participants/${practice}.yaml`,
    from: 'couldActAlone: false\n',
    to: practice.startsWith('eastfield') ? '' : 'employedBy: northgate-regional-hospital\n',
  }
}

export const membership: readonly Change[] = [
  {
    what: 'Birchwood signs the agreement in force',
    file: agreement,
    from: 'signatures:\n',
    to: 'signatures:\n  - {participant: birchwood-family-medicine, date: 2025-09-20}\n',
    becomes: {B1: 'supported'},
  },
  {
    what: 'Birchwood takes no part in the commercial line',
    file: 'records/participants/birchwood-family-medicine.yaml',
    from: 'productLines: [commercial-ppo, medicare-advantage]',
    to: 'productLines: [medicare-advantage]',
    becomes: {B1: 'supported'},
  },
  {
    what: 'the agreement has no duty to give data',
    file: agreement,
    from: '  data: true',
    to: '  data: false',
    becomes: {B2: 'weak'},
  },
  {
    what: 'a criterion is dated after the decisions under it',
    file: 'records/membership/criteria.yaml',
    from: 'effective: 2023-12-07',
    to: 'effective: 2023-12-12',
    becomes: {B3: 'weak'},
  },
  {
    what: 'nobody attests that the log of signatures is complete',
    file: attestations,
    from: endOf('signatures'),
    to: openFrom('signatures'),
    becomes: {B1: 'unknown'},
  },
  {
    what: 'the text of the agreement is no exhibit of its record',
    file: agreement,
    from: 'evidence: [agreement-2025-text, signature-pages-2025, signature-pages-2025-09]\n',
    to: '',
    becomes: {},
    keeps: ['B2', 'G5', 'J1'],
  },
  {
    what: 'whether members are measured is not stated in the agreement',
    file: agreement,
    from: '  measurement: true\n',
    to: '',
    becomes: {B2: 'unknown'},
  },
  {
    what: 'a criterion is dated on the day of the first decision under it',
    file: 'records/membership/criteria.yaml',
    from: 'effective: 2023-12-07',
    to: 'effective: 2023-12-11',
    becomes: {},
    keeps: ['B3'],
  },
  {
    what: 'a decision names no criteria',
    file: 'records/membership/decisions-2025.yaml',
    from: 'criteria: [board-certification, clean-exclusion-check, capital]\n',
    to: '',
    becomes: {B3: 'unknown'},
  },
  {
    what: 'whoever was turned away was turned away over a full panel',
    file: 'records/membership/decisions-2024.yaml',
    from: /reason: criteriaNotMet/g,
    to: 'reason: capacity',
    more: [
      {
        file: 'records/membership/decisions-2026.yaml',
        from: 'reason: criteriaNotMet',
        to: 'reason: capacity',
      },
    ],
    becomes: {B4: 'absent'},
  },
  {
    what: 'one of those turned away was turned away for want of a criterion',
    file: 'records/membership/decisions-2024.yaml',
    from: /reason: criteriaNotMet/g,
    to: 'reason: capacity',
    becomes: {},
    keeps: ['B4'],
  },
  {
    what: 'a practice was not re-selected, where that is due every two years',
    ...settings,
    to: setTo('reselectionMonths', 24),
    more: [
      {
        file: 'records/membership/decisions-2026.yaml',
        from: 'participant: harbor-primary-care',
        to: 'participant: northgate-family-medicine',
      },
    ],
    becomes: {B5: 'weak'},
  },
  {
    what: 'a practice was not re-selected, thirty-one months after its admission',
    file: 'records/membership/decisions-2026.yaml',
    from: 'participant: harbor-primary-care',
    to: 'participant: northgate-family-medicine',
    becomes: {},
    keeps: ['B5'],
  },
  {
    what: '63 applicants were all admitted, and 63 are not many',
    ...settings,
    to: setTo('manyApplicants', 63),
    more: nobodyTurnedAway,
    becomes: {B4: 'absent'},
    keeps: ['B6'],
  },
  {
    what: '63 applicants were all admitted, and 63 are many',
    ...settings,
    to: setTo('manyApplicants', 62),
    more: nobodyTurnedAway,
    becomes: {B4: 'absent', B6: 'contrary'},
  },
  {
    what: 'every practice is employed by a hospital that could act alone',
    file: 'records/participants/northgate-regional-hospital.yaml',
    from: 'couldActAlone: false',
    to: 'couldActAlone: true',
    more: practices.map((it) => employed(it)),
    becomes: {B7: 'contrary'},
  },
  {
    what: 'every practice but one is employed by a hospital that could act alone',
    file: 'records/participants/northgate-regional-hospital.yaml',
    from: 'couldActAlone: false',
    to: 'couldActAlone: true',
    more: practices.slice(1).map((it) => employed(it)),
    becomes: {},
    keeps: ['B7'],
  },
  {
    what: 'the panel is to span thirteen specialties',
    ...settings,
    to: setTo('minimumSpecialties', 13),
    becomes: {B8: 'weak'},
  },
  {
    what: 'the panel is to span twelve specialties',
    ...settings,
    to: setTo('minimumSpecialties', 12),
    becomes: {},
    keeps: ['B8'],
  },
  {
    what: 'a practice does not state its clinicians',
    file: 'records/participants/willow-womens-health.yaml',
    from: /^clinicians:\n( {2}.*\n)+/m,
    to: '',
    becomes: {A6: 'unknown', C6: 'unknown', F4: 'unknown'},
  },
]
