import type { ResponseParameters } from 'grammy/types'

export interface CallRecord {
  /** spelt as in the documentation, where it is known */
  method: string
  /** as they came: strings from a query or a form, values from JSON */
  params: Record<string, unknown>
  /** the file parts of a multipart body by their names, in bytes */
  files?: Record<string, number>
  ok: boolean
  /** of a call that was done */
  result?: unknown
  errorCode?: number
  description?: string
  parameters?: ResponseParameters
}

export interface CallLog {
  add(call: CallRecord): void
  /** oldest first */
  list(): CallRecord[]
}

/** What the bot called, the newest `size`; long polling is left out, which would push out all else. */
export function createCallLog(size: number): CallLog {
  const calls: CallRecord[] = []
  return {
    add(call) {
      if (call.ok && call.method === 'getUpdates') return
      calls.push(call)
      if (calls.length > size) calls.shift()
    },
    list: () => [...calls],
  }
}
