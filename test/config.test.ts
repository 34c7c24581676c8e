import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'

const TOKEN = '123456:ABCDEF-ghijkl_0123456789'

function configOf(env: Record<string, string>) {
  const read = readConfig(env)
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes))
  return read.config
}

function mistakesOf(env: Record<string, string>) {
  const read = readConfig(env)
  return read.ok ? [] : read.mistakes
}

describe('configuration', () => {
  it('needs nothing: the playground on this machine, everything embedded', () => {
    const config = configOf({})
    expect(config).toMatchObject({
      telegram: { kind: 'playground' },
      database: { folder: './data/playground' },
      redis: null,
      listen: { host: '127.0.0.1', port: 3000 },
      updates: { kind: 'polling' },
      timeZone: 'Asia/Shanghai',
      defaultLocale: 'zh',
      rateLimit: 600,
      digests: { cadence: 'weekly', hour: 8 },
    })
    expect([...config.roles]).toEqual(['bot', 'worker', 'web'])
    expect(Object.isFrozen(config)).toBe(true)
  })

  it('keeps a bot with a token out of the playground’s folder', () => {
    expect(configOf({ BOT_TOKEN: TOKEN }).database).toEqual({ folder: './data' })
  })

  it('says every mistake at once: which setting, what it says, what is expected', () => {
    const mistakes = mistakesOf({
      BOT_TOKEN: TOKEN,
      PORT: '70000',
      TIME_ZONE: 'Mars/Olympus',
      ROLES: 'bot,cook',
      ADMIN_IDS: '1,two',
      UPDATES: 'pigeon',
    })
    expect(mistakes.map(({ variable, value }) => [variable, value])).toEqual([
      ['ROLES', 'bot,cook'],
      ['PORT', '70000'],
      ['UPDATES', 'pigeon'],
      ['ADMIN_IDS', '1,two'],
      ['TIME_ZONE', 'Mars/Olympus'],
    ])
    for (const { expected } of mistakes) expect(expected.length).toBeGreaterThan(10)
  })

  it('never repeats a secret', () => {
    expect(JSON.stringify(mistakesOf({ BOT_TOKEN: 'my secret', WEBHOOK_SECRET: 'ü secret' }))).not.toContain(
      'secret"',
    )
  })

  it.each([
    ['a forgotten token in production', { DATABASE_URL: 'postgresql://db/x' }, 'BOT_TOKEN'],
    ['a playground for the whole network', { HOST: '0.0.0.0' }, 'HOST'],
    [
      'a webhook without a secret',
      { BOT_TOKEN: TOKEN, UPDATES: 'webhook', PUBLIC_URL: 'https://x.y' },
      'WEBHOOK_SECRET',
    ],
    [
      'a webhook without an address',
      { BOT_TOKEN: TOKEN, UPDATES: 'webhook', WEBHOOK_SECRET: 'a-secret-of-16-letters' },
      'PUBLIC_URL',
    ],
    [
      'a secret that can be guessed',
      { BOT_TOKEN: TOKEN, UPDATES: 'webhook', PUBLIC_URL: 'https://x.y', WEBHOOK_SECRET: 'only-15-letters' },
      'WEBHOOK_SECRET',
    ],
    [
      'a proxy that speaks SOCKS',
      { BOT_TOKEN: TOKEN, TELEGRAM_PROXY: 'socks5://127.0.0.1' },
      'TELEGRAM_PROXY',
    ],
    ['the same for all https', { BOT_TOKEN: TOKEN, https_proxy: 'socks5://127.0.0.1' }, 'HTTPS_PROXY'],
    ['Redis without PostgreSQL', { BOT_TOKEN: TOKEN, REDIS_URL: 'redis://127.0.0.1' }, 'DATABASE_URL'],
    ['a playground beside a real bot', { BOT_TOKEN: TOKEN, PLAYGROUND: '1' }, 'PLAYGROUND'],
    ['a store without its keys', { ATTACHMENTS: 's3', S3_ENDPOINT: 'https://s3.x.y' }, 'S3_SECRET_KEY'],
    ['a store that would not be used', { S3_BUCKET: 'village' }, 'S3_BUCKET'],
    ['a playground in parts', { ROLES: 'bot' }, 'ROLES'],
  ])('refuses %s', (_, env, variable) => {
    expect(mistakesOf(env).map((mistake) => mistake.variable)).toContain(variable)
  })

  it('lets the playground use PostgreSQL where PLAYGROUND=1 says so', () => {
    expect(configOf({ DATABASE_URL: 'postgresql://db/x', PLAYGROUND: '1' })).toMatchObject({
      telegram: { kind: 'playground' },
      database: { url: 'postgresql://db/x' },
    })
  })

  it('keeps attachments in a folder, or in an S3-compatible store', () => {
    expect(configOf({ DATA_DIR: '/data', BOT_TOKEN: TOKEN }).attachments).toEqual({
      kind: 'folder',
      folder: '/data/attachments',
    })
    const s3 = {
      S3_ENDPOINT: 'https://s3.example.org',
      S3_BUCKET: 'village',
      S3_ACCESS_KEY: 'key',
      S3_SECRET_KEY: 'secret',
      S3_REGION: 'cn-north-1',
    }
    expect(configOf({ ATTACHMENTS: 's3', ...s3 }).attachments).toEqual({
      kind: 's3',
      endpoint: 'https://s3.example.org',
      bucket: 'village',
      accessKey: 'key',
      secretKey: 'secret',
      region: 'cn-north-1',
    })
    expect(JSON.stringify(mistakesOf(s3))).not.toMatch(/"(key|secret)"/)
  })

  it('reaches Telegram by a proxy of its own, or by the machine’s', () => {
    const proxyOf = (env: Record<string, string>) => {
      const { telegram } = configOf({ BOT_TOKEN: TOKEN, ...env })
      return telegram.kind === 'api' ? telegram.proxy : undefined
    }
    const machine = { HTTPS_PROXY: 'http://proxy:1', NO_PROXY: 'a.b,c.d' }
    expect(proxyOf({})).toBe(null)
    expect(proxyOf(machine)).toEqual({ url: 'http://proxy:1', except: 'a.b,c.d' })
    expect(proxyOf({ ...machine, TELEGRAM_PROXY: 'http://own:2' })).toEqual({
      url: 'http://own:2',
      except: '',
    })
    // a Bot API server beside the bot is reached as it is
    expect(proxyOf({ ...machine, BOT_API_ROOT: 'http://127.0.0.1:8081' })).toBe(null)
    // the playground does not care what the machine uses
    expect(mistakesOf({ HTTPS_PROXY: 'socks5://127.0.0.1' })).toEqual([])
  })

  it('takes an empty value for an absent one', () => {
    expect(configOf({ BOT_TOKEN: '', PORT: '', ADMIN_IDS: '' })).toMatchObject({ administratorIds: [] })
  })
})
