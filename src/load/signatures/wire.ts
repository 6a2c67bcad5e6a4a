/** A blob that does not hold what its form says. Never leaves this folder. */
export class Damaged extends Error {}

/** Reads the fields of RFC 4251 section 5, and never past the end. */
export class Wire {
  private readonly bytes: Buffer
  private at = 0

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  take(length: number): Buffer {
    const end = this.at + length
    if (end > this.bytes.length) throw new Damaged('it ends too early')
    const part = this.bytes.subarray(this.at, end)
    this.at = end
    return part
  }

  uint32(): number {
    return this.take(4).readUInt32BE(0)
  }

  string(): Buffer {
    return this.take(this.uint32())
  }

  /** Names of algorithms and namespaces: short, and shown in messages. */
  name(): string {
    const bytes = this.string()
    if (bytes.length > 256) throw new Damaged('a name in it is too long')
    return bytes.toString('latin1')
  }

  /** A positive whole number, without leading zeros. */
  mpint(): Buffer {
    const bytes = this.string()
    if (bytes.length > 2049) throw new Damaged('a number in it is too long')
    if (((bytes[0] ?? 0) & 0x80) !== 0) throw new Damaged('a number in it is negative')
    let from = 0
    while (from < bytes.length && bytes[from] === 0) from += 1
    return bytes.subarray(from)
  }

  end(): void {
    if (this.at !== this.bytes.length) throw new Damaged('something follows its end')
  }
}

/** A string as RFC 4251 writes it: four bytes of length, then the bytes. */
export function wireString(value: Buffer | string): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'latin1') : value
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}
