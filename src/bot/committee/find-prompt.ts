import type { AnswerPrompt } from '../../../prisma/client/client.ts'
import { listPrompts } from '../../committees/answer-prompts.ts'
import type { BotContext, BotDeps } from '../context.ts'

/** Photos that come so soon behind an answer or each other need not reply to anything. */
const BEHIND_SECONDS = 60

/** What a message in a committee's chat is meant for. */
export type Meant =
  /** words for an open prompt, perhaps with a photo */
  | { kind: 'words'; prompt: AnswerPrompt }
  /** a photo without words: for the answer that was given, or for the words that are still to come */
  | { kind: 'photo'; prompt: AnswerPrompt }
  /** words for a prompt that was answered already */
  | { kind: 'late'; prompt: AnswerPrompt }
  /** a voice, a film or the like */
  | { kind: 'unreadable'; prompt: AnswerPrompt }
  /** nothing of ours, although an answer is waited for; `over`: photos are waited for no more, this is about something else */
  | { kind: 'other'; waiting: AnswerPrompt | null; over: AnswerPrompt[] }

/**
 * What a message in a committee's chat is meant for. Only a reply to the prompt is an answer: whatever else is said there,
 * is not for the resident. Photos without words may also belong to the same album, or come right behind the answer.
 */
export async function findPrompt(deps: BotDeps, ctx: BotContext): Promise<Meant> {
  const { chat, msg } = ctx
  if (!chat || !msg) return { kind: 'other', waiting: null, over: [] }
  const now = deps.clock.now()
  const prompts = await listPrompts(deps.prisma, chat.id, now)
  const hasWords = (msg.text ?? msg.caption) !== undefined
  const isOpen = ({ answerEventId }: AnswerPrompt) => answerEventId === null

  const repliedTo = msg.reply_to_message?.message_id
  const prompt = prompts.find(({ messageId }) => messageId === repliedTo)
  if (prompt) {
    if (msg.text === undefined && msg.photo === undefined) return { kind: 'unreadable', prompt }
    if (!hasWords) return { kind: 'photo', prompt }
    return { kind: isOpen(prompt) ? 'words' : 'late', prompt }
  }
  // a reply to something else is about something else
  const mine = prompts.filter(
    ({ askedTelegramId }) => chat.type === 'channel' || Number(askedTelegramId) === ctx.from?.id,
  )
  if (!hasWords && msg.photo && repliedTo === undefined) {
    const album = msg.media_group_id
    const begun = album === undefined ? undefined : mine.find((each) => each.album === album)
    const isBehind = (each: AnswerPrompt) =>
      !isOpen(each) && now.getTime() - each.createdAt.getTime() < BEHIND_SECONDS * 1000
    const behind = begun ?? mine.find(isBehind)
    if (behind) return { kind: 'photo', prompt: behind }
  }
  const over = hasWords && repliedTo === undefined ? mine.filter((each) => !isOpen(each)) : []
  return { kind: 'other', waiting: mine.find(isOpen) ?? null, over }
}
