import { describe, expect, it } from 'vitest'
import { buildDigest } from '../../../src/digests/build-digest.ts'
import { collectDigestFacts } from '../../../src/digests/collect-digest-facts.ts'
import type { Digest } from '../../../src/digests/digest.ts'
import { type Cadence, currentPeriod, lastFullPeriod } from '../../../src/digests/period.ts'
import { renderDigest } from '../../../src/digests/render/render-digest.ts'
import { takeMarks } from '../../../src/messages/take-marks.ts'
import { openEmbeddedForTest } from '../../support/databases.ts'
import { fc } from '../../support/properties.ts'
import { addRegions, at, FAR_VILLAGE, TIME_ZONE, TOWNSHIP, texts, VILLAGE } from '../support/digest-rows.ts'
import { addExampleWeek, MONDAY } from '../support/example-week.ts'

async function exampleDigests(): Promise<Record<'village' | 'township' | 'quiet' | 'interim', Digest>> {
  const database = await openEmbeddedForTest()
  await addRegions(database.prisma)
  await addExampleWeek(database.prisma)
  const build = async (
    regionCode: string,
    period = lastFullPeriod('weekly', MONDAY, TIME_ZONE),
    asOf = MONDAY,
  ) => {
    const interim = asOf !== MONDAY
    const facts = await collectDigestFacts(database.prisma, { regionCode, period, interim, asOf })
    if (!facts) throw new Error(`no region ${regionCode}`)
    return buildDigest(facts)
  }
  const friday = at('11-20 10:00')
  const digests = {
    village: await build(VILLAGE),
    township: await build(TOWNSHIP),
    quiet: await build(FAR_VILLAGE),
    interim: await build(FAR_VILLAGE, currentPeriod('weekly', friday, TIME_ZONE), friday),
  }
  await database.close()
  return digests
}
const examples = exampleDigests()

const renderMarked = (digest: Digest, locale: string) => takeMarks(renderDigest(digest, { texts, locale }))
const render = (digest: Digest, locale: string) => renderMarked(digest, locale).message

