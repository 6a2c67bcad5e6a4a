import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {dossierOf} from './dossier.ts'
import {writeCorpus} from './corpus.ts'
import {writeHistory} from './history.ts'
import {ratioOf, type Pair} from './pairs.ts'
import {writeSigned} from './signed.ts'

const pairsEach = Number(process.argv[2] ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'cinch-bench-'))
const node = process.execPath
const cinch = [node, 'bin/run.js']
// What is kept between runs lies with the rest; only the pairs that say so keep anything.
process.env['XDG_CACHE_HOME'] = join(folder, 'cache')

try {
  const corpus = join(folder, 'corpus')
  const history = join(folder, 'history')
  const bytes = writeCorpus(corpus, 10_000)
  writeHistory(history, 50_000, 10_000)
  const signed = join(folder, 'signed')
  const signers = writeSigned(signed, 300)
  mkdirSync(join(folder, 'pdf'))
  const dossier = join(folder, 'pdf', 'dossier.json')
  writeFileSync(dossier, JSON.stringify(dossierOf(200)))

  const pairs: readonly Pair[] = [
    {
      title: '--version',
      ours: [...cinch, '--version'],
      floor: [node, '-e', '0'],
      floorTitle: 'node -e 0',
      aim: 1.1,
    },
    {
      title: 'a small command: explain B1',
      ours: [...cinch, 'explain', 'B1'],
      floor: [node, '-e', '0'],
      floorTitle: 'node -e 0',
      aim: 1.55,
    },
    {
      title: `cold validate, 10,000 records, ${(bytes / 1e6).toFixed(1)} MB`,
      ours: [...cinch, 'validate', '--root', corpus, '--as-of', '2026-06-30', '--no-cache'],
      floor: [node, 'bench/floors/read-all.mjs', corpus],
      floorTitle: 'reading the same bytes',
      aim: 4.5,
    },
    {
      // The first pair of these fills the cache, and the median leaves it out.
      title: 'warm validate, nothing changed since the run before',
      ours: [...cinch, 'validate', '--root', corpus, '--as-of', '2026-06-30'],
      floor: [node, 'bench/floors/read-all.mjs', corpus],
      floorTitle: 'reading the same bytes',
      aim: 1,
    },
    {
      title: 'history of 50,000 commits, by path',
      ours: [node, 'bench/ours/history.mjs', history],
      floor: ['git', '-C', history, 'log', '--raw', '--format=%H'],
      floorTitle: 'git log --raw to nowhere',
      aim: 1.3,
    },
    {
      title: 'the same with 100 commits more than the run before',
      ours: [node, 'bench/ours/history.mjs', history, 'kept'],
      floor: ['git', '-C', history, 'log', '--raw', '--format=%H'],
      floorTitle: 'git log --raw to nowhere',
      aim: 0.25,
    },
    {
      title: 'every record of 50,000 commits, read before',
      ours: [node, 'bench/ours/trail.mjs', history, 'kept'],
      floor: [node, 'bench/ours/trail.mjs', history],
      floorTitle: 'the same, never read before',
      aim: 0.1,
    },
    {
      title: 'trail of one record of 50,000 commits, read before',
      ours: [...cinch, 'trail', '--root', history, 'protocol-8'],
      floor: [...cinch, 'trail', '--root', history, 'protocol-8', '--no-cache'],
      floorTitle: 'the same, nothing kept',
      aim: 0.1,
    },
    {
      title: 'signatures of 300 commits: trail, nothing kept from a run before',
      ours: [...cinch, 'trail', '--root', signed, '--allowed-signers', signers, '--no-cache'],
      floor: signedLog(signed, signers),
      floorTitle: 'git log --format=%G?',
      aim: 0.1,
    },
    {
      title: '200 pages of PDF, embedded fonts, tagged',
      ours: [node, 'bench/ours/pdf.mjs', dossier, join(folder, 'pdf', 'ours.pdf')],
      floor: [node, 'bench/floors/pdf-standard.mjs', dossier, join(folder, 'pdf', 'floor.pdf')],
      floorTitle: 'pdfkit, standard fonts',
      aim: 1.5,
    },
  ]
  console.log(`${pairsEach} pairs each, whole processes in turn; ratio ours / floor`)
  for (const pair of pairs) {
    const {median, least, most} = ratioOf(pair, pairsEach)
    const verdict = median <= pair.aim ? 'reached' : 'not reached'
    console.log(
      `${pair.title} against ${pair.floorTitle}: ${median.toFixed(2)} (${least.toFixed(2)}-${most.toFixed(2)}), aim ${pair.aim}: ${verdict}`,
    )
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}

function signedLog(repository: string, signers: string): readonly string[] {
  const allowed = `gpg.ssh.allowedSignersFile=${signers}`
  return ['git', '-C', repository, '-c', allowed, 'log', '--format=%G?']
}
