import { type Api, GrammyError, InputFile } from 'grammy'
import QRCode from 'qrcode'
import { cardScreen } from '../../src/cards/card-screen.ts'
import { REVIEW } from '../../src/cards/draft-state.ts'
import { startCard } from '../../src/cards/step-card.ts'
import { cards } from '../../src/cards/topics.ts'
import type { Texts } from '../../src/i18n/texts.ts'
import { toReplyMarkup } from '../../src/sinks/telegram/to-reply-markup.ts'

export interface Chats {
  /** somebody who has started the bot */
  person: number
  /** a channel or group in which the bot may post */
  committee: number
}

/** One call, or a few, and what Telegram must make of it: take it, or refuse it in these words. */
export interface Scenario {
  name: string
  expected: 'taken' | { code: number; words: string }
  run(api: Api, chats: Chats): Promise<unknown>
}

/** What Telegram made of a scenario, in the same form as `expected`. */
export async function runScenario(scenario: Scenario, api: Api, chats: Chats): Promise<Scenario['expected']> {
  try {
    await scenario.run(api, chats)
    return 'taken'
  } catch (error) {
    if (error instanceof GrammyError) return { code: error.error_code, words: error.description }
    throw error
  }
}

/**
 * What the bot sends, and what it must never send. The same list runs against the local Telegram in every test run and
 * against the real one by `npm run live-check`, so that the first is held to the second.
 */
export function scenarios(texts: Texts, pauseMs: number): Scenario[] {
  return [...screens(texts, pauseMs), ...others, ...refusals]
}

/** Every screen of every card, one after the other in the same message, as a resident sees them. */
function screens(texts: Texts, pauseMs: number): Scenario[] {
  return texts.locales.flatMap((locale) =>
    cards.map(
      (card): Scenario => ({
        name: `every screen of the card ${card.topic} in ${locale}`,
        expected: 'taken',
        run: async (api, { person }) => {
          const shown = [...card.questions.map((question) => question.id), REVIEW].map((at) => {
            const screen = cardScreen({ texts, locale }, card, { ...startCard(card), at }, '🏘')
            const buttons = screen.buttons.map((row) =>
              row.map(({ label }, i) => ({ label, data: `live:${row.length}:${i}` })),
            )
            return { text: `${screen.title}\n\n${screen.body}`, reply_markup: toReplyMarkup(buttons) }
          })
          const [first, ...later] = shown
          if (!first) throw new Error('a card without screens')
          const { message_id } = await api.sendMessage(person, first.text, first)
          for (const { text, reply_markup } of later) {
            await new Promise((resolve) => setTimeout(resolve, pauseMs))
            await api.editMessageText(person, message_id, text, { reply_markup })
          }
          await api.deleteMessage(person, message_id)
        },
      }),
    ),
  )
}

const others: Scenario[] = [
  { name: 'who am I', expected: 'taken', run: (api) => api.getMe() },
  {
    name: 'bold words and a quote, by entities',
    expected: 'taken',
    run: (api, { committee }) =>
      api.sendMessage(committee, '乌停村一周意见\n“降压药常常断”', {
        entities: [
          { type: 'bold', offset: 0, length: 7 },
          { type: 'blockquote', offset: 8, length: 8 },
        ],
        link_preview_options: { is_disabled: true },
      }),
  },
  {
    name: 'a QR code with a caption',
    expected: 'taken',
    run: async (api, { committee }) => {
      const picture = await QRCode.toBuffer('https://t.me/telegram', { width: 600 })
      await api.sendPhoto(committee, new InputFile(picture, 'village.png'), { caption: '乌停村意见箱' })
    },
  },
  {
    name: 'one’s own data as a document',
    expected: 'taken',
    run: (api, { person }) => api.sendDocument(person, new InputFile(Buffer.from('{}'), 'xiangyin.json')),
  },
  {
    name: 'commands for private chats and groups, in two languages',
    expected: 'taken',
    run: async (api) => {
      for (const language_code of [undefined, 'en'] as const)
        for (const type of ['all_private_chats', 'all_group_chats'] as const)
          await api.setMyCommands([{ command: 'help', description: 'help' }], {
            scope: { type },
            language_code,
          })
    },
  },
  {
    name: 'a longest text',
    expected: 'taken',
    run: (api, { person }) => api.sendMessage(person, '乡'.repeat(4096)),
  },
  {
    name: 'callback data of 64 bytes',
    expected: 'taken',
    run: (api, { person }) => api.sendMessage(person, '64', withButton('x'.repeat(64))),
  },
]

const refusals: Scenario[] = [
  {
    name: 'an empty text',
    expected: { code: 400, words: 'Bad Request: message text is empty' },
    run: (api, { person }) => api.sendMessage(person, ''),
  },
  {
    name: 'a text that is too long',
    expected: { code: 400, words: 'Bad Request: message is too long' },
    run: (api, { person }) => api.sendMessage(person, '乡'.repeat(4097)),
  },
  {
    name: 'callback data of 65 bytes',
    expected: { code: 400, words: 'Bad Request: BUTTON_DATA_INVALID' },
    run: (api, { person }) => api.sendMessage(person, '65', withButton('x'.repeat(65))),
  },
  {
    name: 'an edit that changes nothing',
    expected: {
      code: 400,
      words:
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    },
    run: async (api, { person }) => {
      const { message_id } = await api.sendMessage(person, 'same')
      await api.editMessageText(person, message_id, 'same')
    },
  },
  {
    name: 'an edit of a message that is gone',
    expected: { code: 400, words: 'Bad Request: message to edit not found' },
    run: async (api, { person }) => {
      const { message_id } = await api.sendMessage(person, 'gone soon')
      await api.deleteMessage(person, message_id)
      await api.editMessageText(person, message_id, 'gone')
    },
  },
  {
    name: 'deleting it twice',
    expected: { code: 400, words: 'Bad Request: message to delete not found' },
    run: async (api, { person }) => {
      const { message_id } = await api.sendMessage(person, 'gone soon')
      await api.deleteMessage(person, message_id)
      await api.deleteMessage(person, message_id)
    },
  },
  {
    name: 'an answer to a press that nobody made',
    expected: {
      code: 400,
      words: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    },
    run: (api) => api.answerCallbackQuery('1'),
  },
  {
    name: 'a chat that does not exist',
    expected: { code: 400, words: 'Bad Request: chat not found' },
    run: (api) => api.sendMessage(1, 'hello'),
  },
  {
    name: 'an entity that does not fit',
    expected: {
      code: 400,
      words:
        'Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100',
    },
    run: (api, { person }) =>
      api.sendMessage(person, 'short', { entities: [{ type: 'bold', offset: 0, length: 100 }] }),
  },
]

function withButton(data: string) {
  return { reply_markup: { inline_keyboard: [[{ text: 'button', callback_data: data }]] } }
}
