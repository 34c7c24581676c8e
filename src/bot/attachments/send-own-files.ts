import { type InputFile, InputMediaBuilder } from 'grammy'
import { listOwnAttachments, type ShownAttachment } from '../../attachments/list-attachments.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { fileOf, type Loaded, loadCopies, withCopies } from './file-of.ts'

/** Telegram's limit for an album: https://core.telegram.org/bots/api#sendmediagroup */
const MOST_IN_ALBUM = 10

/**
 * Sends everybody's own voice messages and photos along with their data: photos as files, ten at a time, from our copy;
 * voice as voice. What was never stored comes by Telegram's name for it. Says so where something is no longer to be had.
 */
export async function sendOwnFiles(deps: BotDeps, ctx: BotContext, telegramId: number): Promise<void> {
  const attachments = await listOwnAttachments(deps.prisma, telegramId)
  const load = async (some: readonly ShownAttachment[]) => await loadCopies(deps.attachments, some)
  let missing = false
  for (const voice of attachments.filter((each) => each.kind === 'voice')) {
    const send = (copies: Loaded) => sendEach(voice, copies, (file) => ctx.replyWithVoice(file))
    if (
      !(await withCopies(
        () => send(new Map()),
        async () => await load([voice]),
        send,
      ))
    )
      missing = true
  }
  const photos = attachments.filter((each) => each.kind === 'photo')
  for (let i = 0; i < photos.length; i += MOST_IN_ALBUM) {
    const some = photos.slice(i, i + MOST_IN_ALBUM)
    const copies = await load(some)
    const files = some.filter((each) => copies.has(each.id)).flatMap((each) => fileOf(each, copies) ?? [])
    await sendDocuments(ctx, files)
    for (const photo of some.filter((each) => !copies.has(each.id))) {
      const send = () => sendEach(photo, new Map(), (file) => ctx.replyWithPhoto(file))
      if (!(await withCopies(send, async () => new Map(), send))) missing = true
    }
  }
  if (missing) await ctx.reply(ctx.t('attachment-gone'))
}

async function sendEach(
  attachment: ShownAttachment,
  copies: Loaded,
  send: (file: InputFile | string) => Promise<unknown>,
): Promise<void> {
  const file = fileOf(attachment, copies)
  if (file !== null) await send(file)
}

async function sendDocuments(ctx: BotContext, files: readonly (InputFile | string)[]): Promise<void> {
  const [only] = files
  if (only === undefined) return
  if (files.length === 1) await ctx.replyWithDocument(only)
  else await ctx.replyWithMediaGroup(files.map((file) => InputMediaBuilder.document(file)))
}
