import type { LocalTelegram } from '../../../../src/playground/server/create-local-telegram.ts'
import { checkCall } from './check-call.ts'
import { checkUpdate } from './check-update.ts'

/**
 * Everything in which this local Telegram's traffic differs from the Bot API's schema, one line each: the calls it
 * took, its answers, and its updates, given and still waiting. Call it before `close()`. It sees what `world.calls()`
 * and `world.givenUpdates()` still remember: see `callHistory` in the settings.
 */
export function checkTraffic({ world }: Pick<LocalTelegram, 'world'>): string[] {
  const updates = [...world.givenUpdates(), ...world.pendingUpdates()]
  return [...new Set([...world.calls().flatMap(checkCall), ...updates.flatMap(checkUpdate)])]
}
