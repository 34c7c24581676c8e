import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { encodePress, type PressOf } from '../../presses/callback-data.ts'
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
