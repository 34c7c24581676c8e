import type { AnswerPrompt } from '../../../prisma/client/client.ts'
import { MAX_PHOTOS } from '../../cards/draft-state.ts'
import { addPhotosToAnswer } from '../../cases/actions/answer-case.ts'
import { changePrompt } from '../../committees/answer-prompts.ts'
import { caseAlias } from '../../messages/case-alias.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { editMessage, sendMessage } from '../show-message.ts'
import { refusalText } from './refusal-text.ts'
import { speakerOf } from './speaker-of.ts'

/** A photo of an album this soon after the first one goes to the resident with it; see jobs/tell-answer-photos.ts. */
const COMES_ALONG_MS = 2000

/** A photo after the words: kept with the answer, and sent to the resident by a job of its own. */
export async function takeAnswerPhoto(
  deps: BotDeps,
  ctx: BotContext,
  prompt: AnswerPrompt,
  { eventId, photo }: { eventId: bigint; photo: string },
): Promise<void> {
  const { caseId, messageId } = prompt
  const actor = await ctx.presser(speakerOf(ctx, prompt.askedTelegramId))
  if (!actor) return
  const now = deps.clock.now()
  const album = ctx.msg?.media_group_id ?? null
  const comesAlong =
    album !== null && album === prompt.album && now.getTime() - prompt.createdAt.getTime() < COMES_ALONG_MS
  const once = await ctx.once(async (tx) => {
    const added = await addPhotosToAnswer(
      { ...deps, tx },
      { actor, caseId, eventId, fileIds: [photo], isAlbum: album !== null, comesAlong },
    )
    if (!added.ok) return added
    // the next one has as long again
    if (!comesAlong) await changePrompt(tx, prompt, { createdAt: now, album })
    return { ...added, n: await tx.attachment.count({ where: { answerEventId: eventId } }) }
  })
  if (once.done === 'before') return
  if (!once.value.ok) return void (await sendMessage(ctx, { text: refusalText(ctx, once.value.code) }))
  const { number, n, leftOut } = once.value
  if (leftOut > 0)
    return void (await sendMessage(ctx, { text: ctx.t('answer-photos-too-many', { most: MAX_PHOTOS }) }))
  const lines = [ctx.t('case-answered', { alias: caseAlias(number) }), ctx.t('answer-photos-with-it', { n })]
  await editMessage(ctx, messageId, { text: lines.join('\n\n') })
}
