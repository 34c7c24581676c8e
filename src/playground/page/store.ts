import type { Message, PlaygroundChat, PlaygroundEvent, PlaygroundState } from '../contract.ts'
import { api, ServerAwayError } from './api.ts'
import { openEventStream } from './event-stream.ts'
import {
  type MessageHistory,
  prependPage,
  putMessage,
  refreshHistory,
  removeMessage,
} from './message-history.ts'
import { type PageAddress, readPageAddress, writePageAddress } from './page-address.ts'
import { previewMessage, senderName } from './preview-message.ts'
import { sortChats } from './sort-chats.ts'
import { type Texts, textsFor } from './texts.ts'

const toastForMs = 4000
const toastWithButtonForMs = 8_000
const knockEveryMs = 2000
const typingForMs = 5000
/** two columns: see app-styles.ts */
const wideScreen = matchMedia('(min-width: 761px)')

/**
 * What the page knows, as told by the server and kept up to date by its events. The address says who one is and which
 * chat is open; everything else can be fetched again at any time. Fires `change`.
 */
export class Store extends EventTarget {
  state: PlaygroundState | undefined
  texts: Texts = textsFor(navigator.language)
  openChatId: number | undefined
  histories = new Map<number, MessageHistory>()
  /** chats in which the bot is typing */
  typing = new Set<number>()
  /** buttons that wait for the bot, as `<chat id>/<message id>/<data>` */
  pressing = new Set<string>()
  online = true
  toast = ''
  /** a button in the toast */
  toastAction: { label: string; run: () => void } | undefined
  alert = ''
  /** what a screen reader says next */
  announcement = ''

  #wantedPerson: number | undefined
  #stream: { close(): void } | undefined
  #replay: PlaygroundEvent[] = []
  #refreshing: Promise<void> | undefined
  #refreshAgain = false
  #clockOffsetMs = 0
  #toastTimer: ReturnType<typeof setTimeout> | undefined
  #knocking: ReturnType<typeof setTimeout> | undefined
  #typingTimers = new Map<number, ReturnType<typeof setTimeout>>()

  start(): void {
    window.addEventListener('hashchange', () => this.#followAddress())
    document.addEventListener('visibilitychange', () => this.markRead())
    wideScreen.addEventListener('change', () => {
      if (wideScreen.matches && !this.openChat) void this.refresh()
    })
    this.#followAddress()
  }

  get openChat(): PlaygroundChat | undefined {
    return this.state?.chats.find(({ chat }) => chat.id === this.openChatId)
  }

  /** The playground's clock, which its tools may have moved. */
  now(): Date {
    return new Date(Date.now() + this.#clockOffsetMs)
  }

  /** Asks the page to show a link as a QR code. */
  showQr(link: string): void {
    this.dispatchEvent(new CustomEvent('show-qr', { detail: link }))
  }

  setClock(now: string): void {
    this.#clockOffsetMs = Date.parse(now) - Date.now()
    this.change()
  }

  goTo(address: PageAddress): void {
    location.hash = writePageAddress({ as: this.state?.me.id, ...address })
  }

  change(): void {
    this.dispatchEvent(new Event('change'))
  }

  /** For some seconds; with a button, which wants to be found first, for longer. */
  showToast(text: string, action?: { label: string; run: () => void }): void {
    this.toast = text
    this.toastAction = action
    clearTimeout(this.#toastTimer)
    this.#toastTimer = setTimeout(() => this.hideToast(), action ? toastWithButtonForMs : toastForMs)
    this.change()
  }

  hideToast(): void {
    clearTimeout(this.#toastTimer)
    this.toast = ''
    this.toastAction = undefined
    this.change()
  }

  /** Does what a person asked for; a refusal is shown, not thrown. False: it was refused. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      if (error instanceof ServerAwayError) this.#lose()
      this.showToast(this.failure(error))
      return false
    }
  }

  /** Why something did not happen, in the words of the page. */
  failure(error: unknown): string {
    if (error instanceof ServerAwayError) return this.texts.away
    return this.texts.failed(error instanceof Error ? error.message : String(error))
  }

  /** The server is away: says so, and knocks until it is back, whatever became of the stream of events. */
  #lose(): void {
    this.online = false
    this.change()
    this.#knocking ??= setTimeout(() => {
      this.#knocking = undefined
      if (!this.online) void this.refresh()
    }, knockEveryMs)
  }

  async loadOlder(): Promise<void> {
    const { state, openChatId: chatId } = this
    const history = this.histories.get(chatId ?? 0)
    if (!state || !chatId || !history?.hasMore) return
    const older = await api.history(state.me.id, chatId, history.messages[0]?.message_id)
    if (state.me.id !== this.state?.me.id) return
    this.histories.set(chatId, prependPage(this.histories.get(chatId) ?? history, older))
    this.change()
  }

  markRead(): void {
    const chat = this.openChat
    if (!chat || !this.state || chat.unread === 0 || document.visibilityState !== 'visible') return
    this.#updateChat({ ...chat, unread: 0 })
    api.read(this.state.me.id, chat.chat.id).catch(() => undefined)
  }

  /** Fetches everything shown anew. What happens meanwhile is applied on top of the answer. */
  refresh(): Promise<void> {
    if (this.#refreshing) {
      this.#refreshAgain = true
      return this.#refreshing
    }
    this.#refreshing = this.#load()
      .catch(() => this.#lose())
      .finally(() => {
        this.#refreshing = undefined
        this.change()
        if (!this.#refreshAgain) return
        this.#refreshAgain = false
        return this.refresh()
      })
    return this.#refreshing
  }

  async #load(): Promise<void> {
    const wanted = this.#wantedPerson
    this.#replay = []
    // Somebody whom a restarted server no longer knows is met as whoever comes first there.
    const state = await api.state(wanted).catch(() => api.state(undefined))
    const askedFor = this.openChatId
    const chatId = chatToOpen(state, askedFor)
    const isMember = state.chats.some(({ chat }) => chat.id === chatId)
    const newest = chatId && isMember ? await api.history(state.me.id, chatId) : undefined
    if (wanted !== this.#wantedPerson) {
      this.#refreshAgain = true
      return
    }
    const isOther = state.me.id !== this.state?.me.id
    const known = isOther || !chatId ? undefined : this.histories.get(chatId)
    this.histories = new Map()
    if (chatId && newest) this.histories.set(chatId, known ? refreshHistory(known, newest) : newest)
    this.state = state
    this.online = true
    this.texts = textsFor(state.me.languageCode)
    document.documentElement.lang = this.texts.locale
    this.#clockOffsetMs = Date.parse(state.now) - Date.now()
    for (const event of this.#replay) this.#apply(event)
    if (askedFor !== this.openChatId) this.#refreshAgain = true
    else if (chatId !== askedFor) {
      this.openChatId = chatId
      if (!isOther) this.#keepAddress(state.me.id)
    }
    this.markRead()
    if (isOther) this.#settleOn(state.me.id)
  }

  #settleOn(personId: number): void {
    this.#wantedPerson = personId
    this.#keepAddress(personId)
    this.#stream?.close()
    this.#stream = openEventStream(personId, {
      onOpen: () => this.refresh(),
      onEvent: (event) => {
        this.#replay.push(event)
        this.#apply(event)
        this.change()
      },
      onLost: () => this.#lose(),
    })
  }

