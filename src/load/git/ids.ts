import {randomInt} from 'node:crypto'
import {endianness} from 'node:os'
import {CannotRun} from '../../model/diagnostic.ts'

/** Value of each hexadecimal digit by its byte; -1 for any other byte. */
const digitOf = new Int8Array(256).fill(-1)
for (let value = 0; value < 16; value += 1) digitOf[value.toString(16).charCodeAt(0)] = value

const none = new Uint32Array(0)

/**
 * Names of objects, each once, by the number under which it came: 32 bits of a name stand in each
 * word. A name takes 20 bytes here, or 32, where a text of it would take a hundred.
 */
export class Ids {
  private count = 0
  /** Words of each name; set by the first. */
  private width = 0
  private words: Uint32Array = none
  /** Open addressing; numbers from 1, and 0 where none is. Empty until a name is looked up. */
  private slots = new Int32Array(0)
  /** Who makes names that fall together would have to know them. */
  private readonly seed = randomInt(2 ** 32)
  private readonly found = new Uint32Array(8)
  private texts: string | undefined

  /** @param kept - What {@link Ids.kept} gave. */
  constructor(kept: Uint32Array = none, digits = 0) {
    this.words = kept
    this.width = digits / 8
    this.count = digits === 0 ? 0 : kept.length / this.width
  }

  get size(): number {
    return this.count
  }

  /** Hexadecimal digits of a name; 0 before the first one. */
  get digits(): number {
    return this.width * 8
  }

  /** The words of all names, one after another. */
  kept(): Uint32Array {
    return this.words.subarray(0, this.count * this.width)
  }

  /**
   * The number of the name that stands in `bytes` as hexadecimal digits; a new one is added.
   *
   * @throws {CannotRun} Where no name of this repository stands there.
   */
  of(bytes: Uint8Array, at: number, digits: number): number {
    this.read(bytes, at, digits)
    // A commit mostly follows the one that names it as its parent.
    if (this.count > 0 && this.isAt((this.count - 1) * this.width)) return this.count - 1
    const slot = this.slotOf()
    const known = this.slots[slot] ?? 0
    if (known !== 0) return known - 1
    const from = this.count * this.width
    if (from + this.width > this.words.length) {
      const words = new Uint32Array(Math.max(from * 2, 4096 * this.width))
      words.set(this.words)
      this.words = words
    }
    for (let word = 0; word < this.width; word += 1) this.words[from + word] = this.found[word] ?? 0
    this.texts = undefined
    this.count += 1
    this.slots[slot] = this.count
    return this.count - 1
  }

  /** The number of a name, -1 where it is not here. */
  find(name: string): number {
    if (name.length !== this.digits || this.count === 0) return -1
    this.read(Buffer.from(name, 'latin1'), 0, name.length)
    const slot = this.slotOf()
    return (this.slots[slot] ?? 0) - 1
  }

  name(number: number): string {
    const [from, to] = [number * this.digits, (number + 1) * this.digits]
    return this.texts?.slice(from, to) ?? textOf(this.words.subarray(from / 8, to / 8))
  }

  /** Writes all names out at once, for who will ask for most of them. */
  spell(): void {
    this.texts ??= textOf(this.kept())
  }

  /** Less than 0 where the first of two names comes first in the order of their digits. */
  compare(one: number, other: number): number {
    for (let word = 0; word < this.width; word += 1) {
      const a = this.words[one * this.width + word] ?? 0
      const b = this.words[other * this.width + word] ?? 0
      if (a !== b) return a < b ? -1 : 1
    }
    return 0
  }

  private read(bytes: Uint8Array, from: number, digits: number): void {
    if (this.width === 0 && (digits === 40 || digits === 64)) this.width = digits / 8
    let wrong = digits === this.digits ? 0 : -1
    let at = from
    for (let word = 0; word < this.width; word += 1) {
      let value = 0
      for (const end = at + 8; at < end; at += 2) {
        const [high, low] = [digitOf[bytes[at] ?? 0] ?? -1, digitOf[bytes[at + 1] ?? 0] ?? -1]
        wrong |= high | low
        value = (value << 8) | (high << 4) | low
      }
      this.found[word] = value
    }
    if (wrong < 0)
      throw new CannotRun(
        'Unexpected answer of `git log`, expected the name of an object',
        'Check the repository with `git fsck`',
      )
  }

  /** Where the name just read stands, or would. */
  private slotOf(): number {
    if (this.slots.length < 2 * (this.count + 1)) this.spread()
    const {slots, width} = this
    const last = slots.length - 1
    for (let slot = this.mix(this.found, 0) & last; ; slot = (slot + 1) & last) {
      const known = slots[slot] ?? 0
      if (known === 0 || this.isAt((known - 1) * width)) return slot
    }
  }

  /** Whether the name just read is the one that starts with this word. */
  private isAt(from: number): boolean {
    const {words, found, width} = this
    for (let word = 0; word < width; word += 1) if (words[from + word] !== found[word]) return false
    return true
  }

  private spread(): void {
    let length = Math.max(this.slots.length, 8192)
    while (length < 4 * (this.count + 1)) length *= 2
    this.slots = new Int32Array(length)
    for (let number = 0; number < this.count; number += 1) {
      let slot = this.mix(this.words, number * this.width) & (length - 1)
      while (this.slots[slot] !== 0) slot = (slot + 1) & (length - 1)
      this.slots[slot] = number + 1
    }
  }

  private mix(words: Uint32Array, from: number): number {
    let mixed = this.seed
    for (let word = 0; word < this.width; word += 1) {
      mixed = Math.imul(mixed ^ (words[from + word] ?? 0), 0x9e3779b1)
      mixed ^= mixed >>> 15
    }
    return mixed >>> 0
  }
}

function textOf(words: Uint32Array): string {
  const bytes = Buffer.from(words.slice().buffer)
  return (endianness() === 'LE' ? bytes.swap32() : bytes).toString('hex')
}
