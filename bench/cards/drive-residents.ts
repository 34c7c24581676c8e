import type { BotApiStub } from './bot-api-stub.ts'
import type { Action } from './card-script.ts'
import { fillCard } from './fill-card.ts'

export interface Driven {
  /** cards that were completed within the measured time, and that time */
  cards: number
  seconds: number
  /** milliseconds of each step of those cards: by card, by step */
  latencies: number[][]
  /** why a card came to no end */
  failures: string[]
  /** cards that were completed in all, the warm-up and those after the measured time included */
  completed: number
}

/**
 * So many residents at once, each with one card after the other as a new person. Measured from the moment when the
 * warm-up's cards are done until so many more are; whoever is in the middle then still comes to the end.
 */
export async function driveResidents(options: {
  stub: BotApiStub
  residents: number
  warmUp: number
  cards: number
  scriptOf: (card: number) => Action[]
  /** called when the measured time begins and ends */
  onWindow: (edge: 'begin' | 'end') => Promise<void>
}): Promise<Driven> {
  const { stub, residents, warmUp, cards, scriptOf, onWindow } = options
  const failures: string[] = []
  const latencies: number[][] = []
  let next = 0
  let completed = 0
  let beganAt = 0
  let endedAt = 0

  const begin = async () => {
    await onWindow('begin')
    beganAt = performance.now()
  }
  const one = async () => {
    while (endedAt === 0) {
      next += 1
      const card = next
      try {
        const steps = await fillCard(stub, 10_000_000 + card, scriptOf(card))
        completed += 1
        if (endedAt === 0 && beganAt > 0) latencies.push(steps)
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error))
        if (failures.length > residents) throw new Error(`too many cards fail: ${failures[0]}`)
      }
      if (completed === warmUp) await begin()
      if (completed === warmUp + cards && endedAt === 0) {
        endedAt = performance.now()
        await onWindow('end')
      }
    }
  }
  if (warmUp === 0) await begin()
  await Promise.all(Array.from({ length: residents }, one))
  return { cards, seconds: (endedAt - beganAt) / 1000, latencies, failures, completed }
}
