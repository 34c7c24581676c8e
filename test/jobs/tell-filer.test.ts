import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import type { JobDeps } from '../../src/jobs/job-deps.ts'
import { tellFiler } from '../../src/jobs/tell-filer.ts'
import { withdrawConsent } from '../../src/privacy/withdraw-consent.ts'
import type { SendOutcome } from '../../src/sinks/telegram/send-outcome.ts'
import { scriptedSender } from '../digests/support/scripted-sender.ts'
import { proxyWorld } from '../feedback/proxy/support/proxy-world.ts'
import { insertRegions } from '../reports/support/feedback-rows.ts'
import { engines } from '../support/databases.ts'

const texts = loadTexts(join(import.meta.dirname, '../../locales'), 'zh')

describe.each(engines)('whoever filed a card for somebody else, on $name,', ({ open }) => {
  let database: Database
  const world = proxyWorld(() => database)
  beforeAll(async () => {
    database = await open()
    await insertRegions(database.prisma)
  })
  afterAll(() => database.close())

  async function tell(id: string, ...script: SendOutcome[]) {
    const { sender, posts } = scriptedSender(...script)
    const deps = { ...world.deps(), prisma: database.prisma, texts, sender, log: pino({ level: 'silent' }) }
    const outcome = await tellFiler.handle(deps as unknown as JobDeps, { id }, id)
    return { outcome, posts }
  }
  const waits = (id: string) => database.prisma.pendingProxy.count({ where: { id } })

  it('is told that it was agreed to, with the receipt', async () => {
    const { filer, ...card } = await world.pending()
    const her = await world.person()
    await world.agree(her.id, card)
    const { posts } = await tell(card.id)
    expect(posts.map(({ chatId }) => chatId)).toEqual([filer.telegramId])
    expect(posts[0]?.message.text).toMatch(
      /邻居 张大爷同意了，您帮着提的“药品不全”交上去了。\n\n回执 \w{4}-\w{4}/,
    )
  })

  it('is told once that it was not, and it is forgotten', async () => {
    const { filer, ...card } = await world.pending()
    await world.decline(null, card)
    const later: SendOutcome = { kind: 'later', retryAfterSeconds: 7 }
    expect((await tell(card.id, later)).outcome).toEqual({ kind: 'again', afterSeconds: 7 })
    expect(await waits(card.id)).toBe(1)
    const { outcome, posts } = await tell(card.id)
    expect(outcome).toEqual({ kind: 'done', counts: { sent: 1, refused: 0, unknown: 0 } })
    expect(posts[0]?.message.text).toContain('邻居 张大爷没同意，您帮着填的“看病吃药”没交，也没留下')
    expect(await waits(card.id)).toBe(0)
    expect((await tell(card.id)).posts).toEqual([])
    expect(filer.telegramId).toBe(posts[0]?.chatId)
  })

  it('is not told again where nobody knows whether it arrived', async () => {
    const card = await world.pending()
    await world.decline(null, card)
    expect((await tell(card.id, { kind: 'unknown' })).outcome).toMatchObject({ counts: { unknown: 1 } })
    expect(await waits(card.id)).toBe(0)
    expect((await tell(card.id)).posts).toEqual([])
  })

  it.each(['mutedAt', 'blockedAt', 'consentWithdrawnAt'])(
    'is left alone where %s says so, and it is forgotten all the same',
    async (column) => {
      const { filer, ...card } = await world.pending()
      await database.prisma.person.update({
        where: { id: filer.id },
        data: { [column]: world.clock.now() },
      })
      await world.decline(null, card)
      expect((await tell(card.id)).posts).toEqual([])
      expect(await waits(card.id)).toBe(0)
    },
  )

  it('who takes their consent back holds no card for anybody any more', async () => {
    const { filer, id } = await world.pending()
    const { prisma } = database
    const { telegramId } = await prisma.person.findUniqueOrThrow({ where: { id: filer.id } })
    await prisma.person.update({ where: { id: filer.id }, data: { consentedAt: world.clock.now() } })
    await prisma.$transaction((tx) => withdrawConsent({ tx, clock: world.clock, texts }, Number(telegramId)))
    expect(await waits(id)).toBe(0)
  })

  it('is told nothing of a card that still waits, or is gone', async () => {
    const { id } = await world.pending()
    expect((await tell(id)).posts).toEqual([])
    expect(await waits(id)).toBe(1)
    await database.prisma.pendingProxy.delete({ where: { id } })
    expect((await tell(id)).posts).toEqual([])
  })
})
