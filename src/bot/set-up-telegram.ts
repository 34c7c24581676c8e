import { GrammyError } from 'grammy'
import type { Texts } from '../i18n/texts.ts'
import type { Logger } from '../logger.ts'
import type { Bot } from './bot.ts'

import { ALLOWED_UPDATES } from './updates/poll-updates.ts'

const COMMANDS = ['feedback', 'mine', 'language', 'privacy', 'help', 'cancel'] as const
const COMMITTEE_COMMANDS = ['digest', 'cases', 'link', 'unlink'] as const

/**
 * Tells Telegram how updates come, by webhook or by polling, and in every language what the command menu holds and what the
 * bot is for, as somebody reads it who opens it for the first time. May be repeated by every process at each start. Menu and
 * descriptions are a convenience: a server that refuses them keeps nobody from starting.
 */
export async function setUpTelegram(
  bot: Bot,
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
  try {
    await setDescriptions(bot, texts)
  } catch (err) {
    if (!(err instanceof GrammyError)) throw err
    // the calls that set them are limited to a few an hour, and what was set stays
    log.warn({ err }, 'Telegram refused the description')
  }
}

async function setCommands(bot: Bot, texts: Texts): Promise<void> {
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

/** Only what differs is set: Telegram allows few of these calls, and a bot may start often. */
async function setDescriptions(bot: Bot, texts: Texts): Promise<void> {
  for (const locale of texts.locales) {
    const language = { language_code: locale === texts.defaultLocale ? undefined : (locale as 'en') }
    const description = texts.t(locale, 'bot-description')
    if ((await bot.api.getMyDescription(language)).description !== description)
      await bot.api.setMyDescription(description, language)
    const short = texts.t(locale, 'bot-short-description')
    if ((await bot.api.getMyShortDescription(language)).short_description !== short)
      await bot.api.setMyShortDescription(short, language)
  }
}
