import { z } from 'zod'
import type { BotContext } from '../context.ts'
import { firstKey } from '../purpose.ts'

const firstSchema = z.object({
  /** the messages in which somebody said something before they agreed to anything; the words themselves are kept nowhere */
  messageIds: z.array(z.number()).optional(),
  /** the same, offered to them once they agreed */
  offered: z.array(z.number()).optional(),
  /** the village whose welcome they were shown */
  villageCode: z.string().optional(),
})

/** What is known of somebody who has not agreed yet: a place in their own chat, and which village's link they opened. */
export type First = z.infer<typeof firstSchema>

// an erasure finds it by the chat's id in front, see privacy/conversation-rows.ts
const keyOf = (ctx: BotContext) => firstKey(String(ctx.chat?.id))

export function recallFirst(ctx: BotContext): First {
  return firstSchema.safeParse(ctx.notes.read(keyOf(ctx))).data ?? {}
}

export function noteFirst(ctx: BotContext, noted: First): void {
  ctx.notes.write(keyOf(ctx), { ...recallFirst(ctx), ...noted })
}

export function forgetFirst(ctx: BotContext): void {
  ctx.notes.write(keyOf(ctx), null)
}
