import { join } from 'node:path'
import { createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { type Clock, systemClock } from './lib/clock.ts'
import { loadEnvFile } from './lib/load-env-file.ts'
import { openMovableClock } from './lib/movable-clock.ts'
import { systemRandom } from './lib/system-random.ts'
import { createLogger } from './logger.ts'

/** Wrong settings. */
const EXIT_SETTINGS = 2
/** Something else keeps the program from starting, or from going on. */
const EXIT_FAILED = 1
/** What runs may take this long to finish after SIGTERM. */
const LONGEST_STOP_MS = 10_000

async function main(): Promise<void> {
  // `npm start` names .env; what is in the environment already has precedence
  const envFile = process.argv[2]
  if (envFile !== undefined) loadEnvFile(envFile)
  const read = readConfig(process.env)
  if (!read.ok) {
    for (const { variable, value, expected } of read.mistakes)
      process.stderr.write(
        `${variable}: ${value === undefined ? 'not set' : JSON.stringify(value)}; expected ${expected}\n`,
      )
    process.exit(EXIT_SETTINGS)
  }
  const { config } = read
  const log = createLogger(config.logLevel)
  const created = await createApp(config, { clock: clockOf(config), random: systemRandom, log })
  if (!created.ok) {
    process.stderr.write(`${created.reason}\n`)
    process.exit(EXIT_FAILED)
  }
  const { app } = created
  log.info({ address: app.address, roles: [...config.roles], updates: config.updates.kind }, 'started')
  if (config.telegram.kind === 'playground')
    process.stdout.write(`\n  乡音 is ready to try: open ${app.address} in a browser.\n\n`)

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(EXIT_FAILED), LONGEST_STOP_MS).unref()
    await app.stop()
    log.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
}

/** The playground's clock can be put forward on its page. */
function clockOf(config: Config): Clock {
  return config.telegram.kind === 'playground'
    ? openMovableClock(join(config.dataFolder, 'clock.json'))
    : systemClock
}

main().catch((error: unknown) => {
  createLogger('error').fatal({ err: error }, 'could not start')
  process.exit(EXIT_FAILED)
})
