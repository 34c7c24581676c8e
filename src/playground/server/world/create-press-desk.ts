import type { PlaygroundPressAnswer } from '../../contract.ts'

/** Where those who pressed a button wait for the bot's answer. */
export interface PressDesk {
  wait(queryId: string, timeoutMs: number): Promise<PlaygroundPressAnswer>
  answer(queryId: string, answer: PlaygroundPressAnswer): void
  /** nobody will answer any more */
  close(): void
}

export function createPressDesk(): PressDesk {
  const waiting = new Map<string, (answer: PlaygroundPressAnswer) => void>()
  return {
    wait(queryId, timeoutMs) {
      return new Promise((resolve) => {
        const finish = (answer: PlaygroundPressAnswer) => {
          clearTimeout(timer)
          waiting.delete(queryId)
          resolve(answer)
        }
        const timer = setTimeout(() => finish({ answered: false }), timeoutMs)
        waiting.set(queryId, finish)
      })
    },
    answer: (queryId, answer) => waiting.get(queryId)?.(answer),
    close() {
      for (const finish of [...waiting.values()]) finish({ answered: false })
    },
  }
}
