/** Where a Telegram link leads within the page. */
export type DeepLink =
  | { kind: 'bot'; start?: string }
  | { kind: 'chat'; username: string }
  | { kind: 'add'; to: 'group' | 'channel' }

/**
 * Reads `https://t.me/<name>?start=…` and `tg://resolve?domain=<name>&start=…`
 * (https://core.telegram.org/api/links). Undefined: not a link into Telegram.
 */
export function readDeepLink(url: string, botUsername: string): DeepLink | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname, pathname, searchParams } = new URL(url)
  const inTelegram = hostname === 't.me' || hostname === 'telegram.me'
  let username: string | null | undefined
  if (protocol === 'tg:') username = searchParams.get('domain')
  else if (inTelegram && /^https?:$/.test(protocol)) username = /^\/(\w+)\/?$/.exec(pathname)?.[1]
  if (!username) return undefined
  if (username.toLowerCase() !== botUsername.toLowerCase()) return { kind: 'chat', username }
  if (searchParams.has('startgroup')) return { kind: 'add', to: 'group' }
  if (searchParams.has('startchannel')) return { kind: 'add', to: 'channel' }
  const start = searchParams.get('start')
  return start ? { kind: 'bot', start } : { kind: 'bot' }
}
