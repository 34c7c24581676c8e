import type { Actor } from '../../support/actor.ts'
import { linkChat } from '../../support/link-chat.ts'
import type { OneProcessWay } from '../../support/open-way.ts'
import { type Step, walk } from '../../support/walk.ts'
import { completeCards } from '../cards.ts'
import { TOWNSHIP, VILLAGE, VILLAGES } from '../main/cast.ts'
import { cardInWords, codeOn, filedFor } from '../proxy-cards.ts'
import type { Secret } from './secrets.ts'

/** Somebody in one chat; `is` and `where` are for the names of tests. */
export interface Presser {
  is: string
  where: string
  actor: Actor
}

export interface VillageWithSecrets {
  secrets: Secret[]
  /** everybody in every kind of chat that they can be in, linked and not */
  pressers: Presser[]
  /** a neighbour who is only there to be kept waiting */
  neighbour: Actor
  /** real ids of the others' cases, submissions, drafts and parked cards, for buttons that were never theirs */
  ids: { cases: string[]; submissions: string[]; drafts: string[]; parked: string[] }
}

/** A village, its committee and its township, people who said something in it, and people who press. */
export async function openVillage(way: OneProcessWay): Promise<VillageWithSecrets> {
  const { telegram } = way
  const { world } = telegram
  const administrator = telegram.administrator()
  await administrator.say('/start')
  const committee = telegram.person({ firstName: '支部委员' })
  const member = telegram.person({ firstName: '普通群众' })
  const stranger = telegram.person({ firstName: '路人' })
  const resident = telegram.person({ firstName: '常住户' })
  const neighbour = telegram.person({ firstName: '等的人' })
  for (const actor of [committee, member, stranger]) await actor.say('/start')
  for (const actor of [resident, neighbour]) {
    await actor.openLink(`v${VILLAGE}`)
    await actor.press('好，开始')
  }

  // the committee runs its chats; everybody else is in them, as members who may only read
  const run = [administrator.id, committee.id]
  const others = [member.id, stranger.id, resident.id]
  const linked = {
    channel: world.addChannel({ title: '村委会', administrators: run, subscribers: others }),
    group: world.addGroup({ title: '镇民生群', administrators: run, members: others }),
    supergroup: world.addGroup({
      title: '邻村村委会',
      administrators: run,
      members: others,
      supergroup: true,
    }),
  }
  const unlinked = {
    channel: world.addChannel({ title: '闲聊频道', administrators: [administrator.id], subscribers: others }),
    group: world.addGroup({
      title: '闲聊群',
      administrators: [stranger.id],
      members: [resident.id, member.id],
    }),
    supergroup: world.addGroup({
      title: '闲聊大群',
      administrators: [stranger.id],
      members: [resident.id, member.id],
      supergroup: true,
    }),
  }
  for (const chatId of [...Object.values(linked), unlinked.channel]) world.addBot(chatId, administrator.id)
  for (const chatId of [unlinked.group, unlinked.supergroup]) world.addBot(chatId, stranger.id)
  await telegram.quiet()
  await linkChat(administrator.in(linked.channel), VILLAGE)
  await linkChat(administrator.in(linked.group), TOWNSHIP)
  await linkChat(administrator.in(linked.supergroup), VILLAGES[5] ?? '')

  const { secrets, ids } = await sayAll(way, { ...linked, administrator: administrator.id })
  const inAll = (is: string, actor: Actor, chats: Record<string, number>, kind: string): Presser[] =>
    Object.entries(chats).map(([type, chatId]) => ({ is, where: `${kind} ${type}`, actor: actor.in(chatId) }))
  const people = { stranger, resident, 'plain member': member, committee, administrator }
  return {
    secrets,
    ids,
    neighbour,
    pressers: Object.entries(people).flatMap(([is, actor]) => [
      { is, where: 'private chat', actor },
      ...inAll(is, actor, linked, 'linked'),
      ...(['committee', 'administrator'].includes(is) ? [] : inAll(is, actor, unlinked, 'ordinary')),
    ]),
  }
}

/** Each says something of their own, in one of the ways that there are. */
async function sayAll(
  way: OneProcessWay,
  chats: { channel: number; group: number; administrator: number },
): Promise<Pick<VillageWithSecrets, 'secrets' | 'ids'>> {
  const { channel, group, administrator } = chats
  const secrets: Secret[] = []
  const secret = (token: string, ...readableIn: number[]) =>
    secrets.push({ token, readableIn: new Set(readableIn) })
  const begin = async (firstName: string): Promise<Actor> => {
    const actor = way.telegram.person({ firstName })
    await actor.openLink(`v${VILLAGE}`)
    await actor.press('好，开始')
    return actor
  }
  const steps = (words: string, who: string): Step[] =>
    completeCards.healthcare.steps(words).map((step) => (step === '不署名' ? who : step))

  const unnamed = await begin('甲姓秘名')
  await walk(unnamed, steps('甲的话井水发苦', '不署名'))
  secret('甲姓秘名', unnamed.id)
  secret('甲的话井水发苦', unnamed.id, channel, group, administrator)

  const named = await begin('乙姓明名')
  await walk(named, steps('乙的话灯杆歪了', '署我的名'))
  secret('乙姓明名', named.id, channel, group, administrator)
  secret('乙的话灯杆歪了', named.id, channel, group, administrator)

  const past = await begin('丙姓秘名')
  await walk(past, steps('丙的话账目不清', '不给村里看'))
  secret('丙姓秘名', past.id)
  secret('丙的话账目不清', past.id, group, administrator)

  const undecided = await begin('丁姓秘名')
  await walk(undecided, steps('丁的话还没说完', '不署名').slice(0, 9))
  secret('丁姓秘名', undecided.id)
  secret('丁的话还没说完', undecided.id)

  const filer = await begin('戊姓秘名')
  await walk(filer, filedFor(['亲戚', { text: '己大妈' }], cardInWords('己的话腿脚不便')))
  await filer.press('他用自己的手机点')
  secret('戊姓秘名', filer.id)
  secret('己大妈', filer.id)
  secret('己的话腿脚不便', filer.id)
  secret(codeOn(filer), filer.id)

  const ids = await way.withDatabase(async ({ prisma }) => ({
    cases: (await prisma.case.findMany({ orderBy: { createdAt: 'asc' } })).map(({ id }) => id),
    submissions: (await prisma.submission.findMany({ orderBy: { createdAt: 'asc' } })).map(({ id }) => id),
    drafts: (await prisma.draft.findMany()).map(({ id }) => id),
    parked: (await prisma.pendingProxy.findMany()).map(({ id }) => id),
  }))
  return { secrets, ids }
}
