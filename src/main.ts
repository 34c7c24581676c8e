import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, readConfig } from './config.ts'
import { type Clock, systemClock } from './lib/clock.ts'
import { loadEnvFile } from './lib/load-env-file.ts'
import { openMovableClock } from './lib/movable-clock.ts'
import { systemRandom } from './lib/system-random.ts'
import { whenParentEnds } from './lib/when-parent-ends.ts'
import { createLogger } from './logger.ts'
import { exitCodes, refusalLine } from './startup/start-refusal.ts'

/** What runs may take this long to finish after SIGTERM. */
const LONGEST_STOP_MS = 10_000

const USAGE = `Usage: npm start [-- --check]

Starts the bot, or the playground where BOT_TOKEN is not set. --check only looks whether all is there that it needs, says
what it finds and changes nothing.
`

async function main(): Promise<void> {
  // what it writes is for its owner only: the database, photos and voices
  process.umask(0o077)
  const options = process.argv.slice(2).filter((each) => each.startsWith('-'))
  if (options.some((each) => each !== '--check')) {
    process.stderr.write(USAGE)
    process.exit(exitCodes.settings)
  }
  // `npm start` names .env; what is in the environment already has precedence
  const envFile = process.argv.slice(2).find((each) => !each.startsWith('-'))
  if (envFile !== undefined) loadEnvFile(envFile)
  const read = readConfig(process.env)
  if (!read.ok) {
    for (const { variable, value, expected } of read.mistakes)
      process.stderr.write(
        `${variable}: ${value === undefined ? 'not set' : JSON.stringify(value)}; expected ${expected}\n`,
      )
    process.exit(exitCodes.settings)
  }
  if (options.includes('--check')) {
    const { checkInstallation } = await import('./startup/check-installation.ts')
    process.exit(await checkInstallation(read.config, (line) => process.stdout.write(`${line}\n`)))
  }
  await run(read.config)
}

async function run(config: Config): Promise<void> {
  const log = createLogger(config.logLevel)
  const stopping = new AbortController()
  const stop = (signal: string) => {
    if (stopping.signal.aborted) return
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(exitCodes.failed), LONGEST_STOP_MS).unref()
    stopping.abort()
  }
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => stop('SIGINT'))
  if (process.env.npm_lifecycle_event) whenParentEnds(() => stop('npm ended'))

  announceFirstStart(config)
  // what follows takes a second or two to load; mistakes and the line above shall not wait for it
  const { createApp } = await import('./app.ts')
  const created = await createApp(config, {
    clock: clockOf(config),
    random: systemRandom,
    log,
    stopping: stopping.signal,
  })
  if (!created.ok && created.code === 'refused') {
    process.stderr.write(`${refusalLine(created.refusal)}\n`)
    process.exit(exitCodes[created.refusal.kind])
  }
  if (created.ok) {
    const { app } = created
    log.info({ address: app.address, roles: [...config.roles], updates: config.updates.kind }, 'started')
    if (config.telegram.kind === 'playground')
      process.stdout.write(`\n  乡音 is ready to try: open ${app.address} in a browser.\n\n`)
    if (!stopping.signal.aborted)
      await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve))
    await app.stop()
  }
  log.info('stopped')
  process.exit(0)
}

/** The first start takes ten seconds, in which nobody should wonder whether anything happens. */
function announceFirstStart({ telegram, database }: Config): void {
  if ('url' in database || existsSync(join(database.folder, 'database'))) return
  const places = telegram.kind === 'playground' ? ' and reading the 2,570 places of a sample city' : ''
  process.stdout.write(
    `Starting for the first time: creating the database in ${database.folder}${places}. This takes about ten seconds.\n`,
  )
}

/** The playground's clock can be put forward on its page. */
function clockOf(config: Config): Clock {
  return config.telegram.kind === 'playground'
    ? openMovableClock(join(config.dataFolder, 'clock.json'))
    : systemClock
}

main().catch((error: unknown) => {
  createLogger('error').fatal({ err: error }, 'could not start')
  process.exit(exitCodes.failed)
})
