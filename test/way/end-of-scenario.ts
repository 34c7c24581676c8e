import { afterEach, expect, test } from 'vitest'
import type { Way } from '../support/open-way.ts'
import { BOT_TOKEN } from '../support/telegram-world.ts'

/** What must hold at the end of every scenario, whatever happened in it. `secrets`: names and words of its people. */
export function endOfScenario(open: () => Way, secrets: readonly string[] = []): void {
  // a failure here often has its cause in another process
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') process.stderr.write(`What the program wrote:\n${open().output()}\n`)
  })

  test('nothing that the bot sent was refused', () => {
    open().telegram.expectNothingRefused()
  })

  test('no log line holds a token, a name or what somebody said', () => {
    const output = open().output()
    expect(output).toContain('"started"')
    for (const secret of [BOT_TOKEN, ...secrets]) expect(output).not.toContain(secret)
  })
}
