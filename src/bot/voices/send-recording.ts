import { InputFile } from 'grammy'
import type { FoundRecording } from '../../recordings/find-recording.ts'
import { withCopies } from '../attachments/file-of.ts'
import type { BotContext, BotDeps } from '../context.ts'

/**
 * Sends a recording as a voice message: by Telegram's name for the file, else our own copy, whose new name is kept. False
 * where neither is to be had.
 */
export async function sendRecording(
  deps: BotDeps,
  ctx: BotContext,
  { id, fileId, durationSeconds, mediaType }: FoundRecording,
): Promise<boolean> {
  const send = (file: string | InputFile) => ctx.replyWithVoice(file, { duration: durationSeconds })
  return await withCopies(
    async () => void (await send(fileId)),
    async () => {
      const bytes = await deps.attachments.get(id)
      return new Map(bytes ? [[id, bytes]] : [])
    },
    async (copies) => {
      const bytes = copies.get(id)
      if (!bytes) return
      const { voice } = await send(
        new InputFile(bytes, mediaType === 'audio/webm' ? 'voice.webm' : 'voice.ogg'),
      )
      await deps.prisma.recording.updateMany({ where: { id }, data: { fileId: voice.file_id } })
    },
  )
}
