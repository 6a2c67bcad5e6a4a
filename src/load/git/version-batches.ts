import {readObjects, type ObjectContent} from './objects.ts'
import {readPlainVersion, type PlainVersion} from './plain-version.ts'
import {recordsOfText} from './version-text.ts'
import type {GitFolder} from './run.ts'
import {VersionThreads} from './version-threads.ts'

type See = (content: ObjectContent, plain: PlainVersion) => void

/** Fewer versions are parsed before a thread has started. */
const worthThreads = 2000
/** To hand over less takes longer than to parse it. */
const batchBytes = 128 * 1024
const batchCount = 1024

interface Batch {
  readonly contents: ObjectContent[]
  bytes: number
  /** For each content; undefined as long as a thread has them. */
  read?: readonly PlainVersion[]
  /** When that thread is done with them. */
  done?: Promise<void>
}

/**
 * Reads versions of files in the order asked for, with what the plain parser makes of each.
 *
 * @param limit - Bytes; a larger one is passed over.
 */
export async function readPlainly(
  repository: GitFolder,
  hashes: readonly string[],
  limit: number,
  see: See,
): Promise<void> {
  const threads = new VersionThreads()
  const batches = new VersionBatches(threads, see)
  try {
    if (hashes.length >= worthThreads) threads.start()
    await readObjects(repository, hashes, limit, (_, content) => batches.add(content))
    await batches.end()
  } finally {
    await threads.end()
  }
}

/**
 * Has versions of files parsed by whichever thread is free, this one among them, and hands them on
 * in the order in which they came. No more waits than a few batches for each thread.
 */
class VersionBatches {
  private readonly threads: VersionThreads
  private readonly see: See
  private readonly queue: Batch[] = []
  private next: Batch = {contents: [], bytes: 0}

  constructor(threads: VersionThreads, see: See) {
    this.threads = threads
    this.see = see
  }

  add(content: ObjectContent): void {
    const {next} = this
    next.contents.push(content)
    if (content instanceof Buffer) next.bytes += content.length
    if (next.bytes >= batchBytes || next.contents.length >= batchCount) this.send()
  }

  async end(): Promise<void> {
    this.send()
    for (let batch = this.queue[0]; batch !== undefined; batch = this.queue[0]) {
      await batch.done
      this.handOn()
    }
  }

  private send(): void {
    const batch = this.next
    this.next = {contents: [], bytes: 0}
    this.queue.push(batch)
    const answer = this.threads.parse(batch.contents)
    if (answer === undefined) batch.read = batch.contents.map(readHere)
    else
      batch.done = answer.then((texts) => {
        batch.read = texts === undefined ? batch.contents.map(readHere) : texts.map(readOf)
      })
    this.handOn()
  }

  private handOn(): void {
    for (let batch = this.queue[0]; batch?.read !== undefined; batch = this.queue[0]) {
      const {contents, read} = batch
      this.queue.shift()
      contents.forEach((it, index) => this.see(it, read[index] ?? null))
    }
  }
}

function readHere(content: ObjectContent): PlainVersion {
  return content instanceof Buffer ? readPlainVersion(content) : null
}

function readOf(text: string | null): PlainVersion {
  return text === null ? null : {records: recordsOfText(text)}
}
