import type {Entry, Kind} from '../model/workspace.ts'
import {shownJointPrices} from './gateway.ts'
import {
  contracts,
  employment,
  fact,
  hospitalFacts,
  isEmployed,
  lineFact,
  members,
  mostFacts,
  notStated,
  ofLine,
  onePerPrincipal,
  sharing,
  type Feature,
} from './network-facts.ts'

/** A feature that records of a kind show: where there is none, it is not stated. */
function kept<K extends Kind>(
  kind: K,
  says: string,
  span: (value: Entry<K>['value']) => readonly (string | undefined)[],
): Feature {
  return {
    says,
    answeredBy: `a ${kind} record`,
    find: (context) => {
      const {asOf} = context.workspace
      const entries = ofLine(context, kind).filter(({value}) => {
        const [from = asOf, to = asOf] = span(value)
        return from <= asOf && to >= asOf
      })
      return entries.length === 0
        ? notStated
        : {
            met: 'yes',
            facts: entries.slice(0, mostFacts).map((it) => fact(it, [], `${kind} ${it.value.id}`)),
          }
    },
  }
}

/** Every feature that a definition names. */
export const networkFeatures = {
  severalOwners: {
    says: 'Practices of two or more owners take part',
    answeredBy: 'Participant records of each practice, with `owner`',
    find: (context) => {
      const practices = members(context, 'practice')
      const {count, facts} = onePerPrincipal(context, practices)
      if (count > 1) return {met: 'yes', facts}
      // One record may stand for practices that are not named.
      return practices.length > 1 ? {met: 'no', facts} : notStated
    },
  },
  independentPractices: {
    says: 'At least one practice is employed by no participant',
    answeredBy: 'Participant records of each practice, with `employedBy` where it is employed',
    find: (context) => {
      const practices = members(context, 'practice')
      const independent = practices.filter((it) => !isEmployed(it))
      if (independent.length > 0)
        return {met: 'yes', facts: independent.slice(0, mostFacts).map(employment)}
      return practices.length === 0
        ? notStated
        : {met: 'no', facts: practices.slice(0, mostFacts).map(employment)}
    },
  },
  oneEmployer: {
    says: 'One owner employs the clinicians of every practice',
    answeredBy: 'Participant records of each practice, with `employedBy`',
    find: (context) => {
      const practices = members(context, 'practice')
      const {count, facts} = onePerPrincipal(context, practices)
      if (count > 1) return {met: 'no', facts}
      const shown = practices.length > 1 || practices.some(isEmployed)
      return shown ? {met: 'yes', facts: practices.slice(0, mostFacts).map(employment)} : notStated
    },
  },
  noHospital: {
    says: 'No hospital takes part or owns a share',
    answeredBy: '`owners` of the Network record',
    find: (context) => {
      const {network} = context
      const found = hospitalFacts(context)
      if (found.length > 0) return {met: 'no', facts: found}
      const {owners} = network.value
      if (owners === undefined) return notStated
      return {
        met: 'yes',
        facts: [fact(network, ['owners'], `no hospital among the owners: ${owners.length}`)],
      }
    },
  },
  hospitalPart: {
    says: 'A hospital takes part or owns a share',
    answeredBy: 'a Participant record of type `hospital`, or `owners` of the Network record',
    find: (context) => {
      const found = hospitalFacts(context)
      if (found.length > 0) return {met: 'yes', facts: found}
      const {network} = context
      return network.value.owners !== undefined && members(context, 'practice').length > 0
        ? {
            met: 'no',
            facts: [fact(network, ['owners'], 'no hospital among the owners or the participants')],
          }
        : notStated
    },
  },
  contractsThroughNetwork: {
    says: 'Its members contract with payers through it',
    answeredBy: 'PayerContract records of the line',
    find: (context) => {
      const [contract] = contracts(context)
      if (contract !== undefined)
        return {met: 'yes', facts: [fact(contract, [], `contract ${contract.value.id}`)]}
      if (context.line.jointPricing)
        return {
          met: 'yes',
          facts: [lineFact(context, 'jointPricing', 'prices are, or are to be, joint')],
        }
      return notStated
    },
  },
  sharedProtocols: kept('Protocol', 'Protocols are shared', (it) => [it.effective, it.retired]),
  sharedData: kept('InformationSystem', 'Data are shared through a system', (it) => [
    it.goLive,
    it.retired,
  ]),
  measurement: kept('Measure', 'Members are measured', () => []),
  utilizationControls: kept('UtilizationControl', 'Utilization is controlled', (it) => [
    it.started,
    it.ended,
  ]),
  selectiveMembership: kept(
    'MembershipCriterion',
    'Membership is selective, by written criteria',
    (it) => [it.effective, it.retired],
  ),
  moneyAndHours: kept('Investment', 'Money or hours are put in', (it) => [it.from]),
  consequences: kept('SanctionPolicy', 'Those who fall short meet consequences', (it) => [
    it.effective,
    it.retired,
  ]),
  sharedSavingsContract: {
    says: 'A contract of the line shares savings or losses',
    answeredBy: 'a PayerContract of the line with model `sharedSavings` or `twoSided`',
    find: (context) => {
      const shared = sharing(context)
      const all = contracts(context)
      const facts = (shared.length > 0 ? shared : all)
        .slice(0, mostFacts)
        .map((it) => fact(it, ['model'], `contract ${it.value.id}: ${it.value.model}`))
      return shared.length > 0
        ? {met: 'yes', facts}
        : all.length > 0
          ? {met: 'no', facts}
          : notStated
    },
  },
  populationStated: {
    says: 'The population is stated',
    answeredBy: '`lives` of that contract, or `populations` of the line',
    find: (context) => {
      const counted = sharing(context).filter(({value}) => value.lives !== undefined)
      if (counted.length > 0)
        return {
          met: 'yes',
          facts: counted
            .slice(0, mostFacts)
            .map((it) => fact(it, ['lives'], `covered lives of ${it.value.id}`)),
        }
      return (context.line.populations ?? []).length > 0
        ? {met: 'yes', facts: [lineFact(context, 'populations', 'populations of the line')]}
        : notStated
    },
  },
  contractMeasures: {
    says: 'That contract is judged by measures',
    answeredBy: '`measures` of that contract',
    find: (context) => {
      const measured = sharing(context).filter(({value}) => (value.measures ?? []).length > 0)
      return measured.length === 0
        ? notStated
        : {
            met: 'yes',
            facts: measured
              .slice(0, mostFacts)
              .map((it) => fact(it, ['measures'], `measures of ${it.value.id}`)),
          }
    },
  },
  messengerBasis: {
    says: 'The line is declared a messenger line',
    answeredBy: '`basis` of the product line',
    find: (context) => ({
      met: context.line.basis === 'messenger' ? 'yes' : 'no',
      facts: [lineFact(context, 'basis', `basis ${context.line.basis}`)],
    }),
  },
  noJointPrices: {
    says: 'No price is joint, by declaration or by record',
    answeredBy: '`jointPricing` of the product line, and its contracts',
    find: (context) => {
      const shown = shownJointPrices(context.workspace, context.line)
      if (context.line.jointPricing)
        return {
          met: 'no',
          facts: [lineFact(context, 'jointPricing', 'prices are, or are to be, joint')],
        }
      return shown === undefined
        ? {met: 'yes', facts: [lineFact(context, 'jointPricing', 'declared without joint prices')]}
        : {
            met: 'no',
            facts: [fact(shown, [], `${shown.kind} ${shown.value.id} shows joint prices`)],
          }
    },
  },
  offersRelayed: {
    says: 'Offers are relayed by a messenger',
    answeredBy: 'Negotiation records of the line with method `messenger`',
    find: (context) => {
      const relayed = ofLine(context, 'Negotiation').filter(
        ({value}) => value.method === 'messenger',
      )
      return relayed.length === 0
        ? notStated
        : {
            met: 'yes',
            facts: relayed
              .slice(0, mostFacts)
              .map((it) => fact(it, ['method'], `negotiation ${it.value.id} by messenger`)),
          }
    },
  },
} as const satisfies Record<string, Feature>

export type FeatureId = keyof typeof networkFeatures
