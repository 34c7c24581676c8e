import { randomBytes } from 'node:crypto'
import { z } from 'zod'

const ROLES = ['bot', 'worker', 'web'] as const
export type Role = (typeof ROLES)[number]

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

const urlOf = (...protocols: string[]) =>
  z.string().refine(
    (text) => {
      try {
        return protocols.includes(new URL(text).protocol)
      } catch {
        return false
      }
    },
    `a URL that begins with ${protocols.map((each) => `${each}//`).join(' or ')}`,
  )

/** An HTTP proxy; SOCKS is nothing that Node speaks by itself. */
const proxyUrl = urlOf('http:', 'https:')

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most,
      `a whole number from ${least} to ${most}`,
    )
    .transform(Number)

const oneOf = <T extends string>(...values: [T, ...T[]]) =>
  z.enum(values, { error: `one of ${values.join(', ')}` })

const list = (text: string) =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')

const timeZone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}, 'a time zone such as Asia/Shanghai')

/** Every setting there is; the table in README.md says the same in words. An empty value counts as absent. */
const environment = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, { error: 'a bot token such as 123456:ABC-DEF' })
    .optional(),
  BOT_API_ROOT: urlOf('http:', 'https:')
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://api.telegram.org'),
  TELEGRAM_PROXY: proxyUrl.optional(),
  // these two belong to the whole machine: what is not used may be anything
  HTTPS_PROXY: z.string().optional(),
  NO_PROXY: z.string().default(''),
  DATABASE_URL: urlOf('postgres:', 'postgresql:').optional(),
  DATA_DIR: z.string().default('./data'),
  REDIS_URL: urlOf('redis:', 'rediss:').optional(),
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w:.-]{1,64}$/, { error: 'up to 64 letters, digits and : . - _' })
    .default('xiangyin:'),
  ROLES: z
    .string()
    .transform(list)
    .refine(
      (roles): roles is Role[] =>
        roles.length > 0 && roles.every((role) => ROLES.some((each) => each === role)),
      `some of ${ROLES.join(',')}, separated by commas`,
    )
    .default([...ROLES]),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65535).default(3000),
  UPDATES: oneOf('polling', 'webhook').default('polling'),
  PUBLIC_URL: urlOf('http:', 'https:')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, {
      error: '16 to 256 letters, digits, _ and -, such as `openssl rand -hex 32` prints',
    })
    .optional(),
  ADMIN_IDS: z
    .string()
    .transform(list)
    .refine((ids) => ids.every((id) => /^\d{1,15}$/.test(id)), 'Telegram ids (numbers), separated by commas')
    .transform((ids) => ids.map(Number))
    .default([]),
  TIME_ZONE: timeZone.default('Asia/Shanghai'),
  DEFAULT_LOCALE: oneOf('zh', 'en').default('zh'),
  RATE_LIMIT: wholeNumber(0, 100_000).default(600),
  MESSAGES_PER_SECOND: wholeNumber(0, 100_000).default(30),
  DIGEST_CADENCE: oneOf('weekly', 'twice_monthly', 'daily').default('weekly'),
  DIGEST_HOUR: wholeNumber(0, 23).default(8),
  RETENTION_DAYS: wholeNumber(1, 36_500).default(730),
  ATTACHMENTS: oneOf('folder', 's3').default('folder'),
  S3_ENDPOINT: urlOf('http:', 'https:').optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { error: 'the name of a bucket' })
    .optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  S3_REGION: z.string().optional(),
  LOG_LEVEL: oneOf('debug', 'info', 'warn', 'error', 'silent').default('info'),
  PLAYGROUND: oneOf('0', '1').optional(),
})

type Environment = z.output<typeof environment>

/** Where Telegram is: the real one (or whatever speaks its API), or the local one that this program serves itself. */
export type Telegram =
  | { kind: 'api'; token: string; apiRoot: string; proxy: Proxy | null }
  | { kind: 'playground'; token: string }

