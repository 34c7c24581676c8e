import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Update } from 'grammy/types'
import { expect } from 'vitest'
import { systemClock } from '../../src/lib/clock.ts'
import { createLocalTelegram, type LocalTelegram } from '../../src/playground/server/create-local-telegram.ts'
import type { LocalTelegramSettings } from '../../src/playground/server/local-telegram-settings.ts'
import { type Actor, actorIn } from './actor.ts'
import { until } from './until.ts'

export const BOT_TOKEN = '7654321:AAway_test-token_0123456789abcdef'
export const BOT_USERNAME = 'xiangyin_way_bot'
export const ADMINISTRATOR = 900_000_001

/** What the bot may be refused, since it handles it: each with why it comes about. */
const REFUSED_BY_DESIGN: { method: string; description: RegExp }[] = [
  // the same screen again after a second press: nothing to do
  { method: 'editMessageText', description: /message is not modified/ },
  // a press that was answered already when its update came again, or that waited too long
  { method: 'answerCallbackQuery', description: /query is too old/ },
  // a press on a message that is out of the chat by now: the screen comes as a new message
  { method: 'editMessageText', description: /message to edit not found/ },
  // the buttons of an old screen that has none any more, or is out of the chat
  { method: 'editMessageReplyMarkup', description: /message is not modified|message to edit not found/ },
  // the update that took it out of the chat came again
  { method: 'deleteMessage', description: /message to delete not found/ },
  // older than 48 hours: then its buttons go
  { method: 'deleteMessage', description: /can't be deleted for everyone/ },
  // a program that stops confirms its last updates while the server still holds its long poll
  { method: 'getUpdates', description: /terminated by other getUpdates request/ },
]

/** A Telegram in the test's own process, so that it outlives the program however that ends. */
export interface TelegramWorld {
  readonly world: LocalTelegram['world']
  /** BOT_TOKEN, BOT_API_ROOT and ADMIN_IDS of a program that is to talk to it */
  readonly env: Record<string, string>
  /** somebody in their private chat with the bot */
  person(who: { firstName: string; lastName?: string; languageCode?: string; id?: number }): Actor
  administrator(): Actor
  /** posts a message in the bot's name that bears one button, as the program may have done long ago; its id */
  post(chatId: number, data: string): Promise<number>
  /** lets no call through that fits, until what it returns is called: Telegram is slow for one chat or one presser */
  hold(fits: (call: HeldCall) => boolean): () => void
  /** puts Telegram's clock forward, for everybody and the bot */
  later(seconds: number): void
  /** how far it was put forward for everybody */
  aheadMs(): number
  /** waits until the bot has dealt with every update, or with those that `which` picks */
  quiet(which?: (update: Update) => boolean): Promise<void>
  /** fails where anything that the bot sent was refused, but for what is so by design */
  expectNothingRefused(): void
  close(): Promise<void>
}

/** Whom a call of the bot is for. */
export interface HeldCall {
  method: string
  /** null: none is named */
  chatId: number | null
  /** who pressed the button that is answered; null: another call */
  presserId: number | null
}

/** Serves a Telegram on a free port; `settings` is what differs from a patient one without limits. */
export async function openTelegramWorld(
  settings: Partial<LocalTelegramSettings> = {},
): Promise<TelegramWorld> {
  /** by how much whoever acts right now is ahead of the others: each person waits for themselves only */
  let aheadMs = 0
  const telegram = createLocalTelegram({
    path: ':memory:',
    token: BOT_TOKEN,
    bot: { username: BOT_USERNAME, firstName: '乡音' },
    clock: { now: () => new Date(systemClock.now().getTime() + aheadMs) },
    settings: {
      callHistory: 100_000,
      pressTimeoutMs: 30_000,
      webhookRetryMs: 200,
      // whoever is ahead of the others still presses in time
      queryLifetimeMs: 24 * 3_600_000,
      ...settings,
    },
  })
  const { world } = telegram
  const gates = new Set<{ fits: (call: HeldCall) => boolean; opened: Promise<void> }>()
  const fetchHeld: typeof telegram.app.fetch = async (request, env) => {
    if (gates.size > 0) {
      const call = await callIn(request.clone(), (queryId) => presserOf(world, queryId))
      for (const { fits, opened } of gates) if (fits(call)) await opened
    }
    return await telegram.app.fetch(request, env)
  }
  const server = serve({ fetch: fetchHeld, hostname: '127.0.0.1', port: 0 }) as Server
  await new Promise((resolve) => server.once('listening', resolve))
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const quiet: TelegramWorld['quiet'] = async (which = () => true) => {
    const open = () => world.pendingUpdates().filter(which)
    await until(() => open().length === 0, {
      what: () => `the bot deals with ${JSON.stringify(open().map((update) => Object.keys(update)))}`,
      within: 30_000,
    })
  }
  const person: TelegramWorld['person'] = ({ firstName, lastName, languageCode = 'zh-hans', id }) => {
    const names = { firstName, ...(lastName ? { lastName } : {}) }
    const added = world.addPerson({ ...names, languageCode, part: 'resident', ...(id ? { id } : {}) })
    let ownMs = 0
    const later = (seconds: number) => {
      ownMs += seconds * 1000
    }
    const byOwnClock = <Result>(act: () => Result): Result => {
      const before = aheadMs
      aheadMs = ownMs
      try {
        return act()
      } finally {
        aheadMs = before
      }
    }
    return actorIn({ world, quiet, later, byOwnClock }, added.id, added.id)
  }
  return {
    world,
    env: { BOT_TOKEN, BOT_API_ROOT: root, ADMIN_IDS: String(ADMINISTRATOR) },
    person,
    administrator: () => person({ firstName: '张主任', id: ADMINISTRATOR }),
    post: async (chatId, data) => {
      const buttons = { inline_keyboard: [[{ text: '…', callback_data: data }]] }
      const response = await fetch(`${root}/bot${BOT_TOKEN}/sendMessage`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ chat_id: chatId, text: '…', reply_markup: buttons }),
      })
      const { result } = (await response.json()) as { result: { message_id: number } }
      return result.message_id
    },
    hold: (fits) => {
      const { promise: opened, resolve } = Promise.withResolvers<void>()
      const gate = { fits, opened }
      gates.add(gate)
      return () => {
        gates.delete(gate)
        resolve()
      }
    },
    later: (seconds) => {
      aheadMs += seconds * 1000
    },
    aheadMs: () => aheadMs,
    quiet,
    expectNothingRefused: () => {
      const refused = world.calls().filter((call) => !call.ok)
      const unexpected = refused.filter(
        (call) =>
          !REFUSED_BY_DESIGN.some(
            ({ method, description }) => call.method === method && description.test(call.description ?? ''),
          ),
      )
      expect(unexpected).toEqual([])
    },
    close: async () => {
      await telegram.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function callIn(request: Request, presserOf: (queryId: string) => number | null): Promise<HeldCall> {
  const method = new URL(request.url).pathname.split('/').at(-1) ?? ''
  const isJson = request.headers.get('content-type')?.includes('json')
  const params = isJson ? ((await request.json()) as Record<string, unknown>) : {}
  return {
    method,
    chatId: params.chat_id === undefined ? null : Number(params.chat_id),
    presserId: params.callback_query_id === undefined ? null : presserOf(String(params.callback_query_id)),
  }
}

function presserOf(world: LocalTelegram['world'], queryId: string): number | null {
  const given = world.givenUpdates().findLast(({ callback_query: query }) => query?.id === queryId)
  return given?.callback_query?.from.id ?? null
}
