import { decodePress } from '../../../src/presses/callback-data.ts'
import type { Actor } from '../../support/actor.ts'
import { linkChat } from '../../support/link-chat.ts'
import type { TelegramWorld } from '../../support/telegram-world.ts'
import { TOWNSHIP, VILLAGES } from '../main/cast.ts'
import type { Chance } from './chance.ts'

export interface Committees {
  /** the channel of the first village, and the group of its township, which reads for all others */
  readonly channel: number
  readonly township: number
  /** by their tokens, the cases that were answered */
  readonly answers: Map<string, string>
  /** opens a case and takes it or answers it, now and then */
  act(chance: Chance, token: () => string): Promise<void>
}

export const LINKED_VILLAGE = VILLAGES[0] ?? ''

export async function openCommittees(telegram: TelegramWorld): Promise<Committees> {
  const { world } = telegram
  const administrator = telegram.administrator()
  await administrator.say('/start')
  const channel = world.addChannel({ title: '村委会', administrators: [administrator.id] })
  const township = world.addGroup({ title: '高村镇', administrators: [administrator.id] })
  for (const [chat, code] of [
    [channel, LINKED_VILLAGE],
    [township, TOWNSHIP],
  ] as const) {
    world.addBot(chat, administrator.id)
    await telegram.quiet()
    await linkChat(administrator.in(chat), code)
  }
  const answers = new Map<string, string>()
  return {
    channel,
    township,
    answers,
    act: async (chance, token) => {
      const chat = administrator.in(chance.onceIn(2) ? channel : township)
      await chat.say('/cases')
      const opened = await pressAny(chat, 'case', chance)
      if (opened?.kind !== 'case') return
      if (chance.onceIn(3) && (await pressAny(chat, 'attachments', chance))) return
      if (chance.onceIn(3)) return void (await pressAny(chat, 'accept', chance))
      const asked = await pressAny(chat, 'answer', chance)
      if (asked?.kind !== 'answer') return
      const answer = token()
      answers.set(answer, asked.caseId)
      await chat.reply(`办好了${answer}`)
    },
  }
}

async function pressAny(chat: Actor, kind: string, chance: Chance) {
  const { message, messageId } = chat.screen()
  const all = message.reply_markup?.inline_keyboard.flat() ?? []
  const found = all.flatMap((each) => {
    const press = 'callback_data' in each ? decodePress(each.callback_data) : null
    return press?.kind === kind && 'callback_data' in each
      ? [{ press, messageId, label: each.text, data: each.callback_data }]
      : []
  })
  const chosen = chance.of(found)
  if (!chosen) return null
  await chat.pressSeen(chosen)
  return chosen.press
}
