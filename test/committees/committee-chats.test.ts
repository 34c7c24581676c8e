import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DeliveryState } from '../../prisma/client/client.ts'
import { findReaders } from '../../src/committees/find-readers.ts'
import { migrateChat } from '../../src/committees/migrate-chat.ts'
import type { Database } from '../../src/db/database.ts'
import {
  addRegions,
  at,
  CITY,
  COUNTY,
  FAR_VILLAGE,
  idOf,
  linkChat,
  OTHER_VILLAGE,
  TOWNSHIP,
  VILLAGE,
} from '../digests/support/digest-rows.ts'
import { engines } from '../support/databases.ts'

const clock = { now: () => at('11-20 09:00') }

describe.each(engines)('committee chats on $name', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await addRegions(database.prisma)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await database.prisma.digest.deleteMany()
    await database.prisma.committeeChat.deleteMany()
  })

  describe('findReaders', () => {
    it('names the chats of the region itself, else of the nearest above, else the administrators', async () => {
      await linkChat(database.prisma, -1, VILLAGE)
      await linkChat(database.prisma, -2, VILLAGE)
      await linkChat(database.prisma, -3, TOWNSHIP)
      await linkChat(database.prisma, -4, OTHER_VILLAGE, { leftAt: at('11-01 00:00') })
      await linkChat(database.prisma, -5, null)
      const own = await findReaders(database.prisma, VILLAGE)
      expect(own).toMatchObject({ kind: 'committee', regionCode: VILLAGE })
      expect(own.kind === 'committee' && own.chats.map(({ chatId }) => chatId)).toEqual([-2, -1])
      const above = { kind: 'committee', regionCode: TOWNSHIP, chats: [{ chatId: -3, title: 'chat -3' }] }
      expect(await findReaders(database.prisma, OTHER_VILLAGE)).toEqual(above)
      expect(await findReaders(database.prisma, TOWNSHIP)).toEqual(above)
      // below the region does not count
      expect(await findReaders(database.prisma, COUNTY)).toEqual({ kind: 'administrators' })
      await linkChat(database.prisma, -6, CITY)
      expect(await findReaders(database.prisma, FAR_VILLAGE)).toMatchObject({ regionCode: CITY })
    })
  })

  describe('migrateChat', () => {
    const addDigest = async (
      name: string,
      chatId: number,
      periodKey: string | null,
      state: DeliveryState,
    ) => {
      const [periodStart, periodEnd, createdAt] = [at('11-16 00:00'), at('11-23 00:00'), at('11-23 08:00')]
      await database.prisma.digest.create({
        data: {
          id: idOf(name),
          chatId,
          regionCode: VILLAGE,
          periodKey,
          periodStart,
          periodEnd,
          createdAt,
          state,
        },
      })
    }
    const digests = async () =>
      new Map(
        (await database.prisma.digest.findMany()).map(({ id, chatId, periodKey }) => [
          id,
          [Number(chatId), periodKey],
        ]),
      )

    it('takes the link and the digests along, and may be repeated', async () => {
      await linkChat(database.prisma, -1, VILLAGE, { type: 'group', linkedByTelegramId: 9 })
      await addDigest('one', -1, 'weekly:2026-11-16', 'sent')
      expect(await migrateChat({ tx: database.prisma, clock }, -1, -1001)).toBe(true)
      expect(await migrateChat({ tx: database.prisma, clock }, -1, -1001)).toBe(false)
      expect(await database.prisma.committeeChat.findMany()).toMatchObject([
        { chatId: -1001n, regionCode: VILLAGE, type: 'supergroup', linkedByTelegramId: 9n },
      ])
      expect(await digests()).toEqual(new Map([[idOf('one'), [-1001, 'weekly:2026-11-16']]]))
    })

    it('joins a chat that is known by both ids, and keeps one digest a period', async () => {
      await linkChat(database.prisma, -1, VILLAGE, { linkedByTelegramId: 9 })
      await linkChat(database.prisma, -1001, null)
      await addDigest('posted before', -1, 'weekly:2026-11-02', 'sent')
      await addDigest('planned again', -1001, 'weekly:2026-11-02', 'pending')
      await addDigest('planned', -1, 'weekly:2026-11-09', 'pending')
      await addDigest('posted after', -1001, 'weekly:2026-11-09', 'sent')
      await addDigest('posted there', -1, 'weekly:2026-11-16', 'sent')
      await addDigest('posted here', -1001, 'weekly:2026-11-16', 'unknown')
      await addDigest('interim', -1, null, 'sent')
      expect(await migrateChat({ tx: database.prisma, clock }, -1, -1001)).toBe(true)
      expect(await migrateChat({ tx: database.prisma, clock }, -1, -1001)).toBe(false)
      expect(await database.prisma.committeeChat.findMany()).toMatchObject([
        { chatId: -1001n, regionCode: VILLAGE, linkedByTelegramId: 9n },
      ])
      expect(await digests()).toEqual(
        new Map<string, [number, string | null]>([
          [idOf('posted before'), [-1001, 'weekly:2026-11-02']],
          [idOf('posted after'), [-1001, 'weekly:2026-11-09']],
          [idOf('posted there'), [-1001, null]],
          [idOf('posted here'), [-1001, 'weekly:2026-11-16']],
          [idOf('interim'), [-1001, null]],
        ]),
      )
    })

    it('leaves the link of the new id alone where it has one', async () => {
      await linkChat(database.prisma, -1, VILLAGE)
      await linkChat(database.prisma, -1001, TOWNSHIP)
      await migrateChat({ tx: database.prisma, clock }, -1, -1001)
      expect(await database.prisma.committeeChat.findMany()).toMatchObject([{ regionCode: TOWNSHIP }])
    })

    it('does nothing for a chat that is not known', async () => {
      expect(await migrateChat({ tx: database.prisma, clock }, -7, -1001)).toBe(false)
    })
  })
})