describe('renderDigest', () => {
  it('writes the week of a village in Chinese', async () => {
    const message = render((await examples).village, 'zh')
    expect(message.text).toMatchInlineSnapshot(`
      "乌停村一周意见 · 11月16日至11月22日
      5 条，2 位村民（上周 2 条）
      🏥 医疗 2 ▲1 · 🏫 教育 1 · 👵 养老 2 ▲2
      说得最多：吃饭难 2，药品不全 2，医生少 1
      满意度：😀 1 · 😐 1 · 🙁 1 · 😣 1，平均 2.8 分（满分 5 分）

      新意见
      A07 👵 吃饭难
      A06 🏥 药品不全 · 🚨 很急
      A05 👵 吃饭难：“想有个吃午饭的地方”
      A04 🏥 药品不全：“降压药常常断，要去县里买，来回一整天，电话●●●●…” · 📅 这个月要办 · 👍 3

      大家说 → 我们做
      A05 👵 吃饭难 → 村委会旁边开了助餐点，订餐电话●●●●
      A03 🏫 路远没校车 → 校车改停村口

      还没办完 6 件，超期 3 件：A06（超 3 天），A01（超 3 天），A07（超 1 天）
      按时受理 1/4 · 已答复 1/4（村民说解决了 0，还没回话 1）"
    `)
    expect(message.buttons).toEqual([[{ label: '📋 逐条办理', data: 'l:cases' }]])
    expect(boldOf(message)).toEqual(['乌停村一周意见 · 11月16日至11月22日', '新意见', '大家说 → 我们做'])
  })

  it('writes the week of a village in English', async () => {
    const message = render((await examples).village, 'en')
    expect(message.text).toMatchInlineSnapshot(`
      "Wuting Village (乌停村): a week of feedback · Nov 16 to Nov 22
      5 suggestions from 2 people (2 last week)
      🏥 Healthcare 2 ▲1 · 🏫 Schooling 1 · 👵 Elder care 2 ▲2
      Most named: Meals 2, Medicines 2, Doctors 1
      Satisfaction: 😀 1 · 😐 1 · 🙁 1 · 😣 1, 2.8 of 5 on average

      New suggestions
      A07 👵 Meals
      A06 🏥 Medicines · 🚨 urgent
      A05 👵 Meals: “想有个吃午饭的地方”
      A04 🏥 Medicines: “降压药常常断，要去县里买，来回一整天，电话●●●●…” · 📅 this month · 👍 3

      You said → we did
      A05 👵 Meals → 村委会旁边开了助餐点，订餐电话●●●●
      A03 🏫 Distance, school bus → 校车改停村口

      6 still open, 3 overdue: A06 (3 days over), A01 (3 days over), A07 (1 day over)
      Accepted in time 1 of 4 · Answered 1 of 4 (0 fixed in the residents' word, 1 have not said)"
    `)
    expect(message.buttons).toEqual([[{ label: '📋 Go through them one by one', data: 'l:cases' }]])
  })

  it('says in a roll-up which village it was, and what must not be passed on', async () => {
    expect(render((await examples).township, 'zh').text).toMatchInlineSnapshot(`
      "高村镇一周意见 · 11月16日至11月22日
      7 条，4 位村民（上周 2 条）
      🏥 医疗 3 ▲2 · 🏫 教育 1 · 👵 养老 3 ▲3
      说得最多：吃饭难 3，药品不全 3，医生少 1
      满意度：😀 1 · 🙂 1 · 😐 1 · 🙁 1 · 😣 1，平均 3.0 分（满分 5 分）

      新意见
      A01 薛店村 🏥 药品不全
      A07 乌停村 👵 吃饭难
      A01 乌停村 👵 吃饭难：“村干部的事” · 🔒 别转给村里
      A06 乌停村 🏥 药品不全 · 🚨 很急
      A05 乌停村 👵 吃饭难：“想有个吃午饭的地方”
      还有 1 条。

      大家说 → 我们做
      A05 乌停村 👵 吃饭难 → 村委会旁边开了助餐点，订餐电话●●●●
      A03 乌停村 🏫 路远没校车 → 校车改停村口

      还没办完 8 件，超期 3 件：A06 乌停村（超 3 天），A01 乌停村（超 3 天），A07 乌停村（超 1 天）
      按时受理 2/5 · 已答复 1/6（村民说解决了 0，还没回话 1）"
    `)
  })

  it('marks whose each quote and answer is, to the letter', async () => {
    const { village } = await examples
    for (const locale of ['zh', 'en']) {
      const { message, marks } = renderMarked(village, locale)
      const quotes = (village.newest?.lines ?? []).flatMap((each) => (each.quote ? [each] : []))
      const answers = village.answered?.lines ?? []
      expect(marks.map((mark) => mark.submissionId)).toEqual(
        [...quotes, ...answers].map((each) => each.submissionId),
      )
      const shown = marks.map(({ offset, length }) => message.text.slice(offset, offset + length))
      expect(shown).toEqual([
        ...quotes.map((each) => expect.stringContaining(each.quote ?? '')),
        ...answers.map((each) => each.answer),
      ])
    }
  })

  it('says in one friendly line that there was nothing', async () => {
    const { quiet, interim } = await examples
    expect(render(quiet, 'zh')).toEqual({
      text: '里望村一周意见 · 11月16日至11月22日\n这一周没有新意见。大家有话，随时来说。',
      entities: [{ type: 'bold', offset: 0, length: 23 }],
    })
    expect(render(interim, 'zh').text).toBe(
      '里望村本周到现在的意见 · 11月16日至11月20日\n本周到现在还没有新意见。大家有话，随时来说。',
    )
    expect(render(interim, 'en').text).toBe(
      'Liwang Village (里望村): so far this week · Nov 16 to Nov 20\nNo new suggestions so far this week. People are welcome any time.',
    )
  })

  it('never tells a name or a number that was in the words', async () => {
    const { village, township } = await examples
    for (const digest of [village, township])
      for (const locale of ['zh', 'en']) expect(render(digest, locale).text).not.toMatch(/138|１３８/)
  })

  it('has a sentence for every cadence, running or over, in both languages', async () => {
    const { village, quiet } = await examples
    for (const cadence of ['weekly', 'twice_monthly', 'daily'] satisfies Cadence[])
      for (const interim of [true, false])
        for (const digest of [village, quiet])
          for (const locale of ['zh', 'en']) {
            const period = { ...digest.period, cadence }
            expect(render({ ...digest, period, interim }, locale).text).toContain(digest.regionName)
          }
  })

  it('stays within 4,096 code units, with entities inside, however long names and numbers get', async () => {
    const { village } = await examples
    fc.assert(
      fc.property(huge, fc.constantFrom('zh', 'en'), (much, locale) => {
        const { message, marks } = renderMarked({ ...village, ...much }, locale)
        const { text, entities = [] } = message
        for (const { offset, length } of marks)
          expect(text.slice(offset, offset + length)).toHaveLength(length)
        expect(text.length).toBeLessThanOrEqual(4096)
        expect(text).toBe(text.trim())
        for (const { offset, length } of entities) {
          expect(length).toBeGreaterThan(0)
          expect(offset + length).toBeLessThanOrEqual(text.length)
          expect(text.slice(offset, offset + length)).not.toMatch(/\n|^\s|\s$/)
        }
      }),
      { numRuns: 300 },
    )
  })
})

