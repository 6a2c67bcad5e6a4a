import type {HistoryChange} from './change.ts'

const generic = 'records/measures/generic-prescribing.yaml'

/** Steps in which the measure of generic prescribing has its target of 2025. */
const withTarget = ['019', '023', '025', '028', '032', '037']

export const history: readonly HistoryChange[] = [
  {
    what: 'the late target of 2025 was set and committed in November 2024',
    steps: [
      {
        step: '015',
        file: generic,
        from: 'targets:\n',
        to: 'targets:\n  - {from: 2025-01-01, to: 2025-12-31, value: 0.83, set: 2024-11-11}\n',
      },
      ...withTarget.flatMap((step) => [
        {
          step,
          file: generic,
          from: '  - {from: 2025-01-01, to: 2025-12-31, value: 0.83, set: 2025-02-13}\n',
          to: '',
        },
        {
          step,
          file: generic,
          from: 'targets:\n',
          to: 'targets:\n  - {from: 2025-01-01, to: 2025-12-31, value: 0.83, set: 2024-11-11}\n',
        },
      ]),
    ],
    becomes: {C9: 'supported'},
  },
  {
    what: 'the target of 2025 says November 2024, and was committed in February 2025',
    steps: withTarget.map((step) => ({
      step,
      file: generic,
      from: 'value: 0.83, set: 2025-02-13',
      to: 'value: 0.83, set: 2024-11-11',
    })),
    becomes: {},
  },
  {
    what: 'the third quarter of 2024 was entered 46 days after its end',
    days: {'013': '2024-11-15', '014': '2024-11-15'},
    becomes: {L5: 'weak'},
  },
  {
    what: 'the third quarter of 2024 was entered 45 days after its end',
    days: {'013': '2024-11-14', '014': '2024-11-14'},
    becomes: {},
    keeps: ['L5'],
  },
  {
    what: 'a claim that did not come true is taken out while a hold is in force',
    git: [
      ['rm', '--quiet', 'records/efficiencies/fewer-emergency-visits.yaml'],
      ['commit', '--quiet', '--message=Take a claim out'],
    ],
    becomes: {H4: 'weak', L10: 'unknown'},
  },
  {
    what: 'a commit message says what members are paid',
    git: [['commit', '--quiet', '--amend', '--message=Members are paid 118 % of Medicare']],
    becomes: {K1: 'contrary'},
  },
  {
    what: 'a commit message tells of a sanction of a named physician',
    git: [['commit', '--quiet', '--amend', '--message=Dr. Ines Quill was suspended for lateness']],
    becomes: {L2: 'contrary'},
  },
  {
    what: 'an object is shown in the place of another',
    git: [['replace', '--graft', 'HEAD']],
    becomes: {L6: 'contrary'},
  },
  {
    what: 'an officer signs a seal of the whole history',
    sealed: true,
    becomes: {L4: 'supported', L6: 'supported'},
  },
  {
    what: 'the history is written anew after a seal',
    sealed: true,
    git: [
      ['reset', '--quiet', '--soft', 'HEAD~2'],
      ['commit', '--quiet', '--message=As if it had always been so'],
    ],
    becomes: {L4: 'supported', L6: 'contrary'},
  },
]
