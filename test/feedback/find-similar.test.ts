import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { findSimilar } from '../../src/feedback/find-similar.ts'
import { type FeedbackSeed, insertFeedback, insertRegions, seed } from '../reports/support/feedback-rows.ts'
import { engines } from '../support/databases.ts'
import { fc } from '../support/properties.ts'

const VILLAGE = '140822105201'
const me = 1

describe.each(engines)('similar suggestions on $name', ({ open }) => {
  let database: Database
  let myId: string
  beforeAll(async () => {
    database = await open()
    await insertRegions(database.prisma)
    await insertFeedback(database.prisma, [seed({ person: 0 }), seed({ person: me })])
    const mine = await database.prisma.submission.findMany({ orderBy: { person: { telegramId: 'desc' } } })
    myId = mine[0]?.personId ?? ''
  })
  afterAll(() => database.close())

  /** Only these are in the database. */
  const having = async (seeds: FeedbackSeed[]) => {
    await database.prisma.submission.deleteMany()
    return await insertFeedback(database.prisma, seeds)
  }
  const find = async (draft: Partial<Parameters<typeof findSimilar>[1]> = {}) => {
    const base = { personId: myId, villageCode: VILLAGE, topic: 'healthcare', aspects: ['medicines'] }
    const found = await findSimilar(database.statements, {
      ...base,
      words: '降压药老断货，得去县里',
      wish: null,
      ...draft,
    })
    return found.map(({ submissionId }) => submissionId)
  }

  it('are the open ones of the village and topic that say much the same', async () => {
    const [said] = await having([
      seed(),
      seed({ words: '想有个吃午饭的地方' }),
      seed({ status: 'answered' }),
      seed({ status: 'withdrawn' }),
      seed({ person: me }),
      seed({ person: null }),
      seed({ person: null, words: null, status: 'erased' }),
      seed({ visibility: 'township' }),
      seed({ villageCode: '140822105202' }),
      seed({ topic: 'elder_care' }),
      seed({ words: null, wish: '降压药老断货，得去县里' }),
    ])
    expect(await find()).toEqual([said])
    expect(await find({ words: '校车改停村口就好' })).toEqual([])
    await database.prisma.endorsement.create({
      data: { id: randomUUID(), submissionId: said ?? '', personId: myId, createdAt: new Date() },
    })
    expect(await find()).toEqual([])
  })

  it('come with the very same aspects where nothing was said, but not with "something else"', async () => {
    const [one, both] = await having([seed(), seed({ aspects: ['medicines', 'doctors'] })])
    expect(await find({ words: null })).toEqual([one])
    expect(await find({ words: ' ', aspects: ['doctors', 'medicines'] })).toEqual([both])
    expect(await find({ words: null, aspects: ['something_else'] })).toEqual([])
  })

  it('need more in common where no aspect is shared', async () => {
    const [said] = await having([seed({ words: '降压药常断，来回一整天跑县里' })])
    const words = '降压药缺，要跑县里才有'
    expect(await find({ words })).toEqual([said])
    expect(await find({ words, aspects: ['doctors'] })).toEqual([said])
    const further = '降压药缺，娃上学远，路灯也不亮，操场也没有，要跑县里'
    expect(await find({ words: further })).toEqual([said])
    expect(await find({ words: further, aspects: ['doctors'] })).toEqual([])
  })

  it('are ranked like a plain ranking in JavaScript, whatever is written', async () => {
    const text = fc
      .array(fc.constantFrom('药', '断', '买', '路', '灯', 'A', 'b', '，', '。', ' ', '\n', '𠮷'), {
        minLength: 1,
        maxLength: 14,
      })
      .map((letters) => letters.join(''))
    const aspects = fc.subarray(['medicines', 'doctors', 'insurance', 'something_else'])
    const card = fc.record({ words: fc.option(text), wish: fc.option(text), aspects })
    await fc.assert(
      fc.asyncProperty(fc.array(card, { minLength: 1, maxLength: 8 }), card, async (cards, draft) => {
        const day = (at: number) => new Date(Date.UTC(2026, 9, 1 + at))
        const ids = await having(cards.map((each, at) => seed({ ...each, createdAt: day(at) })))
        expect(await find(draft)).toEqual(rank(draft, cards).map((at) => ids[at]))
      }),
      { numRuns: 40 },
    )
  })

  it('have the pairs that were made of the grams before, and none once their words are erased', async () => {
    const { prisma } = database
    // as it was until the pairs were kept with the row
    await prisma.$executeRaw`
      CREATE FUNCTION grams_before(words TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE AS $$
        WITH letter AS (
          SELECT c, o
          FROM unnest(string_to_array(lower(regexp_replace(coalesce(words, ''), '\\s+', '', 'g')), NULL))
            WITH ORDINALITY AS u(c, o)
        )
        SELECT coalesce(array_agg(DISTINCT g), '{}') FROM (
          SELECT c AS g FROM letter UNION ALL SELECT c || lead(c) OVER (ORDER BY o) FROM letter
        ) grams WHERE g IS NOT NULL $$`
    const noLetter = '[，。、！？；：,.!?;:…—～~“”"‘’\'（）()《》<>【】·/\\-]'
    const letter = fc.oneof(
      fc.constantFrom(...'药断买，。、！？；：,.!?;:…—～~“”"‘’\'（）()《》<>【】·/\\-[]^ \n\t\u3000Aaİß𠮷'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((each) => each !== '\0'),
    )
    const text = fc.array(letter, { maxLength: 40 }).map((letters) => letters.join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 50, maxLength: 50 }), async (texts) => {
        const different = await prisma.$queryRaw`
          SELECT t FROM unnest(${texts}::text[]) t
          WHERE text_grams(t) <> grams_before(t) OR array_to_tsvector(text_pairs(t)) <> array_to_tsvector(ARRAY(
            SELECT g FROM unnest(grams_before(t)) g WHERE char_length(g) = 2 AND g !~ ${noLetter}))`
        expect(different).toEqual([])
      }),
      { numRuns: 20 },
    )

    const [id = ''] = await having([seed({ words: '药断，药', wish: '买路' })])
    const pairs = async () =>
      await prisma.$queryRaw`SELECT tsvector_to_array(pairs) AS pairs FROM submission WHERE id = ${id}::uuid`
    expect(await pairs()).toEqual([{ pairs: ['买路', '药买', '药断'] }])
    await prisma.submission.update({ where: { id }, data: { words: null, wish: null } })
    expect(await pairs()).toEqual([{ pairs: [] }])
  })
})

