import type { Actor } from '../support/actor.ts'
import { linkChat } from '../support/link-chat.ts'
import type { Way } from '../support/open-way.ts'
import { VILLAGE } from './main/cast.ts'

/** The administrator in a channel of the village's committee, linked. */
export async function openCommittee({ telegram }: Way): Promise<Actor> {
  const administrator = telegram.administrator()
  await administrator.say('/start')
  const channel = telegram.world.addChannel({ title: '村委会', administrators: [administrator.id] })
  telegram.world.addBot(channel, administrator.id)
  const committee = administrator.in(channel)
  await telegram.quiet()
  await linkChat(committee, VILLAGE)
  return committee
}
