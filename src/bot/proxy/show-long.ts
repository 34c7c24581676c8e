import type { Button } from '../../lib/outgoing-message.ts'
import { splitText } from '../../lib/split-text.ts'
import type { BotContext } from '../context.ts'
import { removeMessage, sendMessage, showMessage } from '../show-message.ts'

/** Telegram's limit is 4,096: https://core.telegram.org/bots/api#sendmessage */
const MOST = 4000

/** Shows a text in full, in several messages where it must be, with the buttons below the last; its heading is bold. */
export async function showLong(
  ctx: BotContext,
  heading: string,
  text: string,
  buttons: Button[][],
): Promise<void> {
  const [first = '', ...others] = splitText(`${heading}\n\n${text}`, MOST)
  const entities = [{ type: 'bold' as const, offset: 0, length: heading.length }]
  const last = others.pop()
  if (last === undefined) return void (await showMessage(ctx, { text: first, entities, buttons }))
  const pressed = ctx.callbackQuery?.message?.message_id
  await sendMessage(ctx, { text: first, entities })
  for (const part of others) await sendMessage(ctx, { text: part })
  await sendMessage(ctx, { text: last, buttons })
  if (pressed !== undefined) await removeMessage(ctx, pressed)
}
