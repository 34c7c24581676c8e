import type { AnswerPrompt } from '../../../prisma/client/client.ts'
import { MAX_PHOTOS } from '../../cards/draft-state.ts'
import { addAnswerPhotos } from '../../cases/add-answer-photos.ts'
import { findCase } from '../../cases/find-case.ts'
import { isAnswered } from '../../cases/statuses.ts'
import { caseAlias } from '../../messages/case-alias.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { editMessage, sendMessage } from '../show-message.ts'

/** A photo of an album this soon after the first one goes to the resident with it; see jobs/send-answer-photos.ts. */
const COMES_ALONG_MS = 2000

/** A photo after the words: kept with the answer, and sent to the resident by a job of its own. */
export async function takeAnswerPhoto(
  deps: BotDeps,
  ctx: BotContext,
  prompt: AnswerPrompt,
  { regionCode, eventId, photo }: { regionCode: string; eventId: bigint; photo: string },
): Promise<void> {
  const { caseId, chatId, messageId } = prompt
  const now = deps.clock.now()
  const album = ctx.msg?.media_group_id ?? null
  const comesAlong =
    album !== null && album === prompt.album && now.getTime() - prompt.createdAt.getTime() < COMES_ALONG_MS
  const once = await ctx.once(async (tx) => {
    const found = await findCase(tx, regionCode, caseId)
    if (!found || !isAnswered(found.status)) return null
    const { photoIds, leftOut } = await addAnswerPhotos(
      { ...deps, tx },
      { submissionId: found.submission.id, eventId, fileIds: [photo] },
    )
    if (!comesAlong) {
      // the next one has as long again
      await tx.answerPrompt.updateMany({ where: { chatId, messageId }, data: { createdAt: now, album } })
      const photos = { ids: photoIds, ...(album === null ? {} : { albumSince: now.toISOString() }) }
      if (photoIds.length > 0)
        await deps.sendJob(tx, { name: 'tell-answer-photos', data: { caseId, photos } })
    }
    const n = await tx.attachment.count({ where: { answerEventId: eventId } })
    return { number: found.number, n, leftOut }
  })
  if (once.done === 'before' || once.value === null) return
  const { number, n, leftOut } = once.value
  if (leftOut > 0)
    return void (await sendMessage(ctx, { text: ctx.t('answer-photos-too-many', { most: MAX_PHOTOS }) }))
  await editMessage(ctx, messageId, {
    text: [ctx.t('case-answered', { alias: caseAlias(number) }), ctx.t('answer-photos-with-it', { n })].join(
      '\n\n',
    ),
  })
}
