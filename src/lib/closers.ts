import type { Logger } from 'pino'

export interface Closers {
  add(name: string, close: () => Promise<void>): void
  /** closes what was added, the last first, each once; a failure is logged and does not keep the others open */
  all(log: Logger): Promise<void>
}

/** What has to be closed at the end, in the reverse order of its opening. */
export function closers(): Closers {
  const open: { name: string; close: () => Promise<void> }[] = []
  return {
    add: (name, close) => void open.push({ name, close }),
    all: async (log) => {
      for (let last = open.pop(); last; last = open.pop())
        await last
          .close()
          .catch((err: unknown) => log.error({ err, part: last?.name }, 'did not close cleanly'))
    },
  }
}
