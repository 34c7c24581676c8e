import { type Bot, GrammyError } from 'grammy'
import type { Texts } from '../i18n/texts.ts'
import type { Logger } from '../logger.ts'
import type { BotContext } from './context.ts'
import { ALLOWED_UPDATES } from './updates/poll-updates.ts'

const COMMANDS = ['feedback', 'mine', 'language', 'privacy', 'help', 'cancel'] as const
const COMMITTEE_COMMANDS = ['digest', 'cases', 'link', 'unlink'] as const

/**
 * Tells Telegram how updates come, by webhook or by polling, and what the command menu holds in every language. May be
 * repeated by every process at each start. The menu is a convenience: a server that refuses it keeps nobody from starting.
 */
export async function setUpTelegram(
  bot: Bot<BotContext>,
  { texts, log }: { texts: Texts; log: Logger },
  updates: { kind: 'polling' } | { kind: 'webhook'; publicUrl: string; secret: string },
): Promise<void> {
  if (updates.kind === 'webhook')
    await bot.api.setWebhook(`${updates.publicUrl}/telegram/webhook`, {
      secret_token: updates.secret,
      allowed_updates: ALLOWED_UPDATES,
    })
  else await bot.api.deleteWebhook()
  try {
    await setCommands(bot, texts)
  } catch (err) {
    if (!(err instanceof GrammyError)) throw err
    log.warn({ err }, 'Telegram refused the command menu')
  }
}

async function setCommands(bot: Bot<BotContext>, texts: Texts): Promise<void> {
  for (const locale of texts.locales) {
    const described = (commands: readonly string[]) =>
      commands.map((command) => ({ command, description: texts.t(locale, `command-${command}`) }))
    const language_code = locale === texts.defaultLocale ? undefined : (locale as 'en')
    await bot.api.setMyCommands(described(COMMANDS), { language_code, scope: { type: 'all_private_chats' } })
    await bot.api.setMyCommands(described(COMMITTEE_COMMANDS), {
      language_code,
      scope: { type: 'all_group_chats' },
    })
  }
}
