import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Config, type Command, type Interfaces} from '@oclif/core'

/** Commands by their ids, as the bundle exports them: each is loaded when it is asked for. */
export type Commands = Readonly<Record<string, typeof Command>>

/** Commands that tell of the others, for which oclif has to read what it knows of all. */
const tellOfOthers = new Set(['help', 'completion'])
const helpFlags = new Set(['--help', '-h'])

/**
 * The command that a command line names beyond doubt, ready to run; undefined where oclif has to
 * look: it tells of help, of topics and of what was mistyped, and takes several times as long.
 *
 * @param argv - Arguments after the program's name.
 * @param root - Absolute path of the package's folder.
 */
export function knownCommand(
  argv: readonly string[],
  root: string,
  commands: Commands,
): (() => Promise<unknown>) | undefined {
  const [id = '', next] = argv
  if (!Object.hasOwn(commands, id) || tellOfOthers.has(id)) return undefined
  if (Object.keys(commands).some((it) => it.startsWith(`${id}:`)) || asksForHelp(argv))
    return undefined
  const known = commands[id] as typeof Command
  // To oclif a word after a command that takes none is part of the command's name.
  const takesWords = !known.strict || Object.keys(known.args).length > 0
  if (next !== undefined && !takesWords && !/^-|=/.test(next)) return undefined
  known.id = id
  const config = new KnownConfig(root)
  return () => runOf(known, argv.slice(1), config)
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return (end < 0 ? argv : argv.slice(0, end)).some((it) => helpFlags.has(it))
}

/** As `Command.run`, which would first read the configuration once more. */
function runOf(known: typeof Command, argv: string[], config: Config): Promise<unknown> {
  const make = known as unknown as new (
    argv: string[],
    config: Config,
  ) => {_run(): Promise<unknown>}
  return new make(argv, config)._run()
}

/** What a command may ask of oclif's configuration while it runs. There are no plugins, and no hooks. */
class KnownConfig extends Config {
  constructor(root: string) {
    super({root})
    this.root = root
    this.pjson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Interfaces.PJSON
    this.name = this.pjson.name
    this.version = this.pjson.version
    this.bin = this.pjson.oclif.bin ?? this.name
    this.userAgent = `${this.name}/${this.version}`
    // Nothing of a command line is left to be joined to an id.
    this.topicSeparator = ':'
  }

  override async runHook(): Promise<Interfaces.Hook.Result<never>> {
    return {failures: [], successes: []}
  }
}
