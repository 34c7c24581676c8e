import type {
  PlaygroundClockMove,
  PlaygroundHistory,
  PlaygroundOutgoing,
  PlaygroundPress,
  PlaygroundPressAnswer,
  PlaygroundState,
} from '../contract.ts'

export interface NewChat {
  kind: 'channel' | 'group'
  title: string
  /** who comes in besides the person who makes it and the bot */
  members: number[]
}

/** A refusal of the local Telegram, in its words. */
export class ApiError extends Error {}

/** The server does not answer at all. */
export class ServerAwayError extends Error {}

async function request<T>(method: string, path: string, body?: object): Promise<T> {
  const init: RequestInit = { method }
  if (body instanceof FormData) init.body = body
  else if (body !== undefined) {
    init.body = JSON.stringify(body)
    init.headers = { 'content-type': 'application/json' }
  }
  const response = await fetch(`/playground/${path}`, init).catch(() => {
    throw new ServerAwayError()
  })
  const answer = (await response.json().catch(() => ({}))) as T & { error?: string }
  if (!response.ok) throw new ApiError(answer.error ?? `HTTP ${response.status}`)
  return answer
}

export const api = {
  state: (as: number | undefined) => request<PlaygroundState>('GET', `state${as ? `?as=${as}` : ''}`),

  history: (as: number, chatId: number, before?: number) =>
    request<PlaygroundHistory>(
      'GET',
      `chats/${chatId}/messages?as=${as}${before ? `&before=${before}` : ''}`,
    ),

  send: (chatId: number, outgoing: PlaygroundOutgoing, files: readonly File[] = []) =>
    request<unknown>(
      'POST',
      `chats/${chatId}/messages`,
      files.length > 0 ? toForm(outgoing, files) : outgoing,
    ),

  edit: (as: number, chatId: number, messageId: number, text: string) =>
    request<unknown>('PUT', `chats/${chatId}/messages/${messageId}`, { as, text }),

  press: (chatId: number, messageId: number, press: PlaygroundPress) =>
    request<PlaygroundPressAnswer>('POST', `chats/${chatId}/messages/${messageId}/press`, press),

  read: (as: number, chatId: number) => request<unknown>('POST', `chats/${chatId}/read`, { as }),

  addPerson: (person: { firstName: string; lastName?: string; languageCode: string }) =>
    request<unknown>('POST', 'people', { ...person, part: 'resident' }),

  setBlocked: (personId: number, blocked: boolean) =>
    request<unknown>('POST', `people/${personId}/${blocked ? 'block' : 'unblock'}`, {}),

  addChat: (as: number, chat: NewChat) => request<unknown>('POST', 'chats', { as, ...chat }),

  act: (as: number, actionId: string) => request<unknown>('POST', `actions/${actionId}`, { as }),

  moveClock: (move: PlaygroundClockMove) => request<{ now: string }>('POST', 'clock', move),

  qrUrl: (link: string) => `/playground/qr?text=${encodeURIComponent(link)}`,

  fileUrl: (fileId: string) => `/playground/files/${encodeURIComponent(fileId)}`,
}

function toForm(outgoing: PlaygroundOutgoing, files: readonly File[]): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(outgoing)) {
    if (value === undefined) continue
    form.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  for (const file of files) form.append('file', file, file.name)
  return form
}
