/** Whole numbers of 32 bits, one after another. */
export class Numbers {
  private values: Int32Array
  length: number

  constructor(values: Int32Array = new Int32Array(0)) {
    this.values = values
    this.length = values.length
  }

  get(index: number): number {
    return this.values[index] ?? 0
  }

  set(index: number, value: number): void {
    this.values[index] = value
  }

  push(value: number): void {
    if (this.length === this.values.length) this.grow(this.length + 1)
    this.values[this.length] = value
    this.length += 1
  }

  /** Makes room up to `length`, where it is missing, with 0. */
  reach(length: number): void {
    if (length > this.values.length) this.grow(length)
    if (length > this.length) this.length = length
  }

  /** Not to be changed. */
  kept(): Int32Array {
    return this.values.subarray(0, this.length)
  }

  private grow(length: number): void {
    const values = new Int32Array(Math.max(length, 2 * this.values.length, 1024))
    values.set(this.values)
    this.values = values
  }
}

/** Bytes, one after another. */
export class Bytes {
  private values: Buffer
  length: number

  constructor(values: Buffer = Buffer.alloc(0)) {
    this.values = values
    this.length = values.length
  }

  push(byte: number): void {
    if (this.length === this.values.length) this.grow(this.length + 1)
    this.values[this.length] = byte
    this.length += 1
  }

  append(bytes: Uint8Array, from = 0, to = bytes.length): void {
    const length = this.length + to - from
    if (length > this.values.length) this.grow(length)
    if (to - from > 100) this.values.set(bytes.subarray(from, to), this.length)
    // A short text is moved before a part of an array is made.
    else for (let at = from; at < to; at += 1) this.values[this.length + at - from] = bytes[at] ?? 0
    this.length = length
  }

  /** Takes away what stands before `from`. */
  drop(from: number): void {
    this.values.copyWithin(0, from, this.length)
    this.length -= from
  }

  /** One character for each byte. */
  text(from: number, to: number): string {
    return this.values.toString('latin1', from, to)
  }

  /** Not to be changed; holds until more is added. */
  kept(): Buffer {
    return this.values.subarray(0, this.length)
  }

  private grow(length: number): void {
    const values = Buffer.allocUnsafe(Math.max(length, 2 * this.values.length, 4096))
    values.set(this.values)
    this.values = values
  }
}
