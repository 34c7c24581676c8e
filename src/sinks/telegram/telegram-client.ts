import { Agent as HttpAgent, setGlobalProxyFromEnv } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { ApiClientOptions } from 'grammy'
import { createTelegramFetch } from './telegram-fetch.ts'

/** Where the Bot API is, and how this machine gets there. */
export interface TelegramAddress {
  token: string
  apiRoot: string
  /** an HTTP proxy; `except`: hosts that are reached without it, separated by commas */
  proxy: { url: string; except: string } | null
}

/** How grammY calls the Bot API: by the proxy, where there is one. */
export function clientOptions({ apiRoot, proxy }: Omit<TelegramAddress, 'token'>): ApiClientOptions {
  // grammY types the fetch of a browser, of which it uses this much
  if (!proxy) return { apiRoot, fetch: createTelegramFetch() as never }
  const settings = { keepAlive: true, proxyEnv: environmentOf(proxy) }
  const agent = apiRoot.startsWith('https:') ? new HttpsAgent(settings) : new HttpAgent(settings)
  return { apiRoot, baseFetchConfig: { agent, compress: true } }
}

/**
 * Lets `fetch` use the proxy, too: files are downloaded with it. Returns what takes the proxy away again. The store for
 * attachments has connections of its own, which stay as they are.
 */
export function useProxyForFetch(proxy: NonNullable<TelegramAddress['proxy']>): () => void {
  return setGlobalProxyFromEnv(environmentOf(proxy))
}

function environmentOf({ url, except }: NonNullable<TelegramAddress['proxy']>): Record<string, string> {
  const own = 'localhost,127.0.0.1,::1'
  return { http_proxy: url, https_proxy: url, no_proxy: except === '' ? own : `${own},${except}` }
}
