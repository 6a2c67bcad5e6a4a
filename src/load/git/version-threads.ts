import {existsSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import type {ObjectContent} from './objects.ts'
import type {BatchAnswer, VersionBatch} from './version-worker.ts'

/** Built beside the bundle; there is none beside sources. */
const program = new URL('../../bundle/version-worker.cjs', import.meta.url)
/** With more, git is what one waits for. */
const mostThreads = 3
/** Batches that a thread has: one that it works on, and one so that it need not wait. */
const mostWaiting = 2

interface Thread {
  readonly worker: Worker
  /** Who waits for an answer, in the order of their batches. */
  readonly waiting: ((answer: BatchAnswer | undefined) => void)[]
}

/** Threads that parse versions of files beside this one. Nobody has to rely on them. */
export class VersionThreads {
  private threads: Thread[] = []

  /** One thread fewer than the machine runs at once; none where Node may not start any. */
  start(): void {
    if (!existsSync(program)) return
    const count = Math.min(availableParallelism() - 1, mostThreads)
    try {
      for (let more = count; more > 0; more -= 1) this.threads.push(this.begin())
    } catch {
      // Whoever asks parses by themselves.
    }
  }

  /**
   * @returns Undefined where no thread is free; it resolves to undefined where the thread ended
   *   before it was done. Both times the contents are for the caller to parse.
   */
  parse(contents: readonly ObjectContent[]): Promise<BatchAnswer | undefined> | undefined {
    const least = Math.min(...this.threads.map(({waiting}) => waiting.length))
    const thread = this.threads.find(({waiting}) => waiting.length === least)
    if (thread === undefined || least >= mostWaiting) return undefined
    return new Promise((resolve) => {
      thread.waiting.push(resolve)
      thread.worker.postMessage(batchOf(contents))
    })
  }

  async end(): Promise<void> {
    const {threads} = this
    this.threads = []
    await Promise.all(threads.map(({worker}) => worker.terminate()))
  }

  private begin(): Thread {
    const worker = new Worker(program, {execArgv: [], env: {}})
    const thread: Thread = {worker, waiting: []}
    worker.on('message', (answer: BatchAnswer) => thread.waiting.shift()?.(answer))
    worker.on('error', () => this.lose(thread))
    worker.on('exit', () => this.lose(thread))
    return thread
  }

  private lose(thread: Thread): void {
    this.threads = this.threads.filter((it) => it !== thread)
    for (const resolve of thread.waiting.splice(0)) resolve(undefined)
  }
}

/** In one piece of memory, which is copied at once; nothing for what is no content. */
function batchOf(contents: readonly ObjectContent[]): VersionBatch {
  const texts = contents.map((it) => (it instanceof Buffer ? it : Buffer.alloc(0)))
  let end = 0
  return {bytes: Buffer.concat(texts), ends: texts.map((it) => (end += it.length))}
}