  #keepAddress(personId: number): void {
    const chat = this.openChat ? this.openChatId : undefined
    history.replaceState(null, '', writePageAddress({ as: personId, ...(chat && { chat }) }))
    this.openChatId = chat
  }

  #followAddress(): void {
    const { as, chat } = readPageAddress(location.hash)
    const isOther = !this.state || as !== this.#wantedPerson
    // whoever goes somewhere has seen where the button would lead, and it may lie over where they go
    if (this.toastAction) this.hideToast()
    this.openChatId = chat
    this.#wantedPerson = as
    if (isOther || !this.histories.has(chat ?? 0)) void this.refresh()
    this.markRead()
    this.change()
  }

  #apply(event: PlaygroundEvent): void {
    if (event.type === 'chats') {
      void this.refresh()
      return
    }
    const { chatId } = event
    const chat = this.state?.chats.find((known) => known.chat.id === chatId)
    if (event.type === 'typing') {
      this.#setTyping(chatId, true)
      return
    }
    if (!chat) {
      void this.refresh()
      return
    }
    const history = this.histories.get(chatId)
    if (event.type === 'deleted') {
      if (history) this.histories.set(chatId, removeMessage(history, event.messageId))
      if (chat.lastMessage?.message_id === event.messageId) void this.refresh()
      return
    }
    const { message } = event
    const isKnown = history?.messages.some((known) => known.message_id === message.message_id)
    if (history && (isKnown || event.type === 'message'))
      this.histories.set(chatId, putMessage(history, message))
    this.#noteLast(chat, message, event.type === 'message')
  }

  #noteLast(chat: PlaygroundChat, message: Message, isNew: boolean): void {
    const lastId = chat.lastMessage?.message_id ?? 0
    const isMine = message.from?.id === this.state?.me.id
    if (isNew && message.message_id > lastId) {
      this.#setTyping(chat.chat.id, false)
      this.#updateChat({ ...chat, lastMessage: message, unread: chat.unread + (isMine ? 0 : 1) })
      this.markRead()
    } else if (message.message_id === lastId) {
      this.#updateChat({ ...chat, lastMessage: message })
    }
    if (this.state && !isMine && (isNew || chat.chat.id === this.openChatId)) {
      const sender = senderName(message, this.state, this.texts)
      this.announcement = this.texts.newFrom(sender, previewMessage(message, this.texts))
    }
  }

  #updateChat(chat: PlaygroundChat): void {
    if (!this.state) return
    const chats = this.state.chats.map((known) => (known.chat.id === chat.chat.id ? chat : known))
    this.state = { ...this.state, chats }
    this.change()
  }

  #setTyping(chatId: number, isTyping: boolean): void {
    clearTimeout(this.#typingTimers.get(chatId))
    if (!isTyping) {
      this.typing.delete(chatId)
      return
    }
    this.typing.add(chatId)
    const forget = () => {
      this.typing.delete(chatId)
      this.change()
    }
    this.#typingTimers.set(chatId, setTimeout(forget, typingForMs))
  }
}

/** Where there is room for a chat beside the list, one is open: a newcomer sees at once how to begin. */
function chatToOpen({ chats }: PlaygroundState, askedFor: number | undefined): number | undefined {
  if (!wideScreen.matches || chats.some(({ chat }) => chat.id === askedFor)) return askedFor
  return sortChats(chats)[0]?.chat.id
}
