import {spawnSync} from 'node:child_process'

export interface Pair {
  readonly title: string
  /** Command and arguments. */
  readonly ours: readonly string[]
  readonly floor: readonly string[]
  readonly floorTitle: string
  /** Ratio aimed at; from the project's performance targets. */
  readonly aim: number
  /** Exit codes of ours that mean that it did its work. */
  readonly accept?: readonly number[]
}

export interface Ratio {
  readonly median: number
  readonly least: number
  readonly most: number
}

/**
 * Runs ours and the floor in turn, whole processes, never two at once; the ratio of each pair, so
 * that a slow minute of the machine weighs on both.
 *
 * @throws {Error} When either side does not do its work: a failed run is not a fast one.
 */
export function ratioOf({ours, floor, accept = [0]}: Pair, pairs: number): Ratio {
  const ratios: number[] = []
  seconds(floor, [0])
  seconds(ours, accept)
  for (let i = 0; i < pairs; i += 1) {
    const base = seconds(floor, [0])
    ratios.push(seconds(ours, accept) / base)
  }
  ratios.sort((a, b) => a - b)
  return {
    median: ratios[Math.floor(ratios.length / 2)] ?? Number.NaN,
    least: ratios[0] ?? Number.NaN,
    most: ratios.at(-1) ?? Number.NaN,
  }
}

function seconds([command = '', ...args]: readonly string[], accept: readonly number[]): number {
  const start = process.hrtime.bigint()
  const {status, stderr} = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 30,
    env: {...process.env, NO_COLOR: '1', CI: ''},
  })
  const elapsed = Number(process.hrtime.bigint() - start) / 1e9
  if (status === null || !accept.includes(status))
    throw new Error(
      `${[command, ...args].join(' ')} exited ${status}: ${stderr.toString().slice(0, 2000)}`,
    )
  return elapsed
}
