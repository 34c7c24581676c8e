import type { Message, Update } from 'grammy/types'
import type { PlaygroundEvent, PlaygroundPerson, PlaygroundPressAnswer } from '../../contract.ts'
import type { FileRecord, PersonRecord } from '../model.ts'
import type { Runtime } from '../runtime.ts'
import type { GivenUpdates } from '../updates/create-given-updates.ts'
import type { CallLog, CallRecord } from './create-call-log.ts'
import type { FaultSelector, Faults } from './create-faults.ts'
import { found } from './found-chat.ts'
import {
  type AddBotOptions,
  addBot,
  addMember,
  linkDiscussion,
  migrateToSupergroup,
  removeBot,
  removeMember,
  setBlocked,
} from './members.ts'
import { newPersonId } from './new-id.ts'
import type { Outgoing } from './outgoing.ts'
import { type PressOptions, press } from './press.ts'
import { editOwn, type SayOptions, say } from './say.ts'
import { WorldError } from './world-error.ts'

export interface NewPerson extends Omit<PlaygroundPerson, 'id'> {
  id?: number
  username?: string
}

export interface NewGroup {
  title: string
  /** the first administrator is the owner */
  administrators: number[]
  members?: number[]
  supergroup?: boolean
  /** makes it public; supergroups only */
  username?: string
}

export interface NewChannel {
  title: string
  administrators: number[]
  subscribers?: number[]
  /** makes it public */
  username?: string
}

/** The people's side of the local Telegram, for tests and for the page. A private chat's id is its person's id. */
export interface World {
  addPerson(person: NewPerson): PersonRecord
  people(): PersonRecord[]
  person(id: number): PersonRecord | undefined
  addGroup(group: NewGroup): number
  addChannel(channel: NewChannel): number
  addBot(chatId: number, byPersonId: number, options?: AddBotOptions): void
  removeBot(chatId: number, byPersonId: number): void
  addMember(chatId: number, personId: number, byPersonId?: number): void
  removeMember(chatId: number, personId: number, byPersonId?: number): void
  block(personId: number): void
  unblock(personId: number): void
  /** the supergroup becomes the channel's discussion group */
  linkDiscussion(channelId: number, groupId: number): void
  /** the new chat's id */
  migrateToSupergroup(chatId: number): number
  say(personId: number, chatId: number, outgoing: Outgoing, options?: SayOptions): Message[]
  edit(personId: number, chatId: number, messageId: number, text: string): Message
  press(
    personId: number,
    chatId: number,
    messageId: number,
    data: string,
    options?: PressOptions,
  ): Promise<PlaygroundPressAnswer>
  /** opens t.me/<bot>?start=payload; one who had blocked the bot lets it in again */
  deepLink(personId: number, payload: string): Message
  /** as it stands now, oldest first: all of it, or the newest so many */
  history(chatId: number, newest?: number): Message[]
  message(chatId: number, messageId: number): Message | undefined
  /** what the bot called, oldest first, the last `callHistory` */
  calls(): CallRecord[]
  /** the updates that left for the bot, oldest first, the last `callHistory` */
  givenUpdates(): Update[]
  onEvent(listener: (event: PlaygroundEvent) => void): () => void
  /** what the bot has not confirmed yet */
  pendingUpdates(): Update[]
  file(fileId: string): (FileRecord & { bytes: Uint8Array }) | undefined
  failNext(fault: FaultSelector & { errorCode: number; description: string; parameters?: object }): void
  /** the connection breaks without an answer; `effect` says whether the call was done first */
  dropNext(fault: FaultSelector & { effect?: boolean }): void
  delayNext(fault: FaultSelector & { ms: number }): void
}

export interface WorldRecords {
  calls: CallLog
  given: GivenUpdates
  faults: Faults
}

export function createWorld(runtime: Runtime, { calls, given, faults }: WorldRecords): World {
  const { people, messages, files, pending, transaction, events } = runtime
  const now = <T>(work: () => T): T => transaction.run(work)

  return {
    addPerson: (person) =>
      now(() => {
        const id = person.id ?? newPersonId(runtime)
        const record = { ...person, id, started: false, blocked: false, ...people.get(id) }
        people.put(record)
        events.publish({ type: 'chats' })
        return record
      }),
    people: people.all,
    person: people.get,
    addGroup: ({ title, administrators, members = [], supergroup = false, username }) =>
      now(() =>
        found(
          runtime,
          { type: supergroup ? 'supergroup' : 'group', title, ...(username ? { username } : {}) },
          administrators,
          members,
        ),
      ),
    addChannel: ({ title, administrators, subscribers = [], username }) =>
      now(() =>
        found(
          runtime,
          { type: 'channel', title, ...(username ? { username } : {}) },
          administrators,
          subscribers,
        ),
      ),
    addBot: (chatId, byId, options = {}) => now(() => addBot(runtime, chatId, byId, options)),
    removeBot: (chatId, byId) => now(() => removeBot(runtime, chatId, byId)),
    addMember: (chatId, personId, byId) => now(() => addMember(runtime, chatId, personId, byId)),
    removeMember: (chatId, personId, byId) => now(() => removeMember(runtime, chatId, personId, byId)),
    block: (personId) => now(() => setBlocked(runtime, personId, true)),
    unblock: (personId) => now(() => setBlocked(runtime, personId, false)),
    linkDiscussion: (channelId, groupId) => now(() => linkDiscussion(runtime, channelId, groupId)),
    migrateToSupergroup: (chatId) => now(() => migrateToSupergroup(runtime, chatId)),
    say: (personId, chatId, outgoing, options) =>
      now(() => say(runtime, personId, chatId, outgoing, options)),
    edit: (personId, chatId, messageId, text) =>
      now(() => editOwn(runtime, personId, chatId, messageId, text)),
    press: (personId, chatId, messageId, data, options) =>
      press(runtime, personId, chatId, messageId, data, options),
    deepLink: (personId, payload) =>
      now(() => {
        // https://core.telegram.org/bots/features#deep-linking
        if (!/^[A-Za-z0-9_-]{0,64}$/.test(payload))
          throw new WorldError('a start payload is 64 of A-Z a-z 0-9 _ -')
        setBlocked(runtime, personId, false)
        const [message] = say(runtime, personId, personId, { text: `/start ${payload}` })
        if (!message) throw new Error('nothing was said')
        return message
      }),
    history: (chatId, newest) => {
      const all = newest === undefined
      const stored = all ? messages.all(chatId) : messages.page(chatId, Number.MAX_SAFE_INTEGER, newest)
      return stored.map(({ message }) => message)
    },
    message: (chatId, messageId) => messages.get(chatId, messageId)?.message,
    calls: calls.list,
    givenUpdates: given.list,
    onEvent: (listener) => events.listen(({ event }) => listener(event)),
    pendingUpdates: () => pending.list(Number.MAX_SAFE_INTEGER),
    file: (fileId) => {
      const file = files.get(fileId)
      return file && { ...file, bytes: files.bytes(file) }
    },
    failNext: faults.fail,
    dropNext: faults.drop,
    delayNext: faults.delay,
  }
}
