import type { AnswerPrompt } from '../../../prisma/client/client.ts'
import type { BotContext, BotDeps } from '../context.ts'

/** How long "answer" waits for the words that are meant for it. */
const PROMPT_MINUTES = 30
/** How long photos still belong to an answer that was given. */
const PHOTO_MINUTES = 5

/**
 * The prompt that a message in a committee's chat is meant for: the one that it replies to; else in a channel the newest,
 * in a group the newest of whoever writes. Words are for one that is open, a photo without words also for an answer that
 * was given moments ago. `done`: those whose photos are waited for no more, since this is about something else.
 */
export async function findPrompt(
  deps: BotDeps,
  ctx: BotContext,
): Promise<{ prompt: AnswerPrompt | null; done: AnswerPrompt[] }> {
  const { chat, msg } = ctx
  if (!chat || !msg) return { prompt: null, done: [] }
  const now = deps.clock.now().getTime()
  const since = (minutes: number) => new Date(now - minutes * 60_000)
  const prompts = await deps.prisma.answerPrompt.findMany({
    where: {
      chatId: BigInt(chat.id),
      OR: [
        { answerEventId: null, createdAt: { gte: since(PROMPT_MINUTES) } },
        { answerEventId: { not: null }, createdAt: { gte: since(PHOTO_MINUTES) } },
      ],
    },
    orderBy: { createdAt: 'desc' },
  })
  const hasWords = (msg.text ?? msg.caption) !== undefined
  const isOpen = ({ answerEventId }: AnswerPrompt) => answerEventId === null
  const repliedTo = msg.reply_to_message?.message_id
  if (repliedTo !== undefined) {
    const prompt = prompts.find(({ messageId }) => messageId === repliedTo) ?? null
    const taken = prompt && (msg.photo !== undefined || isOpen(prompt))
    return { prompt: taken ? prompt : null, done: [] }
  }
  const mine = prompts.filter(
    ({ askedTelegramId }) => chat.type === 'channel' || Number(askedTelegramId) === ctx.from?.id,
  )
  if (hasWords) return { prompt: mine.find(isOpen) ?? null, done: mine.filter((each) => !isOpen(each)) }
  const album = msg.media_group_id
  const begun = album === undefined ? undefined : mine.find((each) => each.album === album)
  return { prompt: begun ?? mine[0] ?? null, done: [] }
}
