/** Parts of bytes one behind another, so that columns of numbers are read where they stand. */
export function joinParts(parts: readonly ArrayBufferView[]): Buffer {
  return Buffer.concat(
    parts.flatMap((it) => [
      Buffer.from(Float64Array.of(it.byteLength).buffer),
      Buffer.from(it.buffer, it.byteOffset, it.byteLength),
      // Each starts at a multiple of 8.
      Buffer.alloc(-it.byteLength & 7),
    ]),
  )
}

/** Gives the parts that {@link joinParts} joined, one at a time. */
export function partsOf(joined: Buffer): () => Buffer {
  // A copy, so that columns of numbers start where they may.
  const {buffer} = new Uint8Array(joined)
  let at = 0
  return () => {
    const [bytes = 0] = new Float64Array(buffer, at, 1)
    const part = Buffer.from(buffer, at + 8, bytes)
    at += 8 + bytes + (-bytes & 7)
    return part
  }
}

interface Kind<T> {
  readonly BYTES_PER_ELEMENT: number
  new (buffer: ArrayBufferLike, from: number, length: number): T
}

/** A part as numbers of one kind. */
export function numbersIn<T>(kind: Kind<T>, {buffer, byteOffset, byteLength}: Buffer): T {
  return new kind(buffer, byteOffset, byteLength / kind.BYTES_PER_ELEMENT)
}
