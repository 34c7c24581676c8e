import { type Api, GrammyError, HttpError } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { whyUnreachable } from '../../lib/why-unreachable.ts'

export type WhoAmI =
  | { ok: true; me: UserFromGetMe }
  | { ok: false; code: 'wrong_token' }
  /** Telegram gave no answer, or none that is of use; `reason` in a few words without address or token */
  | { ok: false; code: 'away'; reason: string }

const LONGEST_MS = 10_000

/** Asks Telegram who the bot is (https://core.telegram.org/bots/api#getme), which shows whether token and network are right. */
export async function askWhoAmI(api: Api, signal?: AbortSignal): Promise<WhoAmI> {
  const late = AbortSignal.timeout(LONGEST_MS)
  try {
    const me = await api.getMe((signal ? AbortSignal.any([signal, late]) : late) as never)
    return { ok: true, me }
  } catch (error) {
    // 404: what stands before the colon is not even the number of a bot
    if (error instanceof GrammyError && [401, 404].includes(error.error_code))
      return { ok: false, code: 'wrong_token' }
    const reason = whyTelegramIsAway(error)
    if (reason === null) throw error
    return { ok: false, code: 'away', reason }
  }
}

/** Why a call came to nothing, where another try may help; null where it does not. */
export function whyTelegramIsAway(error: unknown): string | null {
  if (error instanceof GrammyError)
    return error.error_code >= 500 || error.error_code === 429 ? error.description : null
  if (!(error instanceof HttpError)) return null
  const reason = whyUnreachable(error.error)
  if (reason !== null) return reason
  return error.error instanceof SyntaxError || /json/i.test((error.error as { type?: string }).type ?? '')
    ? 'what answers there does not speak the Bot API'
    : 'the call failed'
}
