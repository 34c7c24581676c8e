import { z } from 'zod'
import type { BotContext, BotDeps } from '../context.ts'

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
const keyOf = (ctx: BotContext) => `${ctx.chat?.id}:first`

export async function recallFirst({ notes }: BotDeps, ctx: BotContext): Promise<First> {
  const read = firstSchema.safeParse(await notes.read(keyOf(ctx)))
  return read.success ? read.data : {}
}

export async function noteFirst(deps: BotDeps, ctx: BotContext, noted: First): Promise<void> {
  const first = { ...(await recallFirst(deps, ctx)), ...noted }
  await deps.notes.write(keyOf(ctx), first)
}

export async function forgetFirst({ notes }: BotDeps, ctx: BotContext): Promise<void> {
  await notes.delete(keyOf(ctx))
}
