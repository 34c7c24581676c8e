import type { BotApiStub } from './bot-api-stub.ts'
import type { Action } from './card-script.ts'

const LONGEST_STEP_MS = 60_000

/**
 * One resident fills in one card: each step when the screen before it is there and, by webhook, its update is answered,
 * as Telegram hands over one chat's updates one after another. How long each step took until its screen was there, in ms.
 * Throws where a button is not there or a screen does not come.
 */
export async function fillCard(stub: BotApiStub, id: number, script: readonly Action[]): Promise<number[]> {
  const from = { id, is_bot: false, first_name: `村民${id}`, language_code: 'zh-hans' }
  const chat = { id, type: 'private', first_name: from.first_name }
  let shown: () => void = () => {}
  stub.openChat(id, () => shown())
  const latencies: number[] = []
  let date = Math.floor(Date.now() / 1000)
  try {
    for (const [i, action] of script.entries()) {
      if ('say' in action) date += action.secondsLater ?? 0
      const update = toUpdate(stub, action, { from, chat, date })
      const startedAt = performance.now()
      let timer: NodeJS.Timeout | undefined
      const isShown = new Promise<number>((resolve, reject) => {
        shown = () => resolve(performance.now())
        const what = `step ${i + 1} (${'say' in action ? 'words' : action.at})`
        timer = setTimeout(() => reject(new Error(`${what}: nothing was shown`)), LONGEST_STEP_MS)
      })
      const [shownAt] = await Promise.all([isShown, stub.deliver(update)])
      clearTimeout(timer)
      latencies.push(shownAt - startedAt)
    }
    return latencies
  } finally {
    stub.closeChat(id)
  }
}

function toUpdate(
  stub: BotApiStub,
  action: Action,
  { from, chat, date }: { from: { id: number }; chat: { id: number }; date: number },
): Record<string, unknown> {
  if ('say' in action) {
    const command = /^\/\w+/.exec(action.say)?.[0]
    const entities = command ? [{ type: 'bot_command', offset: 0, length: command.length }] : undefined
    const message_id = stub.nextMessageId(chat.id)
    return { message: { message_id, date, from, chat, text: action.say, ...(entities ? { entities } : {}) } }
  }
  const screen = stub.newestWithButtons(chat.id)
  const button = screen && action.press(screen.keyboard.flat())
  if (!screen || !button?.callback_data)
    throw new Error(`no button for ${action.at} below ${JSON.stringify(screen?.text)}`)
  return {
    callback_query: {
      id: `${chat.id}${date}${screen.messageId}`,
      from,
      chat_instance: `${chat.id}`,
      data: button.callback_data,
      message: {
        message_id: screen.messageId,
        date,
        chat,
        from: { id: 7654321, is_bot: true, first_name: 'bench' },
        text: screen.text,
        reply_markup: { inline_keyboard: screen.keyboard },
      },
    },
  }
}