/** An HTTP proxy on the way to Telegram; `except` are hosts that are reached without it, separated by commas. */
export interface Proxy {
  readonly url: string
  readonly except: string
}

export interface Config {
  readonly telegram: Telegram
  readonly database: { url: string } | { folder: string }
  readonly dataFolder: string
  readonly redis: { url: string; prefix: string } | null
  readonly roles: ReadonlySet<Role>
  readonly listen: { host: string; port: number }
  readonly updates: { kind: 'polling' } | { kind: 'webhook'; publicUrl: string; secret: string }
  readonly publicUrl: string | null
  readonly administratorIds: readonly number[]
  /** where photos and voice messages are kept */
  readonly attachments:
    | { kind: 'folder'; folder: string }
    | {
        kind: 's3'
        endpoint: string
        bucket: string
        accessKey: string
        secretKey: string
        region: string
      }
  readonly timeZone: string
  readonly defaultLocale: string
  /** updates of one person a minute; 0: any number */
  readonly rateLimit: number
  /** how long what people said is kept; consent says two years */
  readonly retentionDays: number
  /** of the bot in all; 0: as many as Telegram takes */
  readonly messagesPerSecond: number
  readonly digests: { cadence: 'weekly' | 'twice_monthly' | 'daily'; hour: number }
  readonly logLevel: string
}

/** One wrong setting: which, what it says, and what is expected. */
export interface ConfigMistake {
  variable: string
  value: string | undefined
  expected: string
}

/**
 * Reads the configuration. Refuses with every mistake there is, not just the first. Secrets are not repeated in a
 * mistake.
 */
export function readConfig(
  env: Record<string, string | undefined>,
): { ok: true; config: Config } | { ok: false; mistakes: ConfigMistake[] } {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  // other programs write these two in small letters
  for (const variable of ['HTTPS_PROXY', 'NO_PROXY']) given[variable] ??= given[variable.toLowerCase()]
  const parsed = environment.safeParse(given)
  const mistakes: ConfigMistake[] = parsed.success
    ? contradictions(parsed.data, given)
    : parsed.error.issues.map((issue) => mistake(String(issue.path[0]), given, issue.message))
  if (!parsed.success || mistakes.length > 0) return { ok: false, mistakes }
  return { ok: true, config: Object.freeze(toConfig(parsed.data)) }
}

