import type {Diagnostic} from '../model/diagnostic.ts'
import {checkIntegrity, open, type Opened, type OpenOptions} from './open.ts'

/** What verification of the history reports; empty where no history was read. */
export async function verifyTrails(opened: Opened): Promise<readonly Diagnostic[]> {
  const {verifyTrail} = await import('../trail/verify.ts')
  const {workspace, trails} = opened
  const reconstructed = new Set(
    workspace.roots.filter(({config}) => config.reconstruction !== undefined).map(({name}) => name),
  )
  return trails.flatMap((trail) =>
    verifyTrail(trail, {
      asOf: workspace.asOf,
      reconstruction: reconstructed.has(trail.root),
      locate: (kind, id, path) =>
        workspace.entries
          .find((it) => it.root === trail.root && it.kind === kind && it.value.id === id)
          ?.locate(path),
    }),
  )
}

/** The history of every root, complete, with what its verification reports. */
export async function openTrail(options: OpenOptions) {
  const opened = await open({...options, historyRequired: true})
  const trails = opened.trails.filter((it) => it.status === 'complete')
  const inMessages = (await checkIntegrity(opened)).filter(
    ({location}) => location.commit !== undefined,
  )
  const findings = [...inMessages, ...(await verifyTrails(opened))]
  return {trails, read: opened.read, findings}
}
