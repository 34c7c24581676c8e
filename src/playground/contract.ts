/**
 * What the chat page and the local Telegram say to each other, over HTTP and server-sent events, all below
 * `/playground/`. Messages are plain Bot API `Message` objects, so that the page shows what a bot really sent.
 */
import type { Chat, InlineKeyboardMarkup, Message, MessageEntity, ReplyKeyboardMarkup } from 'grammy/types'

/** Somebody one can be on the page. */
export interface PlaygroundPerson {
  id: number
  firstName: string
  lastName?: string
  /** BCP 47, as a Telegram client says it: `zh-hans`, `en` */
  languageCode: string
  /** what this person is here for, shown beside the name on the page */
  part: 'resident' | 'administrator'
  /** this person has blocked the bot: the page then offers to unblock it */
  blockedBot?: boolean
}

export interface PlaygroundChat {
  chat: Chat
  /** how the chat is called for the person who looks at it: a private chat bears the bot's name */
  title: string
  /** may this person write here (a channel: only its administrators) */
  canWrite: boolean
  unread: number
  lastMessage?: Message
  /** the reply keyboard that the bot shows this person here, which a Message does not carry */
  replyKeyboard?: ReplyKeyboardMarkup
}

/** `GET /playground/state?as=<person id>` */
export interface PlaygroundState {
  now: string
  bot: {
    id: number
    username: string
    firstName: string
    commands: { command: string; description: string }[]
  }
  people: PlaygroundPerson[]
  me: PlaygroundPerson
  chats: PlaygroundChat[]
  /** what the page offers beside the chats, e.g. "post the weekly digest now"; see PlaygroundAction */
  actions: PlaygroundAction[]
  links?: PlaygroundLink[]
  /** whether `POST /playground/clock` works here */
  canMoveClock?: boolean
}

/** A link that hangs on a notice board: `/start <payload>`, offered where somebody has not spoken to the bot yet. */
export interface PlaygroundLink {
  /** 1 to 64 of A-Z a-z 0-9 _ - */
  payload: string
  labels: { zh: string; en: string }
}

/** A button of the page's own, done by the product around the local Telegram: `POST /playground/actions/<id>`. */
export interface PlaygroundAction {
  id: string
  labels: { zh: string; en: string }
  /** where to look afterwards, and as whom: the page says so and offers to go there */
  leadsTo?: { personId: number; chatTitle: string }
}

/** `GET /playground/chats/<chat id>/messages?as=<person id>&before=<message id>`: newest 50 before, oldest first */
export interface PlaygroundHistory {
  messages: Message[]
  hasMore: boolean
}

/**
 * `POST /playground/chats/<chat id>/messages`, JSON, or multipart with the same names and one or more `file` parts.
 * Commands need no special care: the server marks `/word` with a bot_command entity.
 */
export interface PlaygroundOutgoing {
  as: number
  text?: string
  replyTo?: number
  /** without it a file is what its media type says: image photo, audio voice, else document */
  fileKind?: 'photo' | 'voice' | 'document'
  /** several photos at once become an album */
  location?: { latitude: number; longitude: number }
  sticker?: string
  /** of a voice message, in whole seconds, as the page measured it while recording */
  duration?: number
}

/** `POST /playground/chats/<chat id>/messages/<message id>/press`; the answer is what the bot answered. */
export interface PlaygroundPress {
  as: number
  data: string
}
export interface PlaygroundPressAnswer {
  /** false: the bot did not answer within 10 s */
  answered: boolean
  text?: string
  showAlert?: boolean
  url?: string
}

/** `POST /playground/people`; the answer is the PlaygroundPerson */
export interface PlaygroundNewPerson {
  firstName: string
  lastName?: string
  /** `zh-hans` unless told */
  languageCode?: string
  part?: 'resident' | 'administrator'
}

/**
 * `POST /playground/chats`: `as` founds a chat and adds the bot (to a channel as its administrator); the answer is
 * `{ chatId }`
 */
export interface PlaygroundNewChat {
  as: number
  type: 'channel' | 'group' | 'supergroup'
  title: string
  /** further people, by id */
  members?: number[]
}

/** `PUT /playground/chats/<chat id>/messages/<message id>`; the answer is the edited Message */
export interface PlaygroundEdit {
  as: number
  text: string
}

/**
 * `GET /playground/deep-link?as=&payload=`: the person opens t.me/<bot>?start=<payload>; the answer is `{ chatId }`.
 * `POST /playground/chats/<chat id>/read`, `POST /playground/people/<id>/block` and `/unblock`,
 * `POST /playground/actions/<id>` answer `{ ok: true }`; what is refused answers `{ error }` with a 4xx status.
 */
export interface PlaygroundDeepLink {
  chatId: number
}

/**
 * `POST /playground/clock`: forward only, answers `{ now }`; 404 where the clock cannot be moved, 409 for a time that
 * is not later. Other windows are told with the event `chats`.
 */
export type PlaygroundClockMove = { to: string } | { advanceMs: number }

/** `POST /playground/faults`: what shall befall the next `times` calls of that method, or of any but getUpdates */
export type PlaygroundFault = { method?: string; times: number } & (
  | {
      kind: 'fail'
      errorCode: number
      description: string
      parameters?: { retry_after?: number; migrate_to_chat_id?: number }
    }
  /** the connection breaks without an answer; `effect`: the call was done first */
  | { kind: 'drop'; effect?: boolean }
  | { kind: 'delay'; ms: number }
)

/**
 * `POST /playground/settings`: what is named changes, until the program ends; the answer is all of them. Durations in
 * milliseconds.
 */
export interface PlaygroundSettings {
  /** refuse with 429 what goes beyond `limits` */
  enforceLimits?: boolean
  limits?: {
    perSecond?: number
    perSecondPerChat?: number
    perMinutePerGroup?: number
    penaltySeconds?: number
  }
  pressTimeoutMs?: number
  queryLifetimeMs?: number
  updateLifetimeMs?: number
  groupPrivacyMode?: boolean
  webhookRetryMs?: number
  webhookTimeoutMs?: number
  maxButtons?: number
  maxMarkupBytes?: number
}

/** `GET /playground/events?as=<person id>`, each as the `data` of one server-sent event */
export type PlaygroundEvent =
  | { type: 'message'; chatId: number; message: Message }
  | { type: 'edited'; chatId: number; message: Message }
  | { type: 'deleted'; chatId: number; messageId: number }
  | { type: 'chats' }
  | { type: 'typing'; chatId: number; action: string }

export type { Chat, InlineKeyboardMarkup, Message, MessageEntity, ReplyKeyboardMarkup }
