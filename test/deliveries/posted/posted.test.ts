import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { editPosted } from '../../../src/deliveries/posted/edit-posted.ts'
import { keepPosted } from '../../../src/deliveries/posted/keep-posted.ts'
import { logLooks } from '../../../src/deliveries/posted/log-looks.ts'
import { sendMarked } from '../../../src/deliveries/posted/send-marked.ts'
import { markName, markWords, type QuoteMark } from '../../../src/messages/quote-marks.ts'
import { erasePerson } from '../../../src/privacy/erase-person.ts'
import { listLooks } from '../../../src/privacy/list-looks.ts'
import { withdrawConsent } from '../../../src/privacy/withdraw-consent.ts'
import type { SendOutcome } from '../../../src/sinks/telegram/send-outcome.ts'
import { countingRandom, texts } from '../../digests/support/digest-rows.ts'
import { scriptedSender } from '../../digests/support/scripted-sender.ts'
import { HER, insertKeptPeople } from '../../privacy/support/kept-person.ts'
import { clock, insertRegions, NOW, TIME_ZONE } from '../../reports/support/feedback-rows.ts'
import { engines } from '../../support/databases.ts'

const CHANNEL = -100200300
const VILLAGE = '140822105201'

describe.each(engines)('what is posted of somebody, on $name,', ({ open }) => {
  let database: Database
  let submissionId: string
  const random = countingRandom('posted')
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    const { prisma } = database
    await insertRegions(prisma)
    await insertKeptPeople(prisma)
    await prisma.identityLook.deleteMany()
    await prisma.postedMessage.deleteMany()
    const row = await prisma.submission.findFirstOrThrow({ where: { signedName: HER.name } })
    submissionId = row.id
  })
  afterEach(async () => {
    await database.prisma
      .$executeRaw`TRUNCATE region, person, committee_chat, feedback_query, conversation_state, posted_message CASCADE`
  })
  afterAll(() => database.close())

  const text = `“${HER.words}” ${HER.name}`
  const mark = (kind: QuoteMark['kind'], shown: string): QuoteMark => ({
    kind,
    submissionId,
    offset: text.indexOf(shown),
    length: shown.length,
  })
  const marks = () => [mark('words', HER.words), mark('name', HER.name)]
  const keep = (messageId: number, marked = marks(), message: { text: string } | null = { text }) =>
    database.prisma.$transaction((tx) =>
      keepPosted(
        { tx, clock, random, texts },
        { chatId: CHANNEL, messageId, locale: 'zh', message, marks: marked },
      ),
    )
  const erase = () =>
    database.prisma.$transaction(
      (tx) => erasePerson({ tx, clock, texts, timeZone: TIME_ZONE }, HER.telegramId),
      {
        timeout: 20_000,
      },
    )
  const rows = () => database.prisma.postedMessage.findMany({ orderBy: { messageId: 'asc' } })

  describe('is kept in mind', () => {
    it('as long as the message says something of somebody', async () => {
      expect(await keep(1)).toBeNull()
      expect(await keep(1)).toBeNull()
      expect(await rows()).toMatchObject([
        { messageId: 1, text, submissionIds: [submissionId], editOwed: false },
      ])
      expect(await keep(1, [])).toBeNull()
      expect(await rows()).toEqual([])
    })

    it('without what was erased between reading and sending, which is owed to the chat', async () => {
      await erase()
      const owed = await keep(1)
      expect(await rows()).toMatchObject([
        { id: owed, text: '“（本人已删除）” （本人已删除）', submissionIds: [], editOwed: true },
      ])
    })

    it('without a name that was taken back in between', async () => {
      const { prisma } = database
      await prisma.$transaction((tx) => withdrawConsent({ tx, clock, texts }, HER.telegramId))
      const owed = await keep(1)
      expect(await rows()).toMatchObject([
        { id: owed, text: `“${HER.words}” （本人已收回）`, editOwed: true },
      ])
    })

    it('so that erasing at the same moment never leaves it unseen', async () => {
      await Promise.all([keep(1), keep(2), erase(), keep(3), keep(4)])
      const left = await rows()
      expect(left).toHaveLength(4)
      for (const row of left)
        expect(row).toMatchObject({ text: '“（本人已删除）” （本人已删除）', editOwed: true })
    })
  })

  describe('is taken back', () => {
    const owe = async (message: { text: string } | null = { text }) => {
      await keep(7, marks(), message)
      const { postedIds } = await erase()
      expect(postedIds).toHaveLength(1)
      return postedIds[0] ?? ''
    }
    const edit = async (id: string, ...script: SendOutcome[]) => {
      const { sender, posts } = scriptedSender(...script)
      const edited = await editPosted({ prisma: database.prisma, sender }, id)
      return { edited: edited.kind, posts }
    }
    const REFUSED: SendOutcome = { kind: 'refused', code: 'bad_request' }

    it('by editing the message, once', async () => {
      const id = await owe()
      const { edited, posts } = await edit(id)
      expect(edited).toBe('edited')
      expect(posts).toEqual([
        { chatId: CHANNEL, message: { text: '“（本人已删除）” （本人已删除）', entities: [], buttons: [] } },
      ])
      expect(await rows()).toEqual([])
      expect((await edit(id)).posts).toEqual([])
    })

    it('by deleting a file', async () => {
      expect((await edit(await owe(null))).edited).toBe('deleted')
      expect(await rows()).toEqual([])
    })

    it('by deleting a text that cannot be edited', async () => {
      expect((await edit(await owe(), REFUSED)).edited).toBe('deleted')
      expect(await rows()).toEqual([])
    })

    it('never asking again where Telegram refuses both', async () => {
      const id = await owe()
      const { edited, posts } = await edit(id, REFUSED, { kind: 'refused', code: 'chat_gone' })
      expect([edited, posts.length]).toEqual(['refused', 2])
      expect(await rows()).toEqual([])
      expect((await edit(id)).edited).toBe('nothing')
    })

    it('later where it is too early or nobody knows', async () => {
      const id = await owe()
      expect((await edit(id, { kind: 'later', retryAfterSeconds: 30 })).edited).toBe('later')
      expect((await edit(id, { kind: 'unknown' })).edited).toBe('unknown')
      expect((await edit(id)).edited).toBe('edited')
    })

    it('and what others said in the same message stays in mind', async () => {
      const { prisma } = database
      const his = await prisma.submission.findFirstOrThrow({
        where: { person: { telegramId: { not: HER.telegramId } } },
      })
      await keep(7, [...marks(), { ...mark('words', HER.words), submissionId: his.id, offset: 0, length: 1 }])
      const [id = ''] = (await erase()).postedIds
      await edit(id)
      expect(await rows()).toMatchObject([{ submissionIds: [his.id], editOwed: false }])
    })
  })

  describe('is a look where it shows the name', () => {
    const looks = () => listLooks(database.prisma, HER.telegramId, 0)
    const look = (viewer: number, at = NOW, shown = marks()) =>
      logLooks(
        { tx: database.prisma, clock: { now: () => at }, timeZone: TIME_ZONE },
        { id: viewer, regionCode: VILLAGE },
        'case',
        shown,
      )

    it('once for a viewer, a case and a day, in the zone of the region', async () => {
      await look(5)
      await look(5)
      await look(6)
      await look(5, new Date(NOW.getTime() + 86_400_000))
      const { total, looks: told } = await looks()
      expect(total).toBe(3)
      expect(told[0]).toEqual({
        at: new Date(NOW.getTime() + 86_400_000),
        place: 'case',
        case: { number: expect.any(Number), submission: { topic: 'healthcare' } },
        region: { name: '乌停村委会' },
      })
    })

    it('not where only words are shown, nor where she looks herself', async () => {
      await look(5, NOW, [mark('words', HER.words)])
      await look(HER.telegramId)
      expect((await looks()).total).toBe(0)
    })

    it('also of a whole channel, by a digest that quotes the name', async () => {
      const { sender, posts } = scriptedSender({ kind: 'sent', messageId: 9 })
      const owner = { submissionId, signedName: HER.name }
      const quote = markWords(`我是${HER.name}`, owner)
      const deps = { prisma: database.prisma, clock, random, texts, timeZone: TIME_ZONE, sender }
      const office = { regionCode: VILLAGE, place: 'digest' as const }
      await sendMarked(
        deps,
        { chatId: CHANNEL, locale: 'zh', office },
        { text: quote.text, entities: quote.entities },
      )
      expect(posts).toMatchObject([{ message: { entities: [] } }])
      expect((await looks()).looks).toMatchObject([{ place: 'digest' }])
      expect(await rows()).toMatchObject([{ messageId: 9 }])
    })

    it('that is noted before the message goes out, so that none is lost', async () => {
      const { sender } = scriptedSender({ kind: 'unknown' })
      const name = markName(HER.name, submissionId)
      const deps = { prisma: database.prisma, clock, random, texts, timeZone: TIME_ZONE, sender }
      const office = { regionCode: null, place: 'news' as const }
      await sendMarked(
        deps,
        { chatId: 5, locale: 'zh', office },
        { text: name.text, entities: name.entities },
      )
      expect((await looks()).looks).toMatchObject([{ place: 'news', region: null }])
      expect(await rows()).toEqual([])
    })

    it('and forgets the viewer who has their own data erased', async () => {
      await look(5)
      await database.prisma.$transaction((tx) => erasePerson({ tx, clock, texts, timeZone: TIME_ZONE }, 5))
      expect((await looks()).total).toBe(1)
      expect(await database.prisma.identityLook.findMany()).toMatchObject([{ viewerId: null }])
    })

    it('is shown a page at a time, the last one where a later one is asked for', async () => {
      for (let viewer = 1; viewer <= 12; viewer++) await look(viewer)
      expect(await listLooks(database.prisma, HER.telegramId, 1)).toMatchObject({ total: 12, page: 1 })
      const last = await listLooks(database.prisma, HER.telegramId, 99)
      expect([last.page, last.looks.length]).toEqual([2, 2])
      expect(await listLooks(database.prisma, 1, 0)).toEqual({ looks: [], total: 0, page: 0 })
    })
  })
})
