import type { AnswerPrompt } from '../../../prisma/client/client.ts'
import { MAX_PHOTOS } from '../../cards/draft-state.ts'
import { addAnswerPhotos } from '../../cases/add-answer-photos.ts'
import { answerCase } from '../../cases/answer-case.ts'
import { leaveNews } from '../../cases/leave-news.ts'
import { linkedRegionOf } from '../../committees/linked-region.ts'
import { LEAST_PIECE, NEAR_SECONDS, type SaidPiece, withPiece } from '../../lib/pieces.ts'
import { caseAlias } from '../../messages/case-alias.ts'
import { encodePress } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { findBegun, rememberText } from '../long-words/recent-text.ts'
import { editMessage, sendMessage } from '../show-message.ts'
import { findPrompt } from './find-prompt.ts'
import { takeAnswerPhoto } from './take-answer-photo.ts'
import { MOST_ANSWER_LETTERS, takeRestOfAnswer } from './take-rest-of-answer.ts'

/** The rest of a long answer is here by then. */
const REST_SECONDS = NEAR_SECONDS + 3

/**
 * Words or a photo in a committee's chat: the answer to a case, if "answer" was pressed there and this is meant for it (see
 * find-prompt.ts), or the rest of one that was too long for a message. A photo may come with the words, before or after
 * them. Anything else is none of the bot's business. False where nothing was taken.
 */
export async function takeAnswer(deps: BotDeps, ctx: BotContext): Promise<boolean> {
  const { chat, msg } = ctx
  const text = msg?.text ?? msg?.caption
  const photo = msg?.photo?.at(-1)?.file_id
  if (!chat || !msg || (text === undefined && photo === undefined)) return false
  const begun = await findBegun(deps, ctx)
  if (begun) return await takeRestOfAnswer(deps, ctx, begun)
  const { prompt, done } = await findPrompt(deps, ctx)
  for (const { chatId, messageId } of done)
    await deps.prisma.answerPrompt.deleteMany({ where: { chatId, messageId } })
  const regionCode = prompt && (await linkedRegionOf(deps.prisma, chat.id))
  if (!prompt || !regionCode) return false
  const piece = text === undefined ? null : { messageId: msg.message_id, date: msg.date, text }
  if (piece) await takeWords(deps, ctx, prompt, { regionCode, piece, photo })
  else if (photo === undefined) return false
  else if (prompt.answerEventId !== null)
    await takeAnswerPhoto(deps, ctx, prompt, { regionCode, eventId: prompt.answerEventId, photo })
  else await holdPhoto(ctx, prompt, photo)
  return true
}

async function takeWords(
  deps: BotDeps,
  ctx: BotContext,
  prompt: AnswerPrompt,
  said: { regionCode: string; piece: SaidPiece; photo: string | undefined },
): Promise<void> {
  const { regionCode, piece, photo } = said
  const { text } = piece
  if (text.length > MOST_ANSWER_LETTERS)
    return void (await sendMessage(ctx, {
      text: ctx.t('case-answer-too-long', { most: MOST_ANSWER_LETTERS }),
    }))
  const { caseId, chatId, messageId } = prompt
  const where = { chatId, messageId }
  const fileIds = [...(prompt.answerEventId === null ? prompt.photoFileIds : []), ...(photo ? [photo] : [])]
  const actorTelegramId = ctx.senderChat ? Number(prompt.askedTelegramId) : (ctx.from?.id ?? 0)
  const once = await ctx.once(async (tx) => {
    const answered = await answerCase({ ...deps, tx }, { caseId, regionCode, actorTelegramId, text })
    if (!answered.ok) {
      await tx.answerPrompt.deleteMany({ where })
      return answered
    }
    const { submissionId, eventId } = answered
    const { photoIds } = await addAnswerPhotos({ ...deps, tx }, { submissionId, eventId, fileIds })
    await tx.answerPrompt.updateMany({
      where,
      data: {
        answerEventId: eventId,
        photoFileIds: [],
        album: ctx.msg?.media_group_id ?? null,
        createdAt: deps.clock.now(),
      },
    })
    const isAlbum = ctx.msg?.media_group_id !== undefined
    const photos = { ids: photoIds, ...(isAlbum ? { albumSince: deps.clock.now().toISOString() } : {}) }
    await leaveNews(
      { ...deps, tx },
      { caseId, news: 'answered', ...(photoIds.length > 0 ? { photos } : {}) },
      text.length > LEAST_PIECE ? { afterSeconds: REST_SECONDS } : {},
    )
    return answered
  })
  if (once.done === 'before' || once.value.ok)
    await rememberText(deps, ctx, caseId, withPiece({ text: '', pieces: [] }, piece).pieces, actorTelegramId)
  if (once.done === 'before') return
  const outcome = once.value.ok
    ? [
        ctx.t('case-answered', { alias: caseAlias(once.value.number) }),
        fileIds.length > 0
          ? ctx.t('answer-photos-with-it', { n: Math.min(fileIds.length, MAX_PHOTOS) })
          : ctx.t('answer-photos-may-follow'),
      ].join('\n\n')
    : ctx.t(`case-refused-${once.value.code.replaceAll('_', '-')}`)
  if (!(await editMessage(ctx, messageId, { text: outcome }))) await sendMessage(ctx, { text: outcome })
}

/** A photo came before the words: it waits for them. */
async function holdPhoto(ctx: BotContext, prompt: AnswerPrompt, photo: string): Promise<void> {
  const { chatId, messageId, caseId } = prompt
  const photoFileIds = [...prompt.photoFileIds, photo].slice(0, MAX_PHOTOS)
  await ctx.once((tx) =>
    tx.answerPrompt.updateMany({
      where: { chatId, messageId },
      data: { photoFileIds, album: ctx.msg?.media_group_id ?? null },
    }),
  )
  const stop = { label: ctx.t('case-answer-stop'), data: encodePress({ kind: 'stop-answer', caseId }) }
  const text = ctx.t('answer-photos-wait', { n: photoFileIds.length })
  await editMessage(ctx, messageId, { text, buttons: [[stop]] })
}
