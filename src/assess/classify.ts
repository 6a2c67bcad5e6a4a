import type {Classification, FeatureResult, KindResult} from '../model/classification.ts'
import type {Workspace} from '../model/workspace.ts'
import type {FeatureContext} from './network-facts.ts'
import {networkFeatures} from './network-features.ts'
import {networkKinds, type KindDefinition} from './network-kinds.ts'

/**
 * Which kinds of network the declared facts describe, for each product line, from which facts.
 *
 * @throws {Error} When the workspace holds no network: a bug of the caller.
 */
export function classify(workspace: Workspace): Classification {
  const [network] = workspace.all('Network')
  if (network === undefined) throw new Error('Unexpected workspace without a Network record')
  const {declaredKind: kind, id, productLines} = network.value
  return {
    declared:
      kind === undefined
        ? null
        : {
            kind,
            fact: {
              kind: 'Network',
              id,
              location: network.locate(['declaredKind']),
              shows: `declared kind ${kind}`,
            },
          },
    lines: productLines.map((line, lineIndex) => ({
      line,
      kinds: networkKinds.map((it) => judgeKind(it, {workspace, network, line, lineIndex})),
    })),
  }
}

function judgeKind(
  {kind, title, definition, features: ids}: KindDefinition,
  context: FeatureContext,
): KindResult {
  const features = ids.map((feature): FeatureResult => {
    const {says, answeredBy, find} = networkFeatures[feature]
    return {feature, says, answeredBy, ...find(context)}
  })
  const has = (met: FeatureResult['met']) => features.some((it) => it.met === met)
  const verdict = has('no') ? 'contradicted' : has('notStated') ? 'notShown' : 'described'
  return {kind, title, definition, verdict, features}
}