interface Card {
  words: string | null
  wish: string | null
  aspects: string[]
}

/** The places of those that are offered, the most alike first. */
function rank(draft: Card, cards: Card[]): number[] {
  const named = new Set(draft.aspects.filter((aspect) => aspect !== 'something_else'))
  const own = pairsOf(draft)
  const hasWords = `${draft.words ?? ''}${draft.wish ?? ''}`.trim() !== ''
  return cards
    .flatMap((card, at) => {
      if (card.words === null) return []
      const theirs = pairsOf(card)
      const shared = [...own].filter((pair) => theirs.has(pair)).length
      const aspects = card.aspects.filter((aspect) => named.has(aspect)).length
      const alike = hasWords ? shared ** 2 / Math.max(own.size * theirs.size, 1) : 0
      const same = aspects > 0 && aspects === named.size && aspects === card.aspects.length
      const least = aspects > 0 ? 25 * shared ** 2 : (100 * shared ** 2) / 9
      const isOffered = hasWords ? shared >= 2 && least >= own.size * theirs.size : same
      return isOffered ? [{ at, alike, aspects }] : []
    })
    .sort((a, b) => b.alike - a.alike || b.aspects - a.aspects || b.at - a.at)
    .slice(0, 3)
    .map(({ at }) => at)
}

function pairsOf({ words, wish }: Card): Set<string> {
  const letters = [...`${words ?? ''}${wish ?? ''}`.replace(/\s/g, '').toLowerCase()]
  const pairs = letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
  return new Set(pairs.filter((pair) => !/[，。]/.test(pair)))
}
