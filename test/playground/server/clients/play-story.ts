import type { Message } from 'grammy/types'
import { expect } from 'vitest'
import type { PlaygroundState } from '../../../../src/playground/contract.ts'
import { type Served, until } from '../serve-local-telegram.ts'
import { words } from './foreign-bot.ts'
import { picture } from './pictures.ts'

/** Somebody goes all the way of `foreign-bot.ts`; every step is looked at from the people's side. */
export async function playStory(telegram: Served, wang: number): Promise<void> {
  const { world } = telegram
  const find = (fits: (message: Message) => unknown) => until(() => world.history(wang).find(fits))
  const bytesOf = (file: { file_id: string } | undefined) =>
    Buffer.from(world.file(file?.file_id ?? '')?.bytes ?? [])

  world.deepLink(wang, 'v_140822105201')
  const card = await find((message) => message.text === '村 v_140822105201')
  expect(card.reply_markup?.inline_keyboard[0]?.[0]).toMatchObject({ callback_data: 'topic:healthcare' })
  const now = () => world.message(wang, card.message_id)
  const first = await world.press(wang, wang, card.message_id, 'topic:healthcare')
  expect(first).toEqual({ answered: true, text: words.alert, showAlert: true })
  await until(() => now()?.text === words.question)
  expect(now()).toMatchObject({ edit_date: expect.any(Number) })
  expect(await world.press(wang, wang, card.message_id, 'done')).toEqual({ answered: true })
  await until(() => !now()?.reply_markup)

  const original = picture(200)
  world.say(wang, wang, { photos: [original], caption: '井盖坏了' })
  const copy = await find((message) => message.document)
  expect(copy).toMatchObject({ document: { file_name: 'copy.png' }, caption: words.received })
  expect(bytesOf(copy.document)).toEqual(original)
  const changed = await find((message) => message.caption === words.changed)
  expect(changed).toMatchObject({ photo: [{ width: 40, height: 30 }], edit_date: expect.any(Number) })
  expect(bytesOf(changed.photo?.[0])).toEqual(original)

  world.say(wang, wang, { text: '/album' })
  const album = await until(() => {
    const found = world.history(wang).filter((message) => message.media_group_id)
    return found.length === 2 ? found : undefined
  })
  expect(album.map((message) => bytesOf(message.photo?.at(-1)))).toEqual([picture(10), picture(20)])
  expect(album.map(({ caption }) => caption)).toEqual([words.album, undefined])

  world.say(wang, wang, { text: '/keys' })
  await find((message) => message.text === words.keys)
  const response = await fetch(`${telegram.root}/playground/state?as=${wang}`)
  const { chats } = (await response.json()) as PlaygroundState
  expect(chats.find(({ chat }) => chat.id === wang)?.replyKeyboard).toMatchObject({
    keyboard: [[{ text: '医疗' }, { text: '看病难' }]],
    resize_keyboard: true,
  })

  world.say(wang, wang, { text: '/replace' })
  const replaced = await find((message) => message.caption === words.replaced)
  expect(bytesOf(replaced.photo?.at(-1))).toEqual(picture(40))
  await until(() => world.calls().some(({ method }) => method === 'deleteMessage'))
  expect(world.history(wang).some((message) => message.text === words.gone)).toBe(false)
  expect(world.calls().filter((call) => !call.ok)).toEqual([])
}
