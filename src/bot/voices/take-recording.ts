import { mayRecording } from '../../access/policies/recording.ts'
import { MOST_BYTES } from '../../attachments/most-bytes.ts'
import { keepRecording } from '../../recordings/keep-recording.ts'
import type { BotContext, BotDeps } from '../context.ts'
import type { Shown } from '../screen.ts'
import { sendOnly } from '../show-message.ts'
import { showNextToRecord, showScreenToRecord } from './recording-screens.ts'

/** A voice message of an administrator: the screen that was asked for, read aloud. The next one is asked for. */
export async function takeRecording(
  deps: BotDeps,
  ctx: BotContext,
  wanted: { regionCode: string; screen: string },
): Promise<() => Shown> {
  const { from, message, administrator } = ctx
  if (!from || !administrator || !mayRecording(administrator, 'record', wanted).ok)
    return () => sendOnly(ctx, { text: ctx.t('administrators-only') })
  const again = (key: string) => () => showScreenToRecord(deps, ctx, wanted, { anew: true, note: ctx.t(key) })
  const voice = message?.voice
  if (!voice) return again('voices-voice-only')
  if ((voice.file_size ?? 0) > MOST_BYTES) return again('voices-too-big')
  const { file_id: fileId, duration: durationSeconds } = voice
  await ctx.once((tx) =>
    keepRecording({ ...deps, tx }, { ...wanted, fileId, durationSeconds, recordedByTelegramId: from.id }),
  )
  return () =>
    showNextToRecord(deps, ctx, { regionCode: wanted.regionCode, after: wanted.screen, just: wanted.screen })
}
