import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entriesScreen } from '../../../src/bot/query/entries-screen.ts'
import { queryView } from '../../../src/bot/query/query-context.ts'
import { quoteWords } from '../../../src/bot/query/quote-words.ts'
import { tallyScreen } from '../../../src/bot/query/tally-screen.ts'
import { loadTexts } from '../../../src/i18n/texts.ts'
import { takeMarks } from '../../../src/messages/take-marks.ts'
import type { FeedbackEntry } from '../../../src/reports/list-feedback.ts'
import { periodOfFilter } from '../../../src/reports/period-of-filter.ts'
import type { FeedbackTally } from '../../../src/reports/tally-feedback.ts'
import { NOW, TIME_ZONE } from '../../reports/support/feedback-rows.ts'
import { filter } from '../../reports/support/filters.ts'

const texts = loadTexts(join(import.meta.dirname, '../../../locales'), 'zh')
const view = queryView(texts, 'zh', '0ZAH9KMV')
const period = periodOfFilter('three_months', NOW, TIME_ZONE)
const asked = filter({ topic: 'healthcare', regionCode: '140822', period: 'three_months' })
const heading = { filter: asked, regionLabel: '万荣县', period, now: NOW, timeZone: TIME_ZONE }

const tally: FeedbackTally = {
  regionCode: '140822',
  period,
  total: 214,
  people: 161,
  erased: 2,
  satisfaction: { counts: { 5: 12, 4: 30, 3: 50, 2: 61, 1: 40 }, answered: 193, mean: 2.5492 },
  byAspect: [
    { topic: 'healthcare', aspect: 'medicines', count: 71 },
    { topic: 'healthcare', aspect: 'insurance', count: 44 },
    { topic: 'healthcare', aspect: 'gone_from_card', count: 1 },
  ],
  byStatus: { submitted: 3, accepted: 20, answered: 190, withdrawn: 0, erased: 1 },
  byRegion: [
    { code: '140822105', count: 31 },
    { code: '140822199', count: 28 },
  ],
  regions: 9,
  before: { total: 180, mean: 2.3 },
}
const regionNames = new Map([['140822105', '高村镇']])

const entry: FeedbackEntry = {
  filedFor: null,
  caseId: '00000000-0000-4000-8000-000000000000',
  submissionId: '00000000-0000-4000-8000-000000000001',
  alias: 'A17',
  receipt: '7K3FM92Q',
  villageCode: '140822105201',
  topic: 'healthcare',
  aspects: ['medicines', 'insurance'],
  satisfaction: 2,
  words: '降压药常常断，\n要去县里买，我电话13800138000',
  wish: null,
  urgency: 'now',
  status: 'submitted',
  answer: null,
  createdAt: new Date('2026-11-03T02:00:00Z'),
  visibility: 'committee',
  signedName: null,
  erased: false,
  attachments: { voice: 0, photo: 2, location: 0 },
  endorsements: 3,
}
const villageLabels = new Map([['140822105201', '乌停村（万荣县·高村镇）']])
const listOf = (entries: FeedbackEntry[]) => ({ entries, total: entries.length, page: 0, pages: 1 })

describe('the tally', () => {
  it('says what was asked, how many, how satisfied and where', () => {
    const { text, entities, buttons } = tallyScreen(view, { ...heading, tally, regionNames })
    expect(text.split('\n')).toEqual([
      '🏥 医疗 · 万荣县 · 8月23日至11月21日',
      '214 条，161 人，平均 2.5 分（满分 5 分）',
      '再往前三个月：180 条，平均 2.3 分（满分 5 分）',
      '其中 2 条，本人已删去原话',
      '',
      '说得最多：药品不全 71 · 报销难 44 · gone_from_card 1',
      '',
      '😀 12  🙂 30  😐 50  🙁 61  😣 40',
      '',
      '办理情况：还没人接 3 · 正在办 20 · 答复了 190 · 村民删掉了 1',
      '',
      '按乡镇：高村镇 31 · 140822199 28 · 其余 155',
    ])
    expect(entities).toEqual([
      { type: 'bold', offset: 0, length: '🏥 医疗 · 万荣县 · 8月23日至11月21日'.length },
    ])
    expect(buttons?.map((row) => row.map(({ label }) => label))).toEqual([
      ['📝 看原话'],
      ['换话题', '换地方'],
      ['换时间', '换状态'],
      ['🔎 搜词'],
    ])
  })

  it('reads as well in English', () => {
    const english = queryView(texts, 'en', '0ZAH9KMV')
    const one = { ...tally, total: 1, people: 1, before: { total: 0, mean: null } }
    const { text } = tallyScreen(english, { ...heading, tally: one, regionNames })
    expect(text.split('\n').slice(0, 3)).toEqual([
      '🏥 Healthcare · 万荣县 · Aug 23 to Nov 21',
      '1 entry, 1 person, 2.5 of 5 on average',
      'The three months before: 0 entries',
    ])
  })

  it('of nothing says in a friendly line what to change, and offers no entries', () => {
    const none = { ...tally, total: 0, byAspect: [], byRegion: [], before: null }
    const empty = tallyScreen(view, { ...heading, tally: none, regionNames })
    expect(empty.text).toContain('\n\n这里还没有意见。换个话题、地方或者时间看看。')
    expect(empty.buttons?.flat().map(({ label }) => label)).not.toContain('📝 看原话')
    const words = { ...heading, filter: { ...asked, words: '药%' } }
    const missed = tallyScreen(view, { ...words, tally: none, regionNames })
    expect(missed.text).toContain('没找到说“药%”的')
    expect(missed.buttons?.flat().map(({ label }) => label)).toContain('✖ 不限词')
  })
})

