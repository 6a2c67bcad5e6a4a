import type {Change, Edit} from './change.ts'

/** Measures of an outcome or of the experience of patients. */
const outcomes = [
  'patient-experience',
  'blood-pressure-control',
  'diabetes-a1c-poor-control',
  'readmission-30-day',
  'surgical-complications',
]

function nationalAlone(measure: string): Edit {
  return {
    file: `records/measures/${measure}.yaml`,
    from: /type: regional/g,
    to: 'type: national',
  }
}

export const efficiency: readonly Change[] = [
  {
    what: 'a claim names no measure',
    file: 'records/efficiencies/better-diabetes-control.yaml',
    from: /^measure: .*\n/m,
    to: '',
    becomes: {H1: 'weak'},
  },
  {
    what: 'a claim has neither a comparator nor a limitation',
    file: 'records/efficiencies/better-diabetes-control.yaml',
    from: /^comparator:\n(  .*\n)+limitation: .*\n( {2}.*\n)*/m,
    to: '',
    becomes: {H3: 'weak'},
  },
  {
    what: 'the hospital alone gains',
    file: 'records/efficiencies/lower-total-cost.yaml',
    from: 'beneficiaries: [payers, employers, patients]',
    to: 'beneficiaries: [hospital]',
    becomes: {H5: 'weak'},
  },
  {
    what: 'under-use is not watched where imaging is reviewed',
    file: 'records/utilization/imaging-review.yaml',
    from: /^underUseMeasure: .*\n/m,
    to: '',
    becomes: {H7: 'weak'},
  },
  {
    what: 'the baseline of a claim is that of its measure',
    file: 'records/efficiencies/better-diabetes-control.yaml',
    from: /^baseline:\n( {2}.*\n)+/m,
    to: '',
    becomes: {},
    keeps: ['H1'],
  },
  {
    what: 'neither a claim nor its measure has a baseline',
    file: 'records/efficiencies/better-diabetes-control.yaml',
    from: /^baseline:\n( {2}.*\n)+/m,
    to: '',
    more: [
      {
        file: 'records/measures/diabetes-a1c-poor-control.yaml',
        from: /^baseline:\n( {2}.*\n)+/m,
        to: '',
      },
    ],
    becomes: {C10: 'unknown', H1: 'weak'},
    medicare: {H1: 'weak'},
  },
  {
    what: 'no result on cost is shown',
    file: 'records/efficiencies/lower-total-cost.yaml',
    from: 'finding: shown',
    to: 'finding: notShown',
    becomes: {H2: 'weak'},
  },
  {
    what: 'the result on diabetes is mixed, that on readmission is shown',
    file: 'records/efficiencies/better-diabetes-control.yaml',
    from: 'finding: shown',
    to: 'finding: mixed',
    becomes: {},
    keeps: ['H2'],
  },
  {
    what: 'no result at all is shown',
    file: 'records/efficiencies/lower-total-cost.yaml',
    from: 'finding: shown',
    to: 'finding: notShown',
    more: [
      'records/efficiencies/better-diabetes-control.yaml',
      'records/efficiencies/fewer-readmissions.yaml',
    ].map((file) => ({file, from: 'finding: shown', to: 'finding: notShown'})),
    becomes: {H2: 'contrary'},
  },
  {
    what: 'a claim has no comparator, and says what it cannot show',
    file: 'records/efficiencies/better-diabetes-control.yaml',
    from: /^comparator:\n( {2}.*\n)+/m,
    to: '',
    becomes: {},
    keeps: ['H3'],
  },
  {
    what: 'a claim without a result does not say why',
    file: 'records/efficiencies/fewer-duplicate-tests.yaml',
    from: /^limitation: .*\n( {2}.*\n)+/m,
    to: '',
    becomes: {H3: 'weak', H4: 'weak'},
  },
  {
    what: 'a claim without a result says in a word why',
    file: 'records/efficiencies/fewer-duplicate-tests.yaml',
    from: /^limitation: .*\n( {2}.*\n)+/m,
    to: 'limitation: Not counted\n',
    becomes: {},
    keeps: ['H3', 'H4'],
  },
  {
    what: 'patients and the hospital gain',
    file: 'records/efficiencies/lower-total-cost.yaml',
    from: 'beneficiaries: [payers, employers, patients]',
    to: 'beneficiaries: [patients, hospital]',
    becomes: {},
    keeps: ['H5'],
  },
  {
    what: 'outcomes are held against the nation alone',
    file: 'records/efficiencies/fewer-readmissions.yaml',
    from: 'type: regional',
    to: 'type: national',
    more: outcomes.map(nationalAlone),
    becomes: {H6: 'weak'},
  },
  {
    what: 'one outcome is held against the region',
    file: 'records/efficiencies/fewer-readmissions.yaml',
    from: 'type: regional',
    to: 'type: national',
    more: outcomes.slice(1).map(nationalAlone),
    becomes: {},
    keeps: ['H6'],
  },
  {
    what: 'under-use is watched by another measure',
    file: 'records/utilization/imaging-review.yaml',
    from: /^underUseMeasure: .*\n/m,
    to: 'underUseMeasure: blood-pressure-control\n',
    becomes: {},
    keeps: ['H7'],
  },
]
