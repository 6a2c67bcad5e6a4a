import {decodePath, decodeText, withoutSpace} from './bytes.ts'

/** Name and address of somebody, as they may be shown. */
export type Person = readonly [name: string, email: string]

/** Each once, by number. Found again by bytes, since the same few stand all over a history. */
class Numbered<T> {
  private readonly list: T[]
  private readonly byBytes = new Map<string, number>()
  private byKey: Map<string, number> | undefined
  private last = Buffer.alloc(0)
  private lastNumber = -1
  private readonly decode: (bytes: string) => T
  private readonly keyOf: (value: T) => string

  constructor(decode: (bytes: string) => T, keyOf: (value: T) => string, kept: readonly T[] = []) {
    this.decode = decode
    this.keyOf = keyOf
    this.list = [...kept]
  }

  /** Not to be changed. */
  get all(): readonly T[] {
    return this.list
  }

  /** The same of a part of a stream; the one asked for last is found without making a text. */
  in(bytes: Buffer, from: number, to: number): number {
    const {last} = this
    let at = 0
    if (to - from === last.length) while (at < last.length && bytes[from + at] === last[at]) at += 1
    if (at < last.length || to === from || last.length === 0) {
      this.last = Buffer.from(bytes.subarray(from, to))
      this.lastNumber = this.of(bytes.toString('latin1', from, to))
    }
    return this.lastNumber
  }

  /** @param bytes - One character each. */
  of(bytes: string): number {
    const known = this.byBytes.get(bytes)
    if (known !== undefined) return known
    const value = this.decode(bytes)
    const key = this.keyOf(value)
    this.byKey ??= new Map(this.list.map((it, index) => [this.keyOf(it), index]))
    const number = this.byKey.get(key) ?? this.list.push(value) - 1
    this.byKey.set(key, number)
    this.byBytes.set(bytes, number)
    return number
  }
}

/** Those who wrote commits; from what stands before a time: `Name <address>`. */
export function peopleOf(kept?: readonly Person[]): Numbered<Person> {
  return new Numbered(personOf, ([name, email]) => `${name}\n${email}`, kept)
}

/** Paths from the top of the repository, as in {@link decodePath}. */
export function pathsOf(kept?: readonly string[]): Numbered<string> {
  return new Numbered(
    (bytes) => decodePath(bytes).path,
    (path) => path,
    kept,
  )
}

export type {Numbered}

function personOf(who: string): Person {
  const open = who.lastIndexOf('<')
  return [
    decodeText(withoutSpace(who.slice(0, Math.max(open, 0)))),
    decodeText(who.slice(open + 1, -1)),
  ]
}
