import { type Bot, BotError, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Logger } from '../logger.ts'
import type { BotContext } from './context.ts'

/**
 * Handles one update, or throws where it should come again: the database or Telegram could not be reached. What Telegram
 * refused while an answer was shown is logged and done with: the effect is in the database, and asking again would be
 * refused again. Logs say which update and of what kind, never what is in it.
 */
export async function handleUpdate(bot: Bot<BotContext>, log: Logger, update: Update): Promise<void> {
  try {
    await bot.handleUpdate(update)
  } catch (error) {
    const cause = error instanceof BotError ? error.error : error
    if (!(cause instanceof GrammyError)) throw cause
    log.error(
      { updateId: update.update_id, kind: kindOf(update), method: cause.method, err: cause },
      'Telegram refused an answer',
    )
  }
}

/** message, callback_query … */
export function kindOf(update: Update): string {
  return Object.keys(update).find((key) => key !== 'update_id') ?? 'unknown'
}
