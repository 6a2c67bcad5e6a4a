import {expect, test} from 'vitest'
import {attacks} from './attacks.ts'

/** `npx vitest -u` rewrites the file; review the difference like code. */
test('the list of attacks is the one that people read', async () => {
  const rows = attacks.map(
    ({name, caughtBy}) => `| ${name} | ${caughtBy.map((it) => `\`${it}\``).join(' ')} |`,
  )
  const text = [
    '# The tampering kit',
    '',
    'Every attack is made on a real repository with two seals, and must be caught by these codes and no',
    'other. `clean.test.ts` holds that nothing is found where honest people work.',
    '',
    '| attack | caught by |',
    '| --- | --- |',
    ...rows,
    '| a time-stamp token of other bytes (`test/seal/keys-and-time.test.ts`) | `time/imprint` |',
    '| a time-stamp token of an authority that was not named (the same) | `time/untrusted` |',
    '',
  ].join('\n')
  await expect(text).toMatchFileSnapshot('README.md')
})
