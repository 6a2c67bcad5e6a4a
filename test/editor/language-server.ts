import {spawn, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {createRequire} from 'node:module'
import {resolve} from 'node:path'
import {pathToFileURL} from 'node:url'

/** What an editor underlines. Lines are from 1, as cinch counts them. */
export interface Mark {
  readonly line: number
  readonly message: string
}

export interface Offered {
  readonly label: string
  readonly documentation: string
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
}

interface Published {
  readonly uri: string
  readonly diagnostics: readonly {
    readonly message: string
    readonly range: {readonly start: {readonly line: number}}
  }[]
}

type Settings = Readonly<Record<string, unknown>>

const require = createRequire(import.meta.url)
const program = require.resolve('yaml-language-server/bin/yaml-language-server')

/** The real server on a folder, spoken to as an editor does. It is given no way to a network. */
export class LanguageServer {
  readonly #process: ChildProcess
  readonly #folder: string
  readonly #settings: Settings
  readonly #answers = new Map<number, (result: unknown) => void>()
  readonly #published = new Map<string, (marks: readonly Mark[]) => void>()
  #left = Buffer.alloc(0)
  #last = 0

  /** @param settings - As an editor keeps them, by dotted name: `yaml.schemas`. */
  constructor(folder: string, settings: Settings) {
    this.#folder = folder
    this.#settings = nested(settings)
    this.#process = spawn(process.execPath, [program, '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {PATH: process.env['PATH'], HOME: folder, HTTP_PROXY: 'http://127.0.0.1:9'},
    })
    this.#process.stdout?.on('data', (bytes: Buffer) => this.#read(bytes))
  }

  async start(): Promise<this> {
    const uri = pathToFileURL(this.#folder).href
    const snippets = {snippetSupport: true, documentationFormat: ['markdown', 'plaintext']}
    await this.#ask('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{uri, name: 'records'}],
      capabilities: {
        workspace: {configuration: true, workspaceFolders: true},
        textDocument: {completion: {completionItem: snippets}},
      },
    })
    this.#tell('initialized', {})
    return this
  }

  /** What is shown on a file of this text. Each file is opened once. */
  async marks(file: string, text: string): Promise<readonly Mark[]> {
    const uri = pathToFileURL(resolve(this.#folder, file)).href
    const shown = new Promise<readonly Mark[]>((done) => this.#published.set(uri, done))
    const textDocument = {uri, languageId: 'yaml', version: 1, text}
    this.#tell('textDocument/didOpen', {textDocument})
    return shown
  }

  /** What is offered at the end of a text. */
  async offers(file: string, text: string): Promise<readonly Offered[]> {
    await this.marks(file, text)
    const lines = text.split('\n')
    const answer = await this.#ask('textDocument/completion', {
      textDocument: {uri: pathToFileURL(resolve(this.#folder, file)).href},
      position: {line: lines.length - 1, character: lines.at(-1)?.length ?? 0},
    })
    const {items} = answer as {items: {label: string; documentation?: unknown}[]}
    return items.map(({label, documentation = ''}) => ({
      label,
      documentation:
        typeof documentation === 'string'
          ? documentation
          : (documentation as {value: string}).value,
    }))
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, 'exit')
    this.#process.kill()
    await gone
  }

  #ask(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#last
    const answer = new Promise((done) => this.#answers.set(id, done))
    this.#send({id, method, params})
    return answer
  }

  #tell(method: string, params: unknown): void {
    this.#send({method, params})
  }

  #send(message: Message): void {
    const body = Buffer.from(JSON.stringify({jsonrpc: '2.0', ...message}))
    this.#process.stdin?.write(`Content-Length: ${body.length}\r\n\r\n`)
    this.#process.stdin?.write(body)
  }

  #read(bytes: Buffer): void {
    this.#left = Buffer.concat([this.#left, bytes])
    for (;;) {
      const head = this.#left.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(
        /Content-Length: (\d+)/i.exec(this.#left.toString('latin1', 0, head))?.[1],
      )
      if (this.#left.length < head + 4 + length) return
      const body = this.#left.toString('utf8', head + 4, head + 4 + length)
      this.#left = this.#left.subarray(head + 4 + length)
      this.#take(JSON.parse(body) as Message)
    }
  }

  #take({id, method, params, result}: Message): void {
    if (method === undefined && id !== undefined) this.#answers.get(id)?.(result)
    if (method === 'textDocument/publishDiagnostics') {
      const {uri, diagnostics} = params as Published
      const marks = diagnostics.map((it) => ({line: it.range.start.line + 1, message: it.message}))
      this.#published.get(uri)?.(marks)
    }
    if (method === undefined || id === undefined) return
    const asked = (params as {items?: {section: string}[]}).items ?? []
    const isSettings = method === 'workspace/configuration'
    // An answer carries no method.
    this.#send({
      id,
      result: isSettings ? asked.map((it) => this.#settings[it.section] ?? {}) : null,
    })
  }
}

/** `{'yaml.schemaStore.enable': false}` as `{yaml: {schemaStore: {enable: false}}}`. */
function nested(settings: Settings): Settings {
  const all: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(settings)) {
    const keys = name.split('.')
    let part = all
    for (const key of keys.slice(0, -1)) part = (part[key] ??= {}) as Record<string, unknown>
    part[keys.at(-1) ?? ''] = value
  }
  return all
}
