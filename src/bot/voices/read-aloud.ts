import { InputFile } from 'grammy'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { encodePress, type PressOf } from '../../presses/callback-data.ts'
import type { FoundRecording } from '../../recordings/find-recording.ts'
import { withCopies } from '../attachments/file-of.ts'
import type { BotContext, BotDeps } from '../context.ts'

type HearKind = 'hear-card' | 'hear-menu' | 'hear-consent'

/**
 * The screen with 🔊 as its last row, where eyes and thumb are in a chat, if somebody read it aloud for this village or a
 * region above. Unchanged where nobody did.
 */
export async function withVoice(
  deps: BotDeps,
  ctx: BotContext,
  message: OutgoingMessage,
  { villageCode, screen, press }: { villageCode: string; screen: string | null; press: PressOf<HearKind> },
): Promise<OutgoingMessage> {
  if (screen === null || !(await deps.recordings.has({ villageCode, screen }))) return message
  const hear = { label: ctx.t('voices-hear'), data: encodePress(press) }
  return { ...message, buttons: [...(message.buttons ?? []), [hear]] }
}

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
