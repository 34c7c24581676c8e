import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PresserActor } from '../../src/access/actor.ts'
import { enterChat, leaveChat } from '../../src/committees/leave-chat.ts'
import { linkChat, unlinkChat } from '../../src/committees/link-chat.ts'
import { migrateChat } from '../../src/committees/migrate-chat.ts'
import type { Database } from '../../src/db/database.ts'
import type { Job } from '../../src/db/job.ts'
import { addRegions, at, COUNTY, FAR_VILLAGE, TOWNSHIP, VILLAGE } from '../digests/support/digest-rows.ts'
import { engines } from '../support/databases.ts'

const [ROOT, OF_TOWNSHIP, OF_FAR_VILLAGE, ENDED] = [1, 2, 3, 4]

describe.each(engines)('the link of a chat on $name', ({ open }) => {
  let database: Database
  let now = at('11-20 09:00')
  const jobs: Job[] = []
  const chat = { id: -1, type: 'channel', title: '村委会' }
  const deps = () => ({
    tx: database.prisma,
    clock: { now: () => now },
    sendJob: async (_tx: unknown, job: Job) => void jobs.push(job),
    administratorIds: [ROOT],
  })
  const presser = (telegramId = ROOT, scope = ''): PresserActor => ({
    kind: 'presser',
    chatId: chat.id,
    chatType: 'channel',
    telegramId,
    regionCode: null,
    runsChat: true,
    grants: [{ role: 'administrator', regionCode: scope }],
  })
  const linked = async (chatId = chat.id) =>
    (await database.prisma.committeeChat.findUnique({ where: { chatId } }))?.regionCode
  const kinds = async () =>
    (await database.prisma.committeeChatEvent.findMany({ orderBy: { id: 'asc' } })).map(({ kind }) => kind)
  const told = () => jobs.map((job) => job.name === 'tell-administrator' && job.data.telegramId)

  beforeAll(async () => {
    database = await open()
    await addRegions(database.prisma)
    const given = { role: 'administrator' as const, grantedAt: at('11-01 00:00') }
    await database.prisma.accessGrant.createMany({
      data: [
        { ...given, holderTelegramId: OF_TOWNSHIP, regionCode: TOWNSHIP },
        { ...given, holderTelegramId: OF_FAR_VILLAGE, regionCode: FAR_VILLAGE },
        { ...given, holderTelegramId: ENDED, regionCode: COUNTY, until: at('11-19 00:00') },
        { ...given, holderTelegramId: ENDED, regionCode: COUNTY, endedAt: at('11-19 00:00') },
        { ...given, holderTelegramId: 5, regionCode: VILLAGE, role: 'committee_member' },
      ],
    })
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    now = at('11-20 09:00')
    jobs.length = 0
    await database.prisma.committeeChat.deleteMany()
    await database.prisma.committeeChatEvent.deleteMany()
  })

  it('is told to the administrators of the region and above, whose rights run, when it is made, changed and ended', async () => {
    expect(await linkChat(deps(), { actor: presser(), chat, regionCode: VILLAGE })).toEqual({ ok: true })
    expect(told()).toEqual([ROOT, OF_TOWNSHIP])
    // the same once more is nothing new
    await linkChat(deps(), { actor: presser(), chat, regionCode: VILLAGE })
    expect(told()).toHaveLength(2)
    await linkChat(deps(), { actor: presser(), chat, regionCode: FAR_VILLAGE })
    expect(told().slice(2)).toEqual([ROOT, OF_TOWNSHIP, OF_FAR_VILLAGE])
    expect(await unlinkChat(deps(), { actor: presser(), chat })).toEqual({
      ok: true,
      regionCode: FAR_VILLAGE,
    })
    expect(told().slice(5)).toEqual([ROOT, OF_FAR_VILLAGE])
    expect(await kinds()).toEqual(['linked', 'changed', 'unlinked'])
    expect(await unlinkChat(deps(), { actor: presser(), chat })).toEqual({ ok: false, code: 'not_linked' })
  })

  it('is judged by what the chat is linked to at that moment, not when the button was shown', async () => {
    await linkChat(deps(), { actor: presser(), chat, regionCode: COUNTY })
    const actor = presser(OF_TOWNSHIP, TOWNSHIP)
    expect(await linkChat(deps(), { actor, chat, regionCode: VILLAGE })).toEqual({
      ok: false,
      code: 'not_entitled',
    })
    expect(await linked()).toBe(COUNTY)
    expect(await kinds()).toEqual(['linked'])
  })

  it('ends when the bot leaves, once, and nobody gets it back by adding the bot', async () => {
    await linkChat(deps(), { actor: presser(), chat, regionCode: VILLAGE })
    expect(await leaveChat(deps(), { chatId: chat.id, actorTelegramId: 9 })).toBe(true)
    expect(await leaveChat(deps(), { chatId: chat.id, actorTelegramId: 9 })).toBe(false)
    await enterChat(deps(), chat, true)
    expect(await linked()).toBeNull()
    expect(await kinds()).toEqual(['linked', 'left'])
  })

  it('ends also where Telegram never told that the bot had left, but not by another right in the chat', async () => {
    await linkChat(deps(), { actor: presser(), chat, regionCode: VILLAGE })
    await enterChat(deps(), chat, false)
    expect(await linked()).toBe(VILLAGE)
    await enterChat(deps(), chat, true)
    expect(await linked()).toBeNull()
    expect(await database.prisma.committeeChat.findUnique({ where: { chatId: chat.id } })).toMatchObject({
      leftAt: null,
    })
  })

  it('stays when a group becomes a supergroup, into which the bot comes anew', async () => {
    await linkChat(deps(), { actor: presser(), chat, regionCode: VILLAGE })
    await migrateChat(deps(), chat.id, -1001)
    await enterChat(deps(), { ...chat, id: -1001, type: 'supergroup' }, true)
    expect(await linked(-1001)).toBe(VILLAGE)
    expect(await kinds()).toEqual(['linked', 'migrated'])
    // days later it is another story
    now = at('11-22 09:00')
    await enterChat(deps(), { ...chat, id: -1001, type: 'supergroup' }, true)
    expect(await linked(-1001)).toBeNull()
  })
})
