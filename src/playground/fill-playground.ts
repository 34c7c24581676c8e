import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { PrismaClient } from '../../prisma/client/client.ts'
import { importRegions } from '../regions/import-regions.ts'
import { ADMINISTRATOR_ID, LINKED_VILLAGE, people } from './people.ts'
import type { LocalTelegram } from './server/create-local-telegram.ts'

const SAMPLE_CITY = join(import.meta.dirname, '..', 'regions', 'sample', 'yuncheng.csv')

/**
 * Makes the playground ready to use: a real city's regions, an administrator, three residents, and one village whose
 * channel the administrator links by posting /link there and pressing the button that the bot shows, as in real life. Only
 * what is missing is added.
 */
export async function fillPlayground(prisma: PrismaClient, world: LocalTelegram['world']): Promise<void> {
  // also where an earlier version imported it without pinyin
  if (await isSampleMissing(prisma)) {
    const imported = await importRegions({ db: prisma }, createReadStream(SAMPLE_CITY))
    if (!imported.ok) throw new Error(`the sample city is not importable: ${imported.code}`)
  }
  if (world.people().length > 0) return
  for (const person of people) world.addPerson(person)
  const channel = world.addChannel({
    title: LINKED_VILLAGE.channelTitle,
    administrators: [ADMINISTRATOR_ID],
    subscribers: [],
  })
  world.addBot(channel, ADMINISTRATOR_ID, { administrator: true })
  pressFirstButton(world, channel)
  world.say(ADMINISTRATOR_ID, channel, { text: `/link ${LINKED_VILLAGE.code}` })
}

/** The bot answers only when it has started. */
function pressFirstButton(world: LocalTelegram['world'], channel: number): void {
  const stop = world.onEvent((event) => {
    if (event.type !== 'message' || event.chatId !== channel) return
    const button = event.message.reply_markup?.inline_keyboard[0]?.[0]
    if (!button || !('callback_data' in button)) return
    stop()
    // the message is being sent: nothing may be done in between
    setImmediate(() =>
      world.press(ADMINISTRATOR_ID, channel, event.message.message_id, button.callback_data).catch(() => {}),
    )
  })
}

async function isSampleMissing(prisma: PrismaClient): Promise<boolean> {
  const [row] = await prisma.$queryRaw<{ missing: boolean }[]>`
    SELECT NOT EXISTS (SELECT FROM region)
      OR EXISTS (SELECT FROM region WHERE code LIKE '1408%' AND pinyin IS NULL) AS missing`
  return row?.missing ?? true
}
