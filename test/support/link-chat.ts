import type { Actor } from './actor.ts'

/** An administrator links the channel or group that they are in: the command, then the button that counts. */
export async function linkChat(administrator: Actor, regionCode: string): Promise<void> {
  await administrator.say(`/link ${regionCode}`)
  await administrator.press('✅ 连上')
}