const SECRETS = new Set(['BOT_TOKEN', 'WEBHOOK_SECRET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'])
const S3 = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY', 'S3_REGION'] as const
const NOT_SHOWN = '(not shown)'
/** In an address, however badly it is written. */
const PASSWORD = /^([a-z+]*:?\/*[^:@]*):.*@/i

function mistake(
  variable: string,
  given: Record<string, string | undefined>,
  expected: string,
): ConfigMistake {
  const secret = SECRETS.has(variable)
  const value = given[variable]
  return {
    variable,
    value: value && secret ? NOT_SHOWN : value?.replace(PASSWORD, `$1:${NOT_SHOWN}@`),
    expected,
  }
}

/** What each setting alone cannot tell. */
function contradictions(env: Environment, given: Record<string, string | undefined>): ConfigMistake[] {
  const found: ConfigMistake[] = []
  const say = (variable: string, expected: string) => found.push(mistake(variable, given, expected))
  if (env.UPDATES === 'webhook') {
    if (!env.PUBLIC_URL)
      say('PUBLIC_URL', 'the address under which Telegram reaches this server, for UPDATES=webhook')
    if (!env.WEBHOOK_SECRET) say('WEBHOOK_SECRET', 'a secret of your own, for UPDATES=webhook')
  }
  if (env.REDIS_URL && !env.DATABASE_URL)
    say('DATABASE_URL', 'a PostgreSQL server: processes that share Redis must share the database, too')
  for (const variable of S3) {
    if (env.ATTACHMENTS === 's3' && !env[variable]) say(variable, 'a value, for ATTACHMENTS=s3')
    if (env.ATTACHMENTS === 'folder' && env[variable])
      say(variable, 'not set, or ATTACHMENTS=s3: with a folder it means nothing')
  }
  if (env.BOT_TOKEN) {
    const proxy = proxyOf(env)?.url
    if (proxy && !proxyUrl.safeParse(proxy).success)
      say('HTTPS_PROXY', 'a URL that begins with http:// or https://, or TELEGRAM_PROXY for Telegram alone')
    if (env.PLAYGROUND === '1') say('PLAYGROUND', 'not set, or 0: with BOT_TOKEN the real Telegram is used')
    return found
  }
  // Without a token everybody on the page may be the administrator. That must never happen by mistake.
  if (env.DATABASE_URL && env.PLAYGROUND !== '1')
    say(
      'BOT_TOKEN',
      'the token of your bot (or PLAYGROUND=1, if DATABASE_URL is meant for the local playground)',
    )
  if (env.PLAYGROUND === '0') say('BOT_TOKEN', 'the token of your bot, since PLAYGROUND=0')
  if (!LOOPBACK.has(env.HOST))
    say('HOST', '127.0.0.1 without BOT_TOKEN: the local playground is for this machine only')
  if (env.UPDATES === 'webhook') say('UPDATES', 'polling without BOT_TOKEN')
  if (env.ROLES.length < ROLES.length)
    say('ROLES', 'bot,worker,web without BOT_TOKEN: the playground is one process')
  return found
}

function toConfig(env: Environment): Config {
  const playground = env.BOT_TOKEN === undefined
  const dataFolder = playground ? `${env.DATA_DIR}/playground` : env.DATA_DIR
  return {
    telegram:
      env.BOT_TOKEN === undefined
        ? { kind: 'playground', token: `1:${randomBytes(16).toString('hex')}` }
        : { kind: 'api', token: env.BOT_TOKEN, apiRoot: env.BOT_API_ROOT, proxy: proxyOf(env) },
    database: env.DATABASE_URL ? { url: env.DATABASE_URL } : { folder: dataFolder },
    dataFolder,
    redis: env.REDIS_URL ? { url: env.REDIS_URL, prefix: env.REDIS_PREFIX } : null,
    roles: new Set(env.ROLES as Role[]),
    listen: { host: env.HOST, port: env.PORT },
    updates:
      env.UPDATES === 'webhook' && env.PUBLIC_URL && env.WEBHOOK_SECRET
        ? { kind: 'webhook', publicUrl: env.PUBLIC_URL, secret: env.WEBHOOK_SECRET }
        : { kind: 'polling' },
    publicUrl: env.PUBLIC_URL ?? null,
    administratorIds: env.ADMIN_IDS,
    attachments: attachmentsOf(env, dataFolder),
    timeZone: env.TIME_ZONE,
    defaultLocale: env.DEFAULT_LOCALE,
    rateLimit: env.RATE_LIMIT,
    retentionDays: env.RETENTION_DAYS,
    messagesPerSecond: env.MESSAGES_PER_SECOND,
    digests: { cadence: env.DIGEST_CADENCE, hour: env.DIGEST_HOUR },
    logLevel: env.LOG_LEVEL,
  }
}

/** TELEGRAM_PROXY is meant for Telegram alone; the usual HTTPS_PROXY is for whatever is reached by https. */
function proxyOf(env: Environment): Proxy | null {
  if (env.TELEGRAM_PROXY) return { url: env.TELEGRAM_PROXY, except: '' }
  if (!env.HTTPS_PROXY || !env.BOT_API_ROOT.startsWith('https:')) return null
  return { url: env.HTTPS_PROXY, except: env.NO_PROXY }
}

function attachmentsOf(env: Environment, dataFolder: string): Config['attachments'] {
  if (env.ATTACHMENTS === 'folder') return { kind: 'folder', folder: `${dataFolder}/attachments` }
  const [endpoint = '', bucket = '', accessKey = '', secretKey = '', region = ''] = S3.map(
    (variable) => env[variable],
  )
  return { kind: 's3', endpoint, bucket, accessKey, secretKey, region }
}