describe('the entries', () => {
  it('are short, masked and name the village with township and county', () => {
    const shown = takeMarks(entriesScreen(view, { ...heading, list: listOf([entry]), villageLabels }))
    const { text, entities } = shown.message
    expect(shown.marks).toMatchObject([{ kind: 'words', submissionId: entry.submissionId }])
    const block = [
      'A17 · 乌停村（万荣县·高村镇）',
      '药品不全、报销难 · 🙁',
      '11月3日 · 还没人接 · 🚨 很急 · 👍 3',
      '“降压药常常断， 要去县里买，我电话●●●●”',
      '📷 2',
    ].join('\n')
    expect(text).toBe(`🏥 医疗 · 万荣县 · 8月23日至11月21日\n\n${block}`)
    for (const { offset, length } of entities ?? []) {
      expect(text.slice(offset, offset + length)).toMatch(/^(🏥 医疗 .*日|A17 · .*）)$/u)
    }
    expect(entities).toHaveLength(2)
  })

  it('stay below 4,096 code units whatever was said', () => {
    const long: FeedbackEntry = {
      ...entry,
      words: '👵'.repeat(4000),
      wish: '🏚'.repeat(4000),
      answer: '🚌'.repeat(4000),
      signedName: '名'.repeat(300),
      visibility: 'committee_named',
      aspects: [
        'medicines',
        'doctors',
        'clinic',
        'insurance',
        'referral',
        'chronic_care',
        'emergency',
        'checkups',
      ],
    }
    const list = { entries: Array.from({ length: 5 }, () => long), total: 99_999, page: 1, pages: 20_000 }
    for (const locale of ['zh', 'en']) {
      const { text, buttons } = entriesScreen(queryView(texts, locale, '0ZAH9KMV'), {
        ...heading,
        list,
        villageLabels: new Map([['140822105201', '村'.repeat(60)]]),
      })
      expect(text.length).toBeLessThan(4096)
      expect(text.isWellFormed()).toBe(true)
      expect(buttons?.map((row) => row.length)).toEqual([3, 2, 2, 1])
    }
  })

  it('that were erased say so, and those for the township only are marked', () => {
    const erased: FeedbackEntry = { ...entry, words: null, status: 'erased', erased: true }
    const toTownship: FeedbackEntry = { ...entry, visibility: 'township' }
    const { text } = entriesScreen(view, { ...heading, list: listOf([erased, toTownship]), villageLabels })
    expect(text).toContain('11月3日 · 村民删掉了 · 🚨 很急 · 👍 3\n本人已删去原话')
    expect(text).toContain('🔒 只给镇里看')
    expect(text).not.toContain('代办')
  })

  it('that were filed for somebody say so, and what that person is to whoever did', () => {
    const list = listOf([{ ...entry, filedFor: 'elder' }])
    expect(entriesScreen(view, { ...heading, list, villageLabels }).text).toContain('🤝 代办（家里老人）')
  })
})

describe('quoted words', () => {
  it('are cut to the limit, in whole characters', () => {
    expect(quoteWords('👵'.repeat(20), 10)).toBe(`${'👵'.repeat(9)}…`)
    expect(quoteWords('  药\n\n品  ', 10)).toBe('药 品')
  })

  it('keep in sight what was searched for', () => {
    const text = `${'很长的一段话。'.repeat(40)}降压药断货${'还有别的事。'.repeat(40)}`
    const quoted = quoteWords(text, 60, '降压药')
    expect(quoted).toContain('降压药断货')
    expect(quoted).toMatch(/^….*…$/)
    expect([...quoted].length).toBeLessThanOrEqual(60)
    expect(quoteWords(text, 60, 'nowhere')).toMatch(/^很长/)
  })

  it('are masked before they are cut', () => {
    expect(quoteWords(`${'话'.repeat(30)}13800138000`, 38)).not.toMatch(/\d/)
  })
})
