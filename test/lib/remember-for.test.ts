import { describe, expect, it } from 'vitest'
import { rememberFor } from '../../src/lib/remember-for.ts'

describe('an answer that is remembered for some time', () => {
  it('is asked for once by many, and anew when its time is over', async () => {
    let now = 0
    let asked = 0
    const ask = rememberFor(
      1_000,
      async () => ++asked,
      () => now,
    )
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1])
    now = 999
    expect(await ask()).toBe(1)
    now = 1_000
    expect(await ask()).toBe(2)
  })

  it('is not remembered where it failed', async () => {
    let asked = 0
    const ask = rememberFor(1_000, async () => {
      asked += 1
      if (asked === 1) throw new Error('away')
      return asked
    })
    await expect(ask()).rejects.toThrow('away')
    expect(await ask()).toBe(2)
  })
})
