/**
 * The rows of a file, outside of the JavaScript heap: about 40 bytes each, so that a whole country takes 30 MB.
 * Codes are numbers with a 1 in front (leading zeros stay, 16 digits are exact), names one stretch of UTF-8.
 */
export class RegionRows {
  length = 0
  #codes = new Float64Array(4096)
  #lines = new Uint32Array(4096)
  #ends = new Uint32Array(4096)
  #names: Buffer = Buffer.alloc(65_536)
  #order: Uint32Array | undefined

  /** Codes are digits, at most 15; names at most a few hundred bytes. */
  push(code: string, name: string, line: number): void {
    const i = this.length
    if (i === this.#codes.length) {
      this.#codes = doubled(this.#codes, Float64Array)
      this.#lines = doubled(this.#lines, Uint32Array)
      this.#ends = doubled(this.#ends, Uint32Array)
    }
    const start = this.#start(i)
    if (start + name.length * 3 > this.#names.length)
      this.#names = Buffer.concat([this.#names], this.#names.length * 2)
    this.#codes[i] = keyOf(code)
    this.#lines[i] = line
    this.#ends[i] = start + this.#names.write(name, start)
    this.#order = undefined
    this.length = i + 1
  }

  code(i: number): string {
    return String(this.#codes[i]).slice(1)
  }

  name(i: number): string {
    return this.#names.toString('utf8', this.#start(i), this.#ends[i])
  }

  line(i: number): number {
    return this.#lines[i] ?? 0
  }

  /** The rows' numbers in the order of their codes, short codes first (so parents before children), then of the file. */
  order(): Uint32Array {
    const codes = this.#codes
    this.#order ??= Uint32Array.from({ length: this.length }, (_, i) => i).sort(
      (a, b) => (codes[a] ?? 0) - (codes[b] ?? 0) || a - b,
    )
    return this.#order
  }

  has(code: string): boolean {
    const order = this.order()
    const key = keyOf(code)
    let low = 0
    let high = order.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#codes[order[middle] ?? 0] ?? 0) < key) low = middle + 1
      else high = middle
    }
    return low < order.length && this.#codes[order[low] ?? 0] === key
  }

  /** Each row whose code is on an earlier line too, with the first of them, in the order of the file. */
  duplicates(): { row: number; first: number }[] {
    const order = this.order()
    const found: { row: number; first: number }[] = []
    let first = 0
    for (let i = 1; i < order.length; i++) {
      if (this.#codes[order[i] ?? 0] === this.#codes[order[first] ?? 0])
        found.push({ row: order[i] ?? 0, first: order[first] ?? 0 })
      else first = i
    }
    return found.sort((a, b) => a.row - b.row)
  }

  #start(i: number): number {
    return i === 0 ? 0 : (this.#ends[i - 1] ?? 0)
  }
}

function keyOf(code: string): number {
  return Number(`1${code}`)
}

function doubled<T extends Float64Array | Uint32Array>(list: T, Type: new (length: number) => T): T {
  const longer = new Type(list.length * 2)
  longer.set(list)
  return longer
}
