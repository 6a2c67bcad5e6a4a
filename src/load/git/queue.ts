/** Gives back what was put in, the first by an order at a time: a binary heap. */
export class Queue<T> {
  private readonly heap: T[] = []
  private readonly isBefore: (one: T, other: T) => boolean
  constructor(isBefore: (one: T, other: T) => boolean) {
    this.isBefore = isBefore
  }

  add(one: T): void {
    const {heap} = this
    let at = heap.push(one) - 1
    for (let up = (at - 1) >> 1; at > 0 && this.goesBefore(at, up); up = (at - 1) >> 1) {
      this.swap(at, up)
      at = up
    }
  }

  take(): T | undefined {
    const {heap} = this
    const [first] = heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return first
    heap[0] = last
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let least = at
      if (left < heap.length && this.goesBefore(left, least)) least = left
      if (right < heap.length && this.goesBefore(right, least)) least = right
      if (least === at) return first
      this.swap(at, least)
      at = least
    }
  }

  private goesBefore(a: number, b: number): boolean {
    return this.isBefore(this.heap[a] as T, this.heap[b] as T)
  }

  private swap(a: number, b: number): void {
    const {heap} = this
    const kept = heap[a] as T
    heap[a] = heap[b] as T
    heap[b] = kept
  }
}
