import { Agent as HttpAgent, setGlobalProxyFromEnv } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { Api, type ApiClientOptions } from 'grammy'
import { callDirectly, createTelegramFetch } from './telegram-fetch.ts'

/** Where the Bot API is, and how this machine gets there. */
export interface TelegramAddress {
  token: string
  apiRoot: string
  /** an HTTP proxy; `except`: hosts that are reached without it, separated by commas */
  proxy: { url: string; except: string } | null
}

/** What calls the Bot API: by the proxy, where there is one. */
export function createApi(address: TelegramAddress): Api {
  const { token, apiRoot, proxy } = address
  if (proxy) return new Api(token, throughProxy(apiRoot, proxy))
  const fetch = createTelegramFetch()
  // grammY types the fetch of a browser, of which it uses this much
  const api = new Api(token, { apiRoot, fetch: fetch as never })
  api.config.use(callDirectly(fetch, `${apiRoot}/bot${token}`))
  return api
}

function throughProxy(apiRoot: string, proxy: NonNullable<TelegramAddress['proxy']>): ApiClientOptions {
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
