import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import type { Job } from '../../src/db/job.ts'
import { deliverDigest } from '../../src/digests/deliver-digest.ts'
import { planDigests } from '../../src/digests/plan-digests.ts'
import { postInterimDigest } from '../../src/digests/post-interim-digest.ts'
import type { SendOutcome } from '../../src/sinks/telegram/send-outcome.ts'
import { engines } from '../support/databases.ts'
import {
  addRegions,
  countingRandom,
  idOf,
  linkChat,
  TIME_ZONE,
  TOWNSHIP,
  texts,
  VILLAGE,
} from './support/digest-rows.ts'
import { addExampleWeek, MONDAY } from './support/example-week.ts'
import { scriptedSender } from './support/scripted-sender.ts'

const WEEKLY = { cadence: 'weekly', timeZone: TIME_ZONE } as const
const CHAT = -100

describe.each(engines)('deliverDigest on $name', ({ open }) => {
  let database: Database
  let digestId: string
  let runs = 0
  beforeAll(async () => {
    database = await open()
    await addRegions(database.prisma)
    await addExampleWeek(database.prisma)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await database.prisma.digest.deleteMany()
    await database.prisma.committeeChat.deleteMany()
    await database.prisma.committeeChatEvent.deleteMany()
    jobs.length = 0
    await linkChat(database.prisma, CHAT, VILLAGE, { type: 'group' })
    const { ids } = await planDigests(planning(), WEEKLY)
    digestId = ids[0] ?? ''
  })

  const jobs: Job[] = []
  const planning = () => ({
    prisma: database.prisma,
    clock: { now: () => MONDAY },
    random: countingRandom(`delivery ${++runs}`),
  })
  const deliver = async (sender: ReturnType<typeof scriptedSender>['sender'], now = MONDAY, id = digestId) =>
    await deliverDigest(
      {
        ...planning(),
        clock: { now: () => now },
        texts,
        sender,
        locale: 'zh',
        administratorIds: [7],
        sendJob: async (_tx, job) => void jobs.push(job),
        ...WEEKLY,
      },
      id,
    )
  const row = async () => await database.prisma.digest.findUnique({ where: { id: digestId } })
  const chat = async (chatId = CHAT) => await database.prisma.committeeChat.findUnique({ where: { chatId } })

  it('posts it and notes when, where, and whom it speaks of', async () => {
    const { sender, posts } = scriptedSender({ kind: 'sent', messageId: 42 })
    expect(await deliver(sender)).toEqual({ kind: 'sent', chatId: CHAT, messageId: 42 })
    expect(posts).toMatchObject([
      { chatId: CHAT, message: { text: expect.stringContaining('5 条，2 位村民') } },
    ])
    const done = await row()
    expect(done).toMatchObject({ state: 'sent', messageId: 42, sentAt: MONDAY })
    expect(new Set(done?.quotedIds)).toEqual(new Set(['n1', 'n2', 'n3', 'n4', 'b2', 'old'].map(idOf)))
  })

  it('posts it once, however often and at once it is asked to', async () => {
    const { sender, posts } = scriptedSender()
    const deliveries = await Promise.all([deliver(sender), deliver(sender), deliver(sender)])
    expect(deliveries.map(({ kind }) => kind).sort()).toEqual(['not_pending', 'not_pending', 'sent'])
    expect(await deliver(sender)).toEqual({ kind: 'not_pending', state: 'sent' })
    expect(posts).toHaveLength(1)
  })

  it('is pending again when Telegram wants it later, and is then posted', async () => {
    const { sender, posts } = scriptedSender({ kind: 'later', retryAfterSeconds: 17 })
    expect(await deliver(sender)).toEqual({ kind: 'later', retryAfterSeconds: 17 })
    expect(await row()).toMatchObject({ state: 'pending', sentAt: null })
    expect(await deliver(sender)).toMatchObject({ kind: 'sent' })
    expect(posts).toHaveLength(2)
  })

  it('is never posted again when the answer was lost', async () => {
    const { sender, posts } = scriptedSender({ kind: 'unknown' })
    expect(await deliver(sender)).toEqual({ kind: 'unknown' })
    expect(await deliver(sender)).toEqual({ kind: 'not_pending', state: 'unknown' })
    expect(await planDigests(planning(), WEEKLY)).toEqual({ ids: [], created: 0, lost: 0 })
    expect(posts).toHaveLength(1)
    expect((await row())?.quotedIds).toContain(idOf('n1'))
  })

  it('is unknown ten minutes after the process died while it was sending', async () => {
    const { sender, posts } = scriptedSender()
    await database.prisma.digest.update({
      where: { id: digestId },
      data: { state: 'sending', sentAt: MONDAY },
    })
    const minutesOn = (minutes: number) => new Date(MONDAY.getTime() + minutes * 60_000)
    expect(await deliver(sender, minutesOn(9))).toEqual({ kind: 'not_pending', state: 'sending' })
    expect(await deliver(sender, minutesOn(11))).toEqual({ kind: 'unknown' })
    expect(await row()).toMatchObject({ state: 'unknown' })
    expect(posts).toEqual([])
  })

  it('is pending again when it could not even be written', async () => {
    const { sender, posts } = scriptedSender()
    await database.prisma.digest.update({ where: { id: digestId }, data: { periodKey: 'fortnightly:1' } })
    await expect(deliver(sender)).rejects.toThrow('fortnightly:1')
    expect(await row()).toMatchObject({ state: 'pending', sentAt: null })
    expect(posts).toEqual([])
  })

  it('ends the link of a chat that is gone, and leaves word for the administrators', async () => {
    const { sender } = scriptedSender({ kind: 'refused', code: 'chat_gone' })
    expect(await deliver(sender)).toEqual({ kind: 'refused', code: 'chat_gone' })
    expect(await chat()).toMatchObject({ leftAt: MONDAY, regionCode: null })
    const [event] = await database.prisma.committeeChatEvent.findMany()
    expect(event).toMatchObject({ kind: 'left', regionBefore: VILLAGE, actorTelegramId: null })
    expect(jobs).toEqual([
      { name: 'tell-administrator', data: { eventId: String(event?.id), telegramId: 7 } },
    ])
  })

  it.each(['no_rights', 'blocked'] as const)(
    'says nothing more in the chat on %s, and keeps its link',
    async (code) => {
      const { sender } = scriptedSender({ kind: 'refused', code })
      expect(await deliver(sender)).toEqual({ kind: 'refused', code })
      expect(await row()).toMatchObject({ state: 'refused' })
      expect(await chat()).toMatchObject({ leftAt: MONDAY, regionCode: VILLAGE })
    },
  )

  it('stays in the chat when only the message was bad', async () => {
    const { sender } = scriptedSender({ kind: 'refused', code: 'bad_request' })
    expect(await deliver(sender)).toEqual({ kind: 'refused', code: 'bad_request' })
    expect(await chat()).toMatchObject({ leftAt: null })
  })

  it('follows a group that became a supergroup', async () => {
    const migrated: SendOutcome = { kind: 'refused', code: 'migrated', newChatId: -1001 }
    const { sender, posts } = scriptedSender(migrated)
    expect(await deliver(sender)).toEqual({ kind: 'sent', chatId: -1001, messageId: 2 })
    expect(posts.map(({ chatId }) => chatId)).toEqual([CHAT, -1001])
    expect(await row()).toMatchObject({ state: 'sent', chatId: -1001n })
    expect(await chat()).toBeNull()
    expect(await chat(-1001)).toMatchObject({ regionCode: VILLAGE })
  })

  it('does not follow to where the digest of the period was posted already', async () => {
    await linkChat(database.prisma, -1001, VILLAGE)
    const { ids } = await planDigests(planning(), WEEKLY)
    const other = ids.find((id) => id !== digestId) ?? ''
    expect(await deliver(scriptedSender().sender, MONDAY, other)).toMatchObject({
      kind: 'sent',
      chatId: -1001,
    })
    const { sender, posts } = scriptedSender({ kind: 'refused', code: 'migrated', newChatId: -1001 })
    expect(await deliver(sender)).toEqual({ kind: 'refused', code: 'migrated' })
    expect(posts).toHaveLength(1)
    expect(await row()).toMatchObject({ state: 'refused', chatId: -1001n })
  })

  it('tells nobody of a region that the chat is no longer linked to', async () => {
    const { sender, posts } = scriptedSender()
    await database.prisma.committeeChat.update({ where: { chatId: CHAT }, data: { regionCode: TOWNSHIP } })
    expect(await deliver(sender)).toEqual({ kind: 'refused', code: 'unlinked' })
    expect(posts).toEqual([])
  })

  it('posts an interim digest beside the scheduled one', async () => {
    const { sender, posts } = scriptedSender()
    const friday = new Date(MONDAY.getTime() - 3 * 86_400_000)
    const interim = await postInterimDigest({ ...planning(), clock: { now: () => friday } }, WEEKLY, CHAT)
    expect(await deliver(sender, friday, interim.ok ? interim.digestId : '')).toMatchObject({ kind: 'sent' })
    expect(await deliver(sender)).toMatchObject({ kind: 'sent' })
    const titles = posts.map(({ message }) => message.text.split('\n')[0])
    expect(titles).toEqual([
      '乌停村本周到现在的意见 · 11月16日至11月20日',
      '乌停村一周意见 · 11月16日至11月22日',
    ])
    expect(posts[0]?.message.text).toContain('3 条，2 位村民（上周这时候 1 条）')
  })

  it('knows no digest that is not there', async () => {
    expect(await deliver(scriptedSender().sender, MONDAY, idOf('nothing'))).toEqual({ kind: 'missing' })
  })
})
