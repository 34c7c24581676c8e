import type { ResponseParameters } from 'grammy/types'

/** The next `times` calls of that method, or of any but getUpdates. */
export interface FaultSelector {
  method?: string
  times: number
}

export interface DueFaults {
  fail?: { errorCode: number; description: string; parameters?: ResponseParameters }
  drop?: { effect: boolean }
  delayMs?: number
}

export interface Faults {
  fail(
    fault: FaultSelector & { errorCode: number; description: string; parameters?: ResponseParameters },
  ): void
  drop(fault: FaultSelector & { effect?: boolean }): void
  delay(fault: FaultSelector & { ms: number }): void
  /** what shall befall this call; counted as used up */
  take(method: string): DueFaults
}

/** Faults on demand, in the order in which they were asked for. */
export function createFaults(): Faults {
  const planned: (FaultSelector & { left: number; due: DueFaults })[] = []
  const plan = (selector: FaultSelector, due: DueFaults) =>
    void planned.push({ ...selector, left: selector.times, due })

  return {
    fail: ({ errorCode, description, parameters, ...selector }) =>
      plan(selector, { fail: { errorCode, description, ...(parameters ? { parameters } : {}) } }),
    drop: ({ effect = false, ...selector }) => plan(selector, { drop: { effect } }),
    delay: ({ ms, ...selector }) => plan(selector, { delayMs: ms }),
    take(method) {
      let due: DueFaults = {}
      for (const fault of planned) {
        const fits = fault.method
          ? fault.method.toLowerCase() === method.toLowerCase()
          : method.toLowerCase() !== 'getupdates'
        if (!fits || fault.left === 0 || Object.keys(fault.due).some((kind) => kind in due)) continue
        fault.left -= 1
        due = { ...due, ...fault.due }
      }
      const live = planned.filter((fault) => fault.left > 0)
      planned.splice(0, planned.length, ...live)
      return due
    },
  }
}
