/** What may differ between a test, a bench and the playground. Durations in milliseconds. */
export interface LocalTelegramSettings {
  /** refuse with 429 what goes beyond `limits` */
  enforceLimits: boolean
  /** approximate in real life, so they can be set: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
  limits: {
    perSecond: number
    perSecondPerChat: number
    perMinutePerGroup: number
    /** whoever passes `perSecond` may send nothing for so long; 0: until there is room again */
    penaltySeconds: number
  }
  /** how long the one who pressed waits for the bot's answer */
  pressTimeoutMs: number
  /** how old a callback query may be when it is answered, by the clock */
  queryLifetimeMs: number
  /** updates that nobody fetched are dropped, by the clock */
  updateLifetimeMs: number
  groupPrivacyMode: boolean
  /** first pause before a webhook is tried again; each further one doubles, up to 60 times this */
  webhookRetryMs: number
  webhookTimeoutMs: number
  maxButtons: number
  /** of an inline or reply keyboard as JSON; nobody knows Telegram's exact measure */
  maxMarkupBytes: number
  /** how many calls `world.calls()` remembers */
  callHistory: number
}

export const defaultSettings: LocalTelegramSettings = {
  enforceLimits: false,
  limits: { perSecond: 30, perSecondPerChat: 1, perMinutePerGroup: 20, penaltySeconds: 0 },
  pressTimeoutMs: 10_000,
  queryLifetimeMs: 150_000,
  updateLifetimeMs: 24 * 3_600_000,
  groupPrivacyMode: true,
  webhookRetryMs: 1_000,
  webhookTimeoutMs: 60_000,
  maxButtons: 100,
  maxMarkupBytes: 10_000,
  callHistory: 1_000,
}
