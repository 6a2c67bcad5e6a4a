import type {SealCheckState} from '../model/verification.ts'
import type {Bench} from './verify.ts'

/** Time-stamp tokens beside the seal: the only thing here that somebody outside vouches for. */
export async function checkTime({seal, options, tell, find}: Bench): Promise<void> {
  const [{tokensOf}, {checkTimeStamp}] = await Promise.all([
    import('../seal/target.ts'),
    import('../seal/timestamp.ts'),
  ])
  const tokens = tokensOf(seal)
  if (tokens.length === 0)
    return tell(
      'time',
      'none',
      'No time-stamp token beside the seal: nothing outside binds its time',
    )
  const told: string[] = []
  let state: SealCheckState = 'holds'
  for (const token of tokens) {
    const stamp = await checkTimeStamp(seal.bytes, token, options.tsaCa)
    const name = token.slice(Math.max(token.lastIndexOf('/'), token.lastIndexOf('\\')) + 1)
    const because = stamp.reason === undefined ? '' : `: ${stamp.reason}`
    if (stamp.state === 'verified') told.push(`${stamp.time ?? ''}, by the authority named`)
    else if (stamp.state === 'unchecked') {
      told.push(`${stamp.time ?? ''}, not checked against an authority`)
      if (state === 'holds') state = 'notChecked'
      find(
        'time/unchecked',
        'warning',
        name,
        `Time \`${stamp.time ?? ''}\` not checked against an authority`,
        'Name its certificates with `--tsa-ca FILE`',
      )
    } else {
      if (stamp.state !== 'unreadable') state = 'fails'
      else if (state === 'holds') state = 'notChecked'
      const [code, words] = {
        other: [
          'time/imprint',
          'Unexpected time-stamp token of other bytes, expected one of this seal',
        ],
        untrusted: ['time/untrusted', `Unexpected signer of the time-stamp token${because}`],
        unreadable: [
          'time/unreadable',
          `Unexpected time-stamp token that cannot be read${because}`,
        ],
      }[stamp.state] as [string, string]
      const help =
        stamp.state === 'unreadable'
          ? 'The response of an authority is named `….tsr`, a token taken out of it `….tst`'
          : undefined
      find(code, stamp.state === 'unreadable' ? 'warning' : 'error', name, words, help)
      told.push(words)
    }
  }
  tell('time', state, told.join('; '))
}
