import type { AnswerPrompt } from '../../../prisma/client/client.ts'
import { MAX_PHOTOS } from '../../cards/draft-state.ts'
import { answerCase } from '../../cases/actions/answer-case.ts'
import { findCase } from '../../cases/find-case.ts'
import { newestAnswer } from '../../cases/held-case.ts'
import { changePrompt, closePrompts } from '../../committees/answer-prompts.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { type SaidPiece, withPiece } from '../../lib/pieces.ts'
import { caseAlias } from '../../messages/case-alias.ts'
import { encodePress } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { findBegun, rememberText } from '../long-words/recent-text.ts'
import { editMessage, sendMessage } from '../show-message.ts'
import { caseScreen } from './case-screen.ts'
import { findPrompt } from './find-prompt.ts'
import { refusalText } from './refusal-text.ts'
import { speakerOf } from './speaker-of.ts'
import { takeAnswerPhoto } from './take-answer-photo.ts'
import { MOST_ANSWER_LETTERS, takeRestOfAnswer } from './take-rest-of-answer.ts'

/**
 * Something that was said or sent in a committee's chat: the answer to a case, if it replies to where one was asked for (see
 * find-prompt.ts), or the rest of one that was too long for a message. A photo may come with the words, before or after
 * them. Anything else is none of the bot's business. False where nothing was taken.
 */
export async function takeAnswer(deps: BotDeps, ctx: BotContext): Promise<boolean> {
  const { msg } = ctx
  if (!msg) return false
  const begun = findBegun(ctx)
  if (begun) return await takeRestOfAnswer(deps, ctx, begun)
  const meant = await findPrompt(deps, ctx)
  const photo = msg.photo?.at(-1)?.file_id
  switch (meant.kind) {
    case 'words': {
      const text = msg.text ?? msg.caption ?? ''
      await takeWords(deps, ctx, meant.prompt, {
        piece: { messageId: msg.message_id, date: msg.date, text },
        photo,
      })
      return true
    }
    case 'photo':
      if (meant.prompt.answerEventId === null) await holdPhoto(ctx, meant.prompt, photo ?? '')
      else
        await takeAnswerPhoto(deps, ctx, meant.prompt, {
          eventId: meant.prompt.answerEventId,
          photo: photo ?? '',
        })
      return true
    case 'late':
      await sendMessage(ctx, { text: ctx.t('case-answer-late') })
      return true
    case 'unreadable':
      await sendMessage(ctx, { text: ctx.t('case-answer-write') })
      return true
    case 'other':
      await closePrompts(deps.prisma, meant.over)
      if (meant.waiting && isSaid(msg)) await remindToReply(deps, ctx, meant.waiting)
      return false
  }
}

async function takeWords(
  deps: BotDeps,
  ctx: BotContext,
  prompt: AnswerPrompt,
  { piece, photo }: { piece: SaidPiece; photo: string | undefined },
): Promise<void> {
  const { text } = piece
  if (text.length > MOST_ANSWER_LETTERS)
    return void (await sendMessage(ctx, {
      text: ctx.t('case-answer-too-long', { most: MOST_ANSWER_LETTERS }),
    }))
  const { caseId, messageId, knowsEventId: knows } = prompt
  const actor = await ctx.presser(speakerOf(ctx, prompt.askedTelegramId))
  if (!actor) return
  const album = ctx.msg?.media_group_id ?? null
  const fileIds = [...prompt.photoFileIds, ...(photo ? [photo] : [])]
  const once = await ctx.once(async (tx) => {
    const answered = await answerCase(
      { ...deps, tx },
      { actor, caseId, text, knows, fileIds, isAlbum: album !== null },
    )
    if (answered.ok) {
      const { eventId: answerEventId } = answered
      await changePrompt(tx, prompt, {
        answerEventId,
        photoFileIds: [],
        album,
        createdAt: deps.clock.now(),
      })
    }
    // somebody else who may answer can still reply
    else if (answered.code !== 'not_entitled') await closePrompts(tx, [prompt])
    return answered
  })
  if (once.done === 'before' || once.value.ok) {
    const eventId =
      once.done === 'now' && once.value.ok ? once.value.eventId : await newestAnswer(deps.prisma, caseId)
    const { pieces } = withPiece({ text: '', pieces: [] }, piece)
    rememberText(ctx, caseId, pieces, { actorId: actor.telegramId, eventId })
  }
  if (once.done === 'before') return
  if (!once.value.ok && once.value.code === 'not_entitled')
    return void (await sendMessage(ctx, { text: refusalText(ctx, once.value.code) }))
  const outcome: OutgoingMessage = once.value.ok
    ? {
        text: [
          ctx.t('case-answered', { alias: caseAlias(once.value.number) }),
          fileIds.length > 0
            ? ctx.t('answer-photos-with-it', { n: Math.min(fileIds.length, MAX_PHOTOS) })
            : ctx.t('answer-photos-may-follow'),
        ].join('\n\n'),
      }
    : {
        text: refusalText(ctx, once.value.code),
        buttons: [[{ label: ctx.t('case-open'), data: encodePress({ kind: 'case', caseId }) }]],
      }
  if (!(await editMessage(ctx, messageId, outcome))) await sendMessage(ctx, outcome)
  await showCardAnew(deps, ctx, prompt, actor.regionCode)
}

/** The case above the prompt stands otherwise now, whoever was first. */
async function showCardAnew(
  deps: BotDeps,
  ctx: BotContext,
  { caseId, cardMessageId }: AnswerPrompt,
  regionCode: string | null,
): Promise<void> {
  if (cardMessageId === null || regionCode === null) return
  const found = await findCase(deps.prisma, regionCode, caseId)
  if (found) await editMessage(ctx, cardMessageId, await caseScreen(deps, ctx, regionCode, found))
}

/** A photo came before the words: it waits for them. */
async function holdPhoto(ctx: BotContext, prompt: AnswerPrompt, photo: string): Promise<void> {
  const { messageId, caseId } = prompt
  const photoFileIds = [...prompt.photoFileIds, photo].slice(0, MAX_PHOTOS)
  await ctx.once((tx) => changePrompt(tx, prompt, { photoFileIds, album: ctx.msg?.media_group_id ?? null }))
  const text = ctx.t('answer-photos-wait', { n: photoFileIds.length })
  await editMessage(ctx, messageId, { text, buttons: [[stopButton(ctx, caseId)]] })
}

/** Something that somebody says or sends, and no note of Telegram's own (a pinned message, a new member). */
const isSaid = (msg: NonNullable<BotContext['msg']>) =>
  [msg.text, msg.caption, msg.photo, msg.voice, msg.audio, msg.video, msg.video_note, msg.document].some(
    (each) => each !== undefined,
  )

/** Words or a voice beside the prompt reach nobody: who meant them as an answer shall know. */
async function remindToReply(deps: BotDeps, ctx: BotContext, prompt: AnswerPrompt): Promise<void> {
  const found = await deps.prisma.case.findUnique({ where: { id: prompt.caseId }, select: { number: true } })
  if (!found) return
  await editMessage(ctx, prompt.messageId, {
    text: ctx.t(ctx.msg?.voice ? 'case-answer-reply-voice' : 'case-answer-reply', {
      alias: caseAlias(found.number),
    }),
    buttons: [[stopButton(ctx, prompt.caseId)]],
  })
}

function stopButton(ctx: BotContext, caseId: string) {
  return { label: ctx.t('case-answer-stop'), data: encodePress({ kind: 'stop-answer', caseId }) }
}