function boldOf({ text, entities = [] }: ReturnType<typeof render>): string[] {
  return entities.map(({ offset, length }) => text.slice(offset, offset + length))
}

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom('村'.repeat(5000), '👨‍👩‍👧‍👦'.repeat(900), ' 乌停村 '),
)
const count = fc.oneof(fc.nat(), fc.constantFrom(0, 1, Number.MAX_SAFE_INTEGER, Number.MAX_VALUE))
const rate = fc.option(fc.record({ count, of: count }))
const line = fc.record({
  submissionId: fc.uuid(),
  signedName: fc.option(word),
  alias: fc.constantFrom('A01', 'ZZZZZZZZZ99'),
  topic: fc.constantFrom('healthcare', 'schooling', 'elder_care', 'gone'),
  aspect: fc.option(fc.constantFrom('medicines', 'something_else', 'gone')),
  place: fc.array(word, { maxLength: 3 }),
  direct: fc.boolean(),
  quote: fc.option(word),
  answer: word,
  urgency: fc.constantFrom('can_wait' as const, 'this_month' as const, 'now' as const),
  endorsements: fc.nat(),
  daysOver: count,
})
const listed = fc.option(fc.record({ lines: fc.array(line, { maxLength: 8 }), more: count }))
const huge = fc.record({
  regionName: word,
  total: fc.option(fc.record({ submissions: count, people: count, before: count })),
  topics: fc.array(fc.record({ topic: fc.constantFrom('healthcare', 'gone'), count, change: count }), {
    maxLength: 9,
  }),
  aspects: fc.array(
    fc.record({ topic: fc.constant('healthcare'), aspect: fc.constantFrom('clinic', 'gone'), count }),
    {
      maxLength: 9,
    },
  ),
  satisfaction: fc.option(
    fc.record({ counts: fc.tuple(count, count, count, count, count), mean: fc.double({ min: 1, max: 5 }) }),
  ),
  newest: listed,
  answered: listed,
  open: fc.option(fc.record({ count, overdue: count, longest: fc.array(line, { maxLength: 5 }) })),
  rates: fc.record({
    responded: rate,
    resolved: rate,
    confirmed: fc.record({ count: fc.nat(), of: fc.nat(), silent: fc.nat() }),
    satisfied: rate,
  }),
})
