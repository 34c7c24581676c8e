import { createApp } from '../../../src/app.ts'
import { readConfig } from '../../../src/config.ts'
import { openMovableClock } from '../../../src/lib/movable-clock.ts'
import { systemRandom } from '../../../src/lib/system-random.ts'
import { createLogger } from '../../../src/logger.ts'

// The program at a later time: all is composed as in src/main.ts, but its clock is ahead by what stands in CLOCK_FILE.

const read = readConfig(process.env)
if (!read.ok) throw new Error(JSON.stringify(read.mistakes))
const log = createLogger(read.config.logLevel)
const created = await createApp(read.config, {
  clock: openMovableClock(process.env.CLOCK_FILE ?? ''),
  random: systemRandom,
  log,
})
if (!created.ok) throw new Error(JSON.stringify(created))
log.info({ address: created.app.address }, 'started')
process.on('SIGTERM', () => void created.app.stop().then(() => process.exit(0)))
