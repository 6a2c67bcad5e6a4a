import type {Matter, MatterFact} from '../model/matter.ts'

type Draft = Omit<MatterFact, 'standing' | 'source'>

const factsOf = (
  standing: MatterFact['standing'],
  source: string,
  facts: readonly Draft[],
): MatterFact[] => facts.map((it) => ({...it, standing, source}))

/**
 * The published matters: only what is published of each, and how it came out. A factor without a
 * fact here is one of which nothing was published, or read. By date.
 */
export const matters: readonly Matter[] = [
  {
    id: 'medsouth-2002',
    title: 'MedSouth, FTC staff advisory opinion',
    authority: 'medsouth-2002',
    date: '2002-02-19',
    stage: 'proposed',
    cameOut: 'favourable',
    facts: [
      ...factsOf('V', 'FTC page on MedSouth, 2002-02-19', [
        {
          factor: 'B',
          says: 'Competing primary care physicians and specialists, of many specialties',
          test: 'B8',
          there: 'shown',
        },
        {
          factor: 'C',
          says: 'Clinical practice guidelines and measurable goals',
          test: 'C12',
          there: 'shown',
        },
        {
          factor: 'D',
          says: 'Each physician and the network to be measured against benchmarks',
          test: 'D2',
          there: 'shown',
        },
        {
          factor: 'E',
          says: 'The network will discipline or terminate those who fall short',
          test: 'E1',
          there: 'shown',
        },
        {factor: 'G', says: 'A shared electronic clinical record', test: 'G1', there: 'shown'},
        {
          factor: 'I',
          says: 'Joint pricing sufficiently related to the program and reasonably necessary',
          test: 'I1',
          there: 'shown',
        },
        {factor: 'I', says: 'Everyone takes part in every contract', test: 'I3', there: 'shown'},
        {factor: 'J', says: 'Members are not bound exclusively', test: 'J1', there: 'shown'},
      ]),
      ...factsOf('R', 'FTC staff advisory opinion of 2002-02-19, recalled', [
        {factor: 'B', says: 'About 432 physicians'},
        {
          factor: 'J',
          says: 'Some high shares of specialties, of which staff stayed watchful',
          test: 'J5',
          there: 'inPart',
        },
      ]),
    ],
  },
  {
    id: 'brown-toland-2003',
    title: 'Brown & Toland, FTC order',
    authority: 'brown-toland-2004',
    date: '2004-02',
    stage: 'operating',
    cameOut: 'order',
    facts: factsOf('V', 'FTC pages on Brown & Toland, 2003-07 and 2004-02', [
      {factor: 'B', says: 'An association of over 1,500 physicians'},
      {factor: 'C', says: 'No clinical integration on the PPO line', test: 'C12', there: 'missing'},
      {factor: 'D', says: 'No monitoring on the PPO line', test: 'D1', there: 'missing'},
      {factor: 'E', says: 'No sanctions on the PPO line', test: 'E1', there: 'missing'},
      {
        factor: 'I',
        says: 'PPO rates set jointly as the network was formed',
        test: 'I2',
        there: 'against',
      },
      {
        factor: 'I',
        says: 'HMO line capitated, and not challenged',
        test: 'I13',
        there: 'shown',
      },
      {
        factor: 'J',
        says: 'Doctors told to end their other contracts',
        test: 'J3',
        there: 'against',
      },
    ]),
  },
  {
    id: 'suburban-health-2006',
    title: 'Suburban Health Organization, FTC staff letter',
    authority: 'sho-2006',
    date: '2006-03-28',
    stage: 'proposed',
    cameOut: 'unfavourable',
    facts: factsOf('R', 'FTC staff letter of 2006-03-28, recalled', [
      {
        factor: 'B',
        says: 'About 192 physicians, each employed by one of eight hospitals that could act alone',
        test: 'B7',
        there: 'against',
      },
      {factor: 'B', says: 'Primary care only, no specialists', test: 'B8', there: 'against'},
      {factor: 'C', says: 'Some guidelines and measures', test: 'C12', there: 'inPart'},
      {factor: 'D', says: 'Monitoring in part', test: 'D2', there: 'inPart'},
      {factor: 'E', says: 'Sanctions in part', test: 'E1', there: 'inPart'},
      {factor: 'F', says: 'Incentive pay'},
      {
        factor: 'G',
        says: 'Medical management for a few conditions',
        test: 'G8',
        there: 'inPart',
      },
      {
        factor: 'G',
        says: 'No protocols that span primary care and specialists',
        test: 'G7',
        there: 'missing',
      },
      {factor: 'I', says: 'Joint pricing not necessary', test: 'I1', there: 'against'},
      {factor: 'J', says: 'The network was the exclusive agent', test: 'J1', there: 'against'},
    ]),
  },
  {
    id: 'advocate-2006',
    title: 'Advocate Health Partners, FTC order',
    authority: 'advocate-2007',
    date: '2006-12-29',
    stage: 'operating',
    cameOut: 'order',
    facts: factsOf('V', 'FTC release of December 2006 on Advocate Health Partners', [
      {factor: 'B', says: 'Organizations of more than 2,900 independent physicians'},
      {
        factor: 'I',
        says: 'Prices negotiated jointly from 1995 to 2004, as charged, without an integration that could justify it',
        test: 'I5',
        there: 'against',
      },
      {
        factor: 'I',
        says: 'Physicians could opt in or out of each contract after it was negotiated',
        test: 'I3',
        there: 'against',
      },
      {
        factor: 'I',
        says: 'Contracts of members with a payer ended in 2001, as charged, when it rejected higher fees',
        test: 'I7',
        there: 'against',
      },
      {
        factor: 'I',
        says: 'Hospital services withheld, by threat, until the payer agreed to one group contract',
        test: 'I8',
        there: 'against',
      },
    ]),
  },
  {
    id: 'gripa-2007',
    title: 'GRIPA, FTC staff advisory opinion',
    authority: 'gripa-2007',
    date: '2007-09-17',
    stage: 'proposed',
    cameOut: 'favourable',
    facts: [
      ...factsOf('V', 'FTC release of September 2007 on GRIPA', [
        {
          factor: 'B',
          says: 'About 575 competing primary care and specialist physicians in 41 specialties',
          test: 'B8',
          there: 'shown',
        },
        {
          factor: 'C',
          says: 'Components to have physicians use best practices and evidence-based medicine',
          test: 'C12',
          there: 'shown',
        },
        {
          factor: 'D',
          says: 'Each physician and all together to be measured against benchmarks',
          test: 'D2',
          there: 'shown',
        },
        {
          factor: 'G',
          says: 'A Web-based clinical information system that physicians share',
          test: 'G1',
          there: 'shown',
        },
        {factor: 'G', says: 'Disease management and case management'},
        {factor: 'G', says: 'Referrals within the network as a rule'},
        {factor: 'J', says: 'The network is not exclusive', test: 'J1', there: 'shown'},
      ]),
      ...factsOf('V', 'Note of Doyle, Barlow & Mazard on the letter of 2007-09-17', [
        {
          factor: 'J',
          says: 'Members may contract with payers who do not buy the network',
          test: 'J4',
          there: 'shown',
        },
        {
          factor: 'J',
          says: 'Shares in some specialties of which staff took note',
          test: 'J5',
          there: 'inPart',
        },
      ]),
      ...factsOf('V', 'Mondaq 57206 on the letter of 2007-09-17', [
        {
          factor: 'I',
          says: 'Joint pricing subordinate to the program and reasonably necessary',
          test: 'I1',
          there: 'shown',
        },
      ]),
    ],
  },
  {
    id: 'tristate-2009',
    title: 'TriState, FTC staff advisory opinion',
    authority: 'tristate-2009',
    date: '2009-04-13',
    stage: 'proposed',
    cameOut: 'favourable',
    facts: [
      ...factsOf('V', 'FTC release of April 2009 on TriState', [
        {factor: 'A', says: 'A physician-hospital organization with one hospital'},
        {factor: 'B', says: 'More than 200 physicians'},
        {
          factor: 'C',
          says: 'Clinical practice guidelines that participants develop',
          test: 'C12',
          there: 'shown',
        },
        {factor: 'D', says: 'Performance of peers to be watched by committees of members'},
        {factor: 'F', says: 'Contributions of money, time and effort by physicians'},
      ]),
      ...factsOf('V', 'Lexology note of 2009 on the letter of 2009-04-13', [
        {
          factor: 'G',
          says: 'Referrals within the network, with the choice left to the patient',
          test: 'G5',
          there: 'shown',
        },
        {factor: 'G', says: 'A Web-based health information system', test: 'G1', there: 'shown'},
      ]),
      ...factsOf('V', 'Herald-Mail of 2009-06-19, which quotes the letter of 2009-04-13', [
        {
          factor: 'I',
          says: 'Joint contracting reasonably necessary to the efficiencies',
          test: 'I1',
          there: 'shown',
        },
        {
          factor: 'I',
          says: 'Access to the hospital not tied to the services of physicians',
          test: 'I8',
          there: 'shown',
        },
        {
          factor: 'J',
          says: 'Payers may contract with members individually',
          test: 'J4',
          there: 'shown',
        },
        {
          factor: 'J',
          says: 'About 65 percent of the medical staff of the only hospital of the county',
          test: 'J5',
          there: 'inPart',
        },
      ]),
    ],
  },
  {
    id: 'norman-2013',
    title: 'Norman PHO, FTC staff advisory opinion',
    authority: 'norman-2013',
    date: '2013-02-13',
    stage: 'proposed',
    cameOut: 'favourable',
    facts: factsOf('R', 'FTC staff advisory opinion of 2013-02-13, recalled', [
      {
        factor: 'J',
        says: 'A substantial majority of the local physicians',
        test: 'J5',
        there: 'inPart',
      },
      {
        factor: 'J',
        says: 'Payers could really go around the network',
        test: 'J4',
        there: 'shown',
      },
    ]),
  },
]

/** The matter of that id; undefined where there is none. */
export function findMatter(id: string): Matter | undefined {
  return matters.find((it) => it.id === id)
}
