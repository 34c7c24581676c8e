import type { Message } from 'grammy/types'
import type { ShownAttachment } from '../../attachments/list-attachments.ts'
import { shownPlace } from '../../attachments/shown-place.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { fileOf, type Loaded, loadCopies, withCopies } from './file-of.ts'

/**
 * Sends what was attached again, in reply to the message whose button was pressed: voice as voice, photos
 * as one album, a place as a place. Says so where something is no longer to be had. Who may see it is the caller's matter.
 * `others`: it is somebody else's. Then the look is noted, what was sent is kept in mind to be taken back, photos come from our
 * copy only, which tells nothing of where and with what they were taken, and a place only roughly where nobody signed.
 */
export async function sendAttachments(
  deps: BotDeps,
  ctx: BotContext,
  attachments: readonly ShownAttachment[],
  { others = false } = {},
): Promise<void> {
  let missing = attachments.length === 0
  let coming = false
  if (others && attachments[0]) await ctx.posted.lookAtFiles(attachments[0].submissionId)
  for (const group of inGroups(attachments)) {
    const send = async (some: readonly ShownAttachment[], copies: Loaded) => {
      const sent = await sendGroup(ctx, some, copies, { others })
      const [first] = some
      if (!others || !first) return
      const mark = { kind: 'words' as const, submissionId: first.submissionId, offset: 0, length: 0 }
      for (const { message_id } of sent) await ctx.posted.keep(message_id, null, [mark])
    }
    const load = async () => await loadCopies(deps.attachments, group)
    const onlyOurs = others && group[0]?.kind === 'photo'
    const ours = onlyOurs ? await load() : NO_COPIES
    const had = onlyOurs ? group.filter(({ id }) => ours.has(id)) : group
    for (const { id, state } of group)
      if (onlyOurs && !ours.has(id)) {
        if (state === 'pending') coming = true
        else missing = true
      }
    if (had.length === 0) continue
    const sent = await withCopies(
      () => send(had, ours),
      onlyOurs ? async () => NO_COPIES : load,
      (copies) => send(had, copies),
    )
    if (!sent) missing = true
  }
  if (coming) await ctx.reply(ctx.t('attachment-coming'), inReply(ctx))
  if (missing) await ctx.reply(ctx.t('attachment-gone'), inReply(ctx))
}

const NO_COPIES: Loaded = new Map()

/** Telegram's limit for an album: https://core.telegram.org/bots/api#sendmediagroup */
const MOST_IN_ALBUM = 10

/** Photos together, everything else alone; in the order in which the first of each was sent. */
function inGroups(attachments: readonly ShownAttachment[]): ShownAttachment[][] {
  const photos = attachments.filter((each) => each.kind === 'photo')
  return attachments.flatMap((each) => {
    if (each.kind !== 'photo') return [[each]]
    const index = photos.indexOf(each)
    return index % MOST_IN_ALBUM === 0 ? [photos.slice(index, index + MOST_IN_ALBUM)] : []
  })
}

/** What was sent. */
async function sendGroup(
  ctx: BotContext,
  group: readonly ShownAttachment[],
  copies: Loaded,
  { others }: { others: boolean },
): Promise<Message[]> {
  const [first] = group
  if (!first) return []
  const { latitude, longitude, durationSeconds } = first
  if (first.kind === 'location') {
    if (latitude === null || longitude === null) return []
    const isSigned = !others || first.submission.signedName !== null
    const place = shownPlace({ latitude, longitude }, { isSigned })
    return [await ctx.replyWithLocation(place.latitude, place.longitude, inReply(ctx))]
  }
  const files = group.flatMap((each) => fileOf(each, copies) ?? [])
  const [file] = files
  if (file === undefined) return []
  if (first.kind === 'voice')
    return [
      await ctx.replyWithVoice(file, {
        ...inReply(ctx),
        ...(durationSeconds === null ? {} : { duration: durationSeconds }),
      }),
    ]
  if (files.length === 1) return [await ctx.replyWithPhoto(file, inReply(ctx))]
  return await ctx.replyWithMediaGroup(
    files.map((media) => ({ type: 'photo', media })),
    inReply(ctx),
  )
}

function inReply(ctx: BotContext) {
  const pressed = ctx.callbackQuery?.message?.message_id
  return pressed === undefined
    ? {}
    : { reply_parameters: { message_id: pressed, allow_sending_without_reply: true } }
}
