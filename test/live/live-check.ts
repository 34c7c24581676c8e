/**
 * Holds the local Telegram against the real one: `npm run live-check` with BOT_TOKEN of a bot made for this,
 * LIVE_PERSON (the id of somebody who has started it) and LIVE_COMMITTEE (the id of a channel or group in which it may
 * post). Sends some 90 calls slowly enough for Telegram's limits, takes about two minutes, and leaves a few messages.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Api } from 'grammy'
import { loadTexts } from '../../src/i18n/texts.ts'
import { loadEnvFile } from '../../src/lib/load-env-file.ts'
import { runScenario, scenarios } from './scenarios.ts'

const PAUSE_MS = 1_200

loadEnvFile('.env')

const { BOT_TOKEN, BOT_API_ROOT, LIVE_PERSON, LIVE_COMMITTEE } = process.env
if (!BOT_TOKEN || !LIVE_PERSON || !LIVE_COMMITTEE) {
  process.stderr.write(
    'live-check needs BOT_TOKEN, LIVE_PERSON (id of somebody who has started the bot) and LIVE_COMMITTEE\n' +
      '(id of a channel or group in which the bot may post).\n',
  )
  process.exit(2)
}

const api = new Api(BOT_TOKEN, BOT_API_ROOT ? { apiRoot: BOT_API_ROOT } : {})
const chats = { person: Number(LIVE_PERSON), committee: Number(LIVE_COMMITTEE) }
const texts = loadTexts(join(import.meta.dirname, '..', '..', 'locales'), 'zh')
let differences = 0
for (const scenario of scenarios(texts, PAUSE_MS)) {
  const got = await runScenario(scenario, api, chats)
  const same = JSON.stringify(got) === JSON.stringify(scenario.expected)
  if (!same) differences += 1
  process.stdout.write(`${same ? 'same     ' : 'DIFFERENT'}  ${scenario.name}\n`)
  if (!same)
    process.stdout.write(
      `           local: ${JSON.stringify(scenario.expected)}\n           real:  ${JSON.stringify(got)}\n`,
    )
  await sleep(PAUSE_MS)
}
process.stdout.write(differences === 0 ? 'No differences.\n' : `${differences} differences.\n`)
process.exitCode = differences === 0 ? 0 : 1
