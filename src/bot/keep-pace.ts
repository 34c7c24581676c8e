import { setTimeout as sleep } from 'node:timers/promises'
import type { Transformer } from 'grammy'
import type { Pace } from '../sinks/telegram/pace/pace.ts'

/** What counts as a message, https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const COUNTED = /^(send(?!ChatAction)|editMessage|copyMessage|forwardMessage)/
/** Nobody waits for these: a press that is answered too late does no harm. */
const NOT_WORTH_WAITING = new Set(['answerCallbackQuery', 'sendChatAction'])
/** How often a server that says that it has failed is asked again before the update comes again as a whole. */
const TRIES_OF_FAILURE = 3

/** The program stops while a reply still waits: its update is not done and comes again. */
export class StoppedWaiting extends Error {
  override name = 'AbortError'
}

/**
 * Replies take their turn in the bot's one budget of messages, before all jobs. What Telegram refuses as too much (429) is
 * waited for as long as it says and sent then: nobody's answer is dropped, and the chat's later updates wait behind it.
 * A lost connection throws, and the update is handled again.
 */
export function keepPace({ pace, stopping }: { pace: Pace; stopping: AbortSignal }): Transformer {
  // to race each call against one promise would keep something of every call until the program ends
  const waiting = new Set<(why: StoppedWaiting) => void>()
  const giveUp = () => {
    for (const reject of waiting) reject(new StoppedWaiting('the program stops'))
  }
  stopping.addEventListener('abort', giveUp, { once: true })
  const orStopped = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (stopping.aborted) reject(new StoppedWaiting('the program stops'))
      waiting.add(reject)
      work.then(resolve, reject).finally(() => waiting.delete(reject))
    })

  return async (prev, method, payload, signal) => {
    const { chat_id, media } = payload as { chat_id?: number | string; media?: unknown }
    const chatId = typeof chat_id === 'number' ? chat_id : null
    for (let failures = 0; ; ) {
      if (chatId !== null && COUNTED.test(method)) {
        const messages = Array.isArray(media) ? media.length : 1
        const ask = { chatId, isGroup: chatId < 0, priority: 'reply' as const, messages }
        if (!(await orStopped(pace.take(ask))).ok) throw new StoppedWaiting('the program stops')
      }
      const answer = await prev(method, payload, signal)
      if (answer.ok || NOT_WORTH_WAITING.has(method)) return answer
      const retryAfterMs = (answer.parameters?.retry_after ?? 1) * 1000
      if (answer.error_code === 429 && chatId !== null) {
        await pace.tooMany(chatId, retryAfterMs)
        if (!COUNTED.test(method)) await orStopped(sleep(retryAfterMs, undefined, { signal: stopping }))
      } else if (answer.error_code >= 500 && failures < TRIES_OF_FAILURE) {
        failures += 1
        await orStopped(sleep(250 * 2 ** failures, undefined, { signal: stopping }))
      } else return answer
    }
  }
}
