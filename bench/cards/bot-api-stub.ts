import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCallLimit } from './call-limit.ts'

export interface Button {
  text: string
  callback_data?: string
}

/** A message of the bot as its chat shows it now. */
export interface Shown {
  messageId: number
  text: string
  keyboard: Button[][]
}

interface Chat {
  lastMessageId: number
  /** the bot's messages that are there, oldest first */
  messages: Map<number, Shown>
  /** told of each message that is sent or edited */
  onShown: (shown: Shown) => void
}

export interface BotApiStub {
  /** http://127.0.0.1:<port>, the value of BOT_API_ROOT */
  readonly root: string
  /** calls so far by method, those that were refused with 429 under `429` */
  readonly calls: Map<string, number>
  /** somebody opens the chat; their id is the chat's id */
  openChat(id: number, onShown: (shown: Shown) => void): void
  closeChat(id: number): void
  /** the newest message of the bot that has buttons */
  newestWithButtons(id: number): Shown | undefined
  /** an id for a message that the person sends */
  nextMessageId(id: number): number
  /** Hands an update over. By webhook: resolves when it was answered with 200, after as many tries as that takes. */
  deliver(update: Record<string, unknown>): Promise<void>
  close(): Promise<void>
}

const BOT = { id: 7654321, is_bot: true, first_name: 'bench', username: 'bench_bot' }
const RETRY_MS = 100
/** What Telegram opens at most where setWebhook does not say: https://core.telegram.org/bots/api#setwebhook */
const WEBHOOK_CONNECTIONS = 40

/**
 * As much of the Bot API as a bot needs that shows screens and takes presses and words, as cheap as can be. A bot that
 * calls setWebhook gets its updates there, else by getUpdates. Several bots may call setWebhook: they get them in turns.
 */
