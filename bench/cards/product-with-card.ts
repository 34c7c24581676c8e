import { createApp } from '../../src/app.ts'
import type { CardDefinition, ChoiceQuestion } from '../../src/cards/card-definition.ts'
import { askAbout } from '../../src/cards/common-questions.ts'
import { cards } from '../../src/cards/topics.ts'
import { readConfig } from '../../src/config.ts'
import { systemClock } from '../../src/lib/clock.ts'
import { systemRandom } from '../../src/lib/system-random.ts'
import { createLogger } from '../../src/logger.ts'

// The program with one card more, of BENCH_QUESTIONS questions, whose texts are in BENCH_LOCALES; else as in src/main.ts.

const total = Number(process.env.BENCH_QUESTIONS)
const common = askAbout('bench', { aspects: [], own: [] }).length
const own = Array.from(
  { length: total - common },
  (_, i): ChoiceQuestion => ({
    id: `bench_${i + 1}`,
    kind: 'choice',
    labels: 'urgency',
    columns: 1,
    optional: true,
    options: [
      { id: 'can_wait', icon: '🌱' },
      { id: 'this_month', icon: '📅' },
      { id: 'now', icon: '🚨' },
    ],
  }),
)
const card: CardDefinition = {
  topic: 'bench',
  icon: '📏',
  version: 1,
  concernsHealth: false,
  questions: askAbout('bench', {
    aspects: [
      { id: 'one', icon: '🥇' },
      { id: 'two', icon: '🥈' },
    ],
    own,
  }),
}
;(cards as CardDefinition[]).push(card)

const read = readConfig(process.env)
if (!read.ok) throw new Error(JSON.stringify(read.mistakes))
const log = createLogger(read.config.logLevel)
const created = await createApp(read.config, {
  clock: systemClock,
  random: systemRandom,
  log,
  locales: process.env.BENCH_LOCALES,
})
if (!created.ok) throw new Error(JSON.stringify(created))
log.info({ address: created.app.address }, 'started')
process.on('SIGTERM', () => void created.app.stop().then(() => process.exit(0)))
