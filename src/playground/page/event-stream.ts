import type { PlaygroundEvent } from '../contract.ts'

const retryAfterMs = 2000
/**
 * A browser opens six connections to one host (HTTP/1.1) for all its windows together: four windows listen, and two
 * connections are left for what people do. Further windows ask, until one of the four is closed.
 */
const listeningWindows = 4
const askEveryMs = 2000

export interface EventStreamHandlers {
  /** connected, for the first time or again, or due to ask: what happened meanwhile was not told */
  onOpen(): void
  onEvent(event: PlaygroundEvent): void
  onLost(): void
}

/** Follows what happens in one person's chats until it is closed, and comes back by itself when cut off. */
export function openEventStream(as: number, handlers: EventStreamHandlers): { close(): void } {
  const closing = new AbortController()
  void follow(as, handlers, closing.signal)
  return { close: () => closing.abort() }
}

async function follow(as: number, handlers: EventStreamHandlers, closing: AbortSignal): Promise<void> {
  while (!closing.aborted) {
    if (await holdPlace(() => listen(as, handlers, closing))) return
    if (closing.aborted) return
    handlers.onOpen()
    await new Promise((resolve) => setTimeout(resolve, askEveryMs))
  }
}

/** False: all places are taken. Without a secure context (another machine's address) there are no locks. */
async function holdPlace(work: () => Promise<void>): Promise<boolean> {
  if (!navigator.locks) {
    await work()
    return true
  }
  for (let place = 0; place < listeningWindows; place++) {
    const wasFree = await navigator.locks.request(
      `events/${place}`,
      { ifAvailable: true },
      async (lock): Promise<boolean> => {
        if (lock) await work()
        return lock !== null
      },
    )
    if (wasFree) return true
  }
  return false
}

function listen(as: number, handlers: EventStreamHandlers, closing: AbortSignal): Promise<void> {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined

  function connect(): void {
    source = new EventSource(`/playground/events?as=${as}`)
    source.addEventListener('open', () => handlers.onOpen())
    source.addEventListener('message', (event) => handlers.onEvent(JSON.parse(event.data) as PlaygroundEvent))
    source.addEventListener('error', () => {
      handlers.onLost()
      // The browser retries a cut connection, but not one that was answered with an error.
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(connect, retryAfterMs)
    })
  }

  return new Promise((resolve) => {
    const stop = () => {
      clearTimeout(timer)
      source?.close()
      resolve()
    }
    if (closing.aborted) return resolve()
    connect()
    closing.addEventListener('abort', stop)
  })
}
