import { join } from 'node:path'
import { Api } from 'grammy'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadTexts } from '../../src/i18n/texts.ts'
import { BOT_TOKEN, openTelegramWorld, type TelegramWorld } from '../support/telegram-world.ts'
import { type Chats, runScenario, scenarios } from './scenarios.ts'

const texts = loadTexts(join(import.meta.dirname, '..', '..', 'locales'), 'zh')

describe('the scenarios of the live check, against the local Telegram', () => {
  let telegram: TelegramWorld
  let api: Api
  let chats: Chats

  beforeAll(async () => {
    telegram = await openTelegramWorld()
    const { world, env } = telegram
    api = new Api(BOT_TOKEN, { apiRoot: env.BOT_API_ROOT ?? '' })
    const person = telegram.person({ firstName: '王秀英' })
    world.say(person.id, person.chatId, { text: '/start' })
    const committee = world.addChannel({ title: '乌停村村委会', administrators: [person.id] })
    world.addBot(committee, person.id, { administrator: true })
    chats = { person: person.chatId, committee }
  })
  afterAll(() => telegram.close())

  it.each(scenarios(texts, 0).map((scenario) => [scenario.name, scenario] as const))(
    '%s',
    async (_, scenario) => {
      expect(await runScenario(scenario, api, chats)).toEqual(scenario.expected)
    },
  )
})
