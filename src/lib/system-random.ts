import { randomInt, randomUUID } from 'node:crypto'
import type { Random } from './random.ts'

export const systemRandom: Random = { uuid: () => randomUUID(), below: (limit) => randomInt(limit) }
