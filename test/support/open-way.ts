import type { Database } from '../../src/db/database.ts'
import { createProductData, type EngineName, type ProductData } from './product-data.ts'
import { type Product, startProduct } from './start-product.ts'
import { openTelegramWorld, type TelegramWorld } from './telegram-world.ts'

/**
 * A day's worth of messages goes into one channel within a minute here, and would wait for the 20 a minute that Telegram
 * allows there: the pace has tests of its own (sinks/telegram/pace, way/crowd).
 */
export const UNHURRIED = { MESSAGES_PER_SECOND: '0' }

/** A Telegram, a place for the data and the program between them: what a scenario walks through. */
export interface Way {
  readonly telegram: TelegramWorld
  readonly data: ProductData
  /** everything that the program's processes wrote, those before a restart included */
  output(): string
  /** looks into the database, or changes it; where it is embedded the program is stopped for it and started again */
  withDatabase<T>(use: (database: Database) => Promise<T>): Promise<T>
}

export interface OneProcessWay extends Way {
  product(): Product
  /** `changed`: another entry of the same program, and more of an environment, from now on */
  start(changed?: { entry: string; env: Record<string, string> }): Promise<void>
  /** SIGTERM; throws where the exit code is not 0 */
  stop(): Promise<void>
  kill9(): Promise<void>
  close(): Promise<void>
}

/** The program as one process that polls. `started: false` leaves the start to the caller. */
export async function openWay(
  engine: EngineName,
  options: {
    filled: boolean
    started: boolean
    env?: Record<string, string>
    telegram?: Parameters<typeof openTelegramWorld>[0]
  },
): Promise<OneProcessWay> {
  const telegram = await openTelegramWorld(options.telegram)
  const data = await createProductData(engine, options)
  const products: Product[] = []
  let running: Product | null = null

  let program: { entry?: string; env?: Record<string, string> } = {}

  const start: OneProcessWay['start'] = async (changed) => {
    program = changed ?? program
    const env = { ...UNHURRIED, ...telegram.env, ...data.env, ...options.env, ...program.env }
    running = await startProduct(env, program.entry)
    products.push(running)
  }
  const stop = async () => {
    const code = await running?.stop()
    running = null
    if (code !== 0 && code !== undefined) throw new Error(`the program ended with ${code}`)
  }
  if (options.started) await start()
  return {
    telegram,
    data,
    output: () => products.map((each) => each.output()).join(''),
    withDatabase: async (use) => {
      if (!data.embedded || !running) return await data.withDatabase(use)
      await stop()
      const used = await data.withDatabase(use)
      await start()
      return used
    },
    product: () => {
      if (!running) throw new Error('the program does not run')
      return running
    },
    start,
    stop,
    kill9: async () => {
      await running?.kill9()
      running = null
    },
    close: async () => {
      await running?.kill9()
      await telegram.close()
      await data.remove()
    },
  }
}
