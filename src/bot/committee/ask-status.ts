import { type Api, GrammyError } from 'grammy'
import type { AskStatus } from '../../committees/runs-chat.ts'

/**
 * What Telegram says of a member of a chat. Null where it refuses: a bot that is no administrator is not always told of
 * others (https://core.telegram.org/bots/api#getchatmember). Throws where Telegram cannot be reached or is too busy to say.
 */
export function askStatus(api: Api): AskStatus {
  return async (chatId, telegramId) => {
    try {
      return (await api.getChatMember(chatId, telegramId)).status
    } catch (error) {
      if (error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403)) return null
      throw error
    }
  }
}
