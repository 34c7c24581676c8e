const LOOK_EVERY_MS = 500

/**
 * Calls `then` once when the process that started this one is gone. npm runs a script in a shell, and a shell that gets
 * SIGTERM ends without passing it on, so that the program would run on with nobody to stop it. Windows keeps the number of
 * a parent that is gone: there it is never called.
 */
export function whenParentEnds(then: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    then()
  }, LOOK_EVERY_MS)
  timer.unref()
}
