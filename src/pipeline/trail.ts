import type {Diagnostic} from '../model/diagnostic.ts'
import type {Entry} from '../model/workspace.ts'
import {checkIntegrity, open, type Opened, type OpenOptions} from './open.ts'

/** What verification of the history reports; empty where no history was read. */
export async function verifyTrails(opened: Opened): Promise<readonly Diagnostic[]> {
  const [{verifyTrail}, {checkMinutes}, {trailThresholds}] = await Promise.all([
    import('../trail/verify.ts'),
    import('../trail/minutes.ts'),
    import('../trail/thresholds.ts'),
  ])
  const {workspace, trails} = opened
  if (trails.every(({status}) => status !== 'complete')) return []
  const reconstructed = new Set(
    workspace.roots.filter(({config}) => config.reconstruction !== undefined).map(({name}) => name),
  )
  const entries = new Map<string, Entry>()
  for (const it of workspace.entries) {
    const key = JSON.stringify([it.root, it.kind, it.value.id])
    if (!entries.has(key)) entries.set(key, it)
  }
  const ofTrails = trails.flatMap((trail) =>
    verifyTrail(trail, {
      asOf: workspace.asOf,
      reconstruction: reconstructed.has(trail.root),
      locate: (kind, id, path) => entries.get(JSON.stringify([trail.root, kind, id]))?.locate(path),
    }),
  )
  const ofMinutes = checkMinutes(workspace, trailThresholds).filter(
    ({location}) => !reconstructed.has(location.root ?? 'main'),
  )
  return [...ofTrails, ...ofMinutes]
}

/**
 * The history of every root, complete.
 *
 * @param verify - Whether its verification is asked for; `findings` are empty where not.
 */
export async function openTrail({verify, ...options}: OpenOptions & {readonly verify: boolean}) {
  const opened = await open({...options, historyRequired: true, seals: false, keysOnly: !verify})
  const trails = opened.trails.filter((it) => it.status === 'complete')
  return {trails, read: opened.read, findings: verify ? await findingsOf(opened) : []}
}

async function findingsOf(opened: Opened): Promise<readonly Diagnostic[]> {
  const integrity = await checkIntegrity(opened)
  const inMessages = integrity.filter(({location}) => location.commit !== undefined)
  return [...inMessages, ...(await verifyTrails(opened))]
}
