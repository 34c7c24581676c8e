import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MAX_PHOTOS } from '../../src/cards/draft-state.ts'
import { stepCard } from '../../src/cards/step-card.ts'
import type { Database } from '../../src/db/database.ts'
import { chooseTopic } from '../../src/feedback/choose-topic.ts'
import { keepQuickWords } from '../../src/feedback/keep-quick-words.ts'
import { loadDraft } from '../../src/feedback/load-draft.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import { systemClock as clock } from '../../src/lib/clock.ts'
import { systemRandom as random } from '../../src/lib/system-random.ts'
import { engines } from '../support/databases.ts'
import { draftOf } from '../support/known-people.ts'

const VILLAGE = '140822105201'
const texts = loadTexts(new URL('../../locales', import.meta.url).pathname, 'zh')

describe.each(engines)('words that come before their topic, on $name', ({ open }) => {
  let database: Database
  let personId: string
  beforeAll(async () => {
    database = await open()
    await database.prisma.region.create({ data: { code: VILLAGE, level: 'village', name: '乌停村委会' } })
  })
  afterAll(() => database?.close())
  beforeEach(async () => {
    personId = random.uuid()
    const telegramId = BigInt(random.below(2 ** 40))
    await database.prisma.person.create({ data: { id: personId, telegramId, createdAt: clock.now() } })
  })

  const keep = (messageId: number, date: number, text: string | null, photo = false) =>
    keepQuickWords(
      { tx: database.prisma, clock, random },
      {
        personId,
        villageCode: VILLAGE,
        messageId,
        date,
        text,
        part: photo ? { kind: 'photo', messageId, fileId: `photo ${messageId}` } : null,
      },
    )
  const words = async () => {
    const answer = (await loadDraft(database.prisma, personId))?.state.answers.words
    return answer?.kind === 'words' ? answer : null
  }

  it('are one text where a client cut them, in the order in which they were sent, and on lines of their own else', async () => {
    await keep(3, 100, '完')
    await keep(1, 100, '村'.repeat(4096))
    await keep(9, 200, '还有校车')
    expect((await words())?.text).toBe(`${'村'.repeat(4096)}完\n还有校车`)
  })

  it('keep as many photos as a card takes, say so of those beyond, and can be changed afterwards', async () => {
    for (let id = 1; id <= MAX_PHOTOS; id += 1)
      expect(await keep(id, 100, id === 1 ? '路坏了' : null, true)).toEqual({ ok: true, leftOut: null })
    expect(await keep(MAX_PHOTOS, 100, null, true)).toEqual({ ok: true, leftOut: null })
    expect(await keep(MAX_PHOTOS + 1, 100, '再看', true)).toEqual({ ok: true, leftOut: 'too_many_photos' })
    expect(await words()).toMatchObject({ text: '路坏了\n再看', parts: { length: MAX_PHOTOS } })
    const before = await draftOf(database, personId)
    const chosen = chooseTopic(texts, before.state, { topic: 'healthcare', locale: 'zh' })
    if (!chosen.ok) throw new Error(chosen.code)
    const changing = stepCard(chosen.card, chosen.state, { type: 'change', question: 'words' })
    if (!changing.ok) throw new Error(changing.code)
    const said = {
      type: 'say' as const,
      question: 'words',
      messageId: 50,
      date: 900,
      text: '路修好了',
      part: null,
    }
    const step = stepCard(chosen.card, changing.state, said)
    expect(step.ok && step.state.answers.words).toMatchObject({
      text: '路坏了\n再看\n路修好了',
      parts: Array(MAX_PHOTOS).fill({ kind: 'photo' }),
    })
  })
})
