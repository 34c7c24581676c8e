import type { PlaygroundEvent } from '../../contract.ts'
import type { Transaction } from '../store/create-transaction.ts'

/** `audience`: the chat whose people may see the event; undefined when everybody may. */
export interface HubEvent {
  id: string
  audience: number | undefined
  event: PlaygroundEvent
}

export interface EventHub {
  publish(event: PlaygroundEvent, audience?: number): void
  /** returns how to stop */
  listen(listener: (event: HubEvent) => void): () => void
  /** what came after that id, or undefined when that is no longer known */
  since(id: string): HubEvent[] | undefined
}

const remembered = 2_000

/** `boot` tells the events of this run from those of an earlier one. */
export function createEventHub(transaction: Transaction, boot: string): EventHub {
  const listeners = new Set<(event: HubEvent) => void>()
  const history: HubEvent[] = []
  let count = 0

  return {
    publish(event, audience) {
      transaction.afterCommit(() => {
        count += 1
        const entry = { id: `${boot}-${count}`, audience, event }
        history.push(entry)
        if (history.length > remembered) history.shift()
        for (const listener of listeners) listener(entry)
      })
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    since(id) {
      const at = history.findIndex((entry) => entry.id === id)
      if (at >= 0) return history.slice(at + 1)
      return undefined
    },
  }
}
