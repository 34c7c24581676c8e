import type { PlaygroundAction, PlaygroundOutgoing } from '../contract.ts'
import { api, type NewChat } from './api.ts'
import { readDeepLink } from './deep-link.ts'
import { formatClock } from './format-time.ts'
import { joinName } from './preview-message.ts'
import type { Store } from './store.ts'

/** Sends into the open chat, or into another. False: refused, and the reason was shown. */
export function sendMessage(
  store: Store,
  outgoing: Omit<PlaygroundOutgoing, 'as'>,
  { files = [], chatId = store.openChatId }: { files?: readonly File[]; chatId?: number | undefined } = {},
): Promise<boolean> {
  return store.attempt(async () => {
    if (!store.state || !chatId) return
    const body = { as: store.state.me.id, ...outgoing }
    if (files.length < 2 || outgoing.fileKind === 'photo') return api.send(chatId, body, files)
    // Only photos make an album: other files go one by one, the words with the first.
    const { text, ...wordless } = body
    for (const [index, file] of files.entries()) await api.send(chatId, index === 0 ? body : wordless, [file])
  })
}

export function pressKey(chatId: number, messageId: number, data: string): string {
  return `${chatId}/${messageId}/${data}`
}

/** Presses a button under a message, and shows what the bot answers. */
export async function pressButton(
  store: Store,
  chatId: number,
  messageId: number,
  data: string,
): Promise<void> {
  const key = pressKey(chatId, messageId, data)
  if (!store.state || store.pressing.has(key)) return
  const as = store.state.me.id
  store.pressing.add(key)
  store.change()
  await store.attempt(async () => {
    const answer = await api.press(chatId, messageId, { as, data })
    if (!answer.answered) store.showToast(store.texts.notAnswered)
    else if (answer.url) openLink(store, answer.url)
    else if (answer.text && answer.showAlert) store.alert = answer.text
    else if (answer.text) store.showToast(answer.text)
  })
  store.pressing.delete(key)
  store.change()
}

/** True if the link leads to something on the page, which is then opened. */
export function followLink(store: Store, url: string): boolean {
  const { state } = store
  const link = state && readDeepLink(url, state.bot.username)
  if (!state || !link) return false
  if (link.kind === 'chat') {
    const known = state.chats.find(({ chat }) => chat.username?.toLowerCase() === link.username.toLowerCase())
    if (!known) return false
    store.goTo({ chat: known.chat.id })
    return true
  }
  if (link.kind === 'add') {
    store.dispatchEvent(new CustomEvent('add-chat', { detail: link.to }))
    return true
  }
  // A private chat bears the number of the person.
  store.goTo({ chat: state.me.id })
  if (link.start) void startBot(store, link.start)
  return true
}

/** Whoever follows a link to the bot lets it in again. */
export async function startBot(store: Store, payload: string): Promise<void> {
  const me = store.state?.me
  if (!me) return
  if (me.blockedBot) await setBlocked(store, false)
  await sendMessage(store, { text: `/start ${payload}` }, { chatId: me.id })
}

export function openLink(store: Store, url: string): void {
  if (!followLink(store, url)) window.open(url, '_blank', 'noopener')
}

export async function copyText(store: Store, text: string): Promise<void> {
  if (await store.attempt(() => navigator.clipboard.writeText(text))) store.showToast(store.texts.copied)
}

export async function runAction(store: Store, action: PlaygroundAction): Promise<void> {
  const isDone = await store.attempt(async () => {
    if (store.state) await api.act(store.state.me.id, action.id)
  })
  if (!isDone) return
  sayWhereToLook(store, action)
  await store.refresh()
}

/** What was posted is somewhere else: says where, and offers to go there as somebody who sees it. */
function sayWhereToLook(store: Store, { leadsTo }: PlaygroundAction): void {
  const { texts, state } = store
  const reader = state?.people.find(({ id }) => id === leadsTo?.personId)
  if (!leadsTo || !reader) {
    store.showToast(texts.actionDone)
    return
  }
  const isMe = reader.id === state?.me.id
  store.showToast(texts.sentTo(leadsTo.chatTitle), {
    label: isMe ? texts.goThere : texts.goAs(joinName(reader.firstName, reader.lastName)),
    run: async () => {
      store.hideToast()
      const { chats } = await api.state(reader.id)
      const chat = chats.find(({ title }) => title === leadsTo.chatTitle)?.chat.id
      store.goTo({ as: reader.id, ...(chat && { chat }) })
    },
  })
}

/** To a moment, or by so much. */
export type ClockMove = { to: Date } | { advanceMs: number }

/** Puts the playground's clock forward, for everybody in it. False: it stays, and the reason was shown. */
export async function moveClock(store: Store, move: ClockMove): Promise<boolean> {
  const isBack = () => 'to' in move && move.to <= store.now()
  if (isBack()) {
    store.showToast(store.texts.clockForwardOnly)
    return false
  }
  try {
    const { now } = await api.moveClock('to' in move ? { to: move.to.toISOString() } : move)
    store.setClock(now)
  } catch (error) {
    // Another window may have moved it meanwhile.
    await store.refresh()
    const { texts } = store
    store.showToast(isBack() ? texts.clockForwardOnly : store.failure(error))
    return false
  }
  store.showToast(store.texts.clockMoved(formatClock(store.now(), store.texts.locale)))
  await store.refresh()
  return true
}

/** Becomes somebody else. Who was talking to the bot goes on doing so as the other person. */
export function becomePerson(store: Store, personId: number): void {
  const { state, openChatId } = store
  const chat = openChatId === state?.me.id ? personId : openChatId
  store.goTo({ as: personId, ...(chat && { chat }) })
}

export async function addResident(
  store: Store,
  person: { firstName: string; lastName?: string; languageCode: string },
): Promise<void> {
  const before = new Set(store.state?.people.map(({ id }) => id))
  if (!(await store.attempt(() => api.addPerson(person)))) return
  await store.refresh()
  const added = store.state?.people.find(({ id }) => !before.has(id))
  if (added) becomePerson(store, added.id)
}

export async function addChat(store: Store, chat: NewChat): Promise<void> {
  const before = new Set(store.state?.chats.map(({ chat }) => chat.id))
  const isDone = await store.attempt(async () => {
    if (store.state) await api.addChat(store.state.me.id, chat)
  })
  if (!isDone) return
  await store.refresh()
  const added = store.state?.chats.find(({ chat }) => !before.has(chat.id))
  if (added) store.goTo({ chat: added.chat.id })
}

export async function setBlocked(store: Store, isBlocked: boolean): Promise<void> {
  await store.attempt(async () => {
    if (store.state) await api.setBlocked(store.state.me.id, isBlocked)
  })
  await store.refresh()
}