export async function openBotApiStub(
  limit: { messagesPerSecond: number; retryAfterSeconds: number } | null = null,
): Promise<BotApiStub> {
  const chats = new Map<number, Chat>()
  const calls = new Map<string, number>()
  const isAllowed = limit ? createCallLimit(limit) : () => 0
  const webhooks: { url: URL; secret: string; agent: Agent }[] = []
  const pending: Record<string, unknown>[] = []
  let polls: { params: Record<string, unknown>; answer: (result: unknown) => void }[] = []
  let updateId = 1000
  let turn = 0

  const show = (chatId: number, messageId: number, params: Record<string, unknown>) => {
    const text = String(params.text ?? params.caption ?? '')
    const markup = params.reply_markup as { inline_keyboard?: Button[][] } | undefined
    const shown = { messageId, text, keyboard: markup?.inline_keyboard ?? [] }
    const chat = chats.get(chatId)
    chat?.messages.set(messageId, shown)
    chat?.onShown(shown)
    return {
      message_id: messageId,
      date: Math.floor(Date.now() / 1000),
      chat: { id: chatId, type: 'private', first_name: '村民' },
      from: BOT,
      text,
      ...(markup ? { reply_markup: markup } : {}),
    }
  }

  /** The result of a call; undefined where it is not known yet. */
  const perform = (method: string, params: Record<string, unknown>): unknown => {
    const chatId = Number(params.chat_id)
    const messageId = Number(params.message_id)
    switch (method) {
      case 'getMe':
        return { ...BOT, can_join_groups: true, can_read_all_group_messages: false }
      case 'setWebhook': {
        const maxSockets = Number(params.max_connections ?? WEBHOOK_CONNECTIONS)
        const agent = new Agent({ keepAlive: true, maxSockets, scheduling: 'fifo' })
        webhooks.push({ url: new URL(String(params.url)), secret: String(params.secret_token ?? ''), agent })
        return true
      }
      case 'getWebhookInfo':
        return { url: webhooks[0]?.url.href ?? '', has_custom_certificate: false, pending_update_count: 0 }
      case 'getChat':
        return { id: chatId, type: 'private', first_name: '村民' }
      case 'editMessageText':
      case 'editMessageCaption':
        return show(chatId, messageId, params)
      case 'deleteMessage':
        chats.get(chatId)?.messages.delete(messageId)
        return true
      case 'sendMessage':
      case 'sendPhoto':
      case 'sendVoice':
      case 'sendDocument': {
        const chat = chats.get(chatId)
        if (chat) chat.lastMessageId += 1
        return show(chatId, chat?.lastMessageId ?? 1, params)
      }
      default:
        return true
    }
  }

  const handOut = () => {
    while (polls.length > 0 && pending.length > 0) {
      const poll = polls.shift()
      if (!poll) return
      poll.answer(pending.slice(0, Number(poll.params.limit ?? 100)))
    }
  }
  const getUpdates = (params: Record<string, unknown>, answer: (result: unknown) => void) => {
    const offset = Number(params.offset ?? 0)
    while (pending.length > 0 && Number(pending[0]?.update_id) < offset) pending.shift()
    const poll = { params, answer }
    polls.push(poll)
    handOut()
    if (!polls.includes(poll)) return
    setTimeout(
      () => {
        if (!polls.includes(poll)) return
        polls = polls.filter((each) => each !== poll)
        answer([])
      },
      Number(params.timeout ?? 0) * 1000,
    )
  }

  const call = (method: string, params: Record<string, unknown>, response: ServerResponse | null) => {
    const write = (status: number, body: object) => {
      if (!response || response.destroyed) return
      const text = JSON.stringify(body)
      response.writeHead(status, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      })
      response.end(text)
    }
    const waits = /^(send|edit)/.test(method) ? isAllowed() : 0
    const counted = waits > 0 ? '429' : method
    calls.set(counted, (calls.get(counted) ?? 0) + 1)
    if (waits > 0)
      write(429, {
        ok: false,
        error_code: 429,
        description: `Too Many Requests: retry after ${waits}`,
        parameters: { retry_after: waits },
      })
    else if (method === 'getUpdates') getUpdates(params, (result) => write(200, { ok: true, result }))
    else write(200, { ok: true, result: perform(method, params) })
  }

  const server = createServer((req, res) => {
    void readBody(req).then((body) => {
      const [path = '', query = ''] = (req.url ?? '').split('?')
      const isJson = (req.headers['content-type'] ?? '').startsWith('application/json')
      const params = isJson
        ? JSON.parse(body.toString() || '{}')
        : Object.fromEntries(new URLSearchParams(query || body.toString()))
      call(path.slice(path.lastIndexOf('/') + 1), params, res)
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  /** The answer's status; what the bot answers with a method in it is a call like any other. */
  const post = (webhook: (typeof webhooks)[number], body: string): Promise<number> =>
    new Promise((resolve) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'x-telegram-bot-api-secret-token': webhook.secret,
      }
      const sent = request(webhook.url, { method: 'POST', agent: webhook.agent, headers }, (res) => {
        void readBody(res).then((answer) => {
          if (answer.length > 0 && answer[0] === 0x7b) {
            const { method, ...params } = JSON.parse(answer.toString())
            if (typeof method === 'string') call(method, params, null)
          }
          resolve(res.statusCode ?? 500)
        })
      })
      sent.on('error', () => resolve(502))
      sent.end(body)
    })

  return {
    root,
    calls,
    openChat: (id, onShown) => chats.set(id, { lastMessageId: 0, messages: new Map(), onShown }),
    closeChat: (id) => chats.delete(id),
    newestWithButtons: (id) =>
      [...(chats.get(id)?.messages.values() ?? [])].reduce<Shown | undefined>(
        (newest, each) =>
          each.keyboard.length > 0 && each.messageId > (newest?.messageId ?? 0) ? each : newest,
        undefined,
      ),
    nextMessageId: (id) => {
      const chat = chats.get(id)
      if (!chat) throw new Error(`no chat ${id}`)
      chat.lastMessageId += 1
      return chat.lastMessageId
    },
    deliver: async (update) => {
      updateId += 1
      const numbered = { update_id: updateId, ...update }
      if (webhooks.length === 0) {
        pending.push(numbered)
        handOut()
        return
      }
      const body = JSON.stringify(numbered)
      for (;;) {
        turn += 1
        const webhook = webhooks[turn % webhooks.length]
        if (webhook && (await post(webhook, body)) === 200) return
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
      }
    },
    close: async () => {
      for (const { agent } of webhooks) agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function readBody(stream: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
    stream.on('error', reject)
  })
}
