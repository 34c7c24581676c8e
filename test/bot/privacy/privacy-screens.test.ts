import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  privacyEraseConfirmation,
  privacyErased,
  privacyLooks,
  privacyMore,
  privacyOverview,
  privacyWithdrawConfirmation,
} from '../../../src/bot/privacy/privacy-screens.ts'
import { loadTexts } from '../../../src/i18n/texts.ts'
import type { OutgoingMessage } from '../../../src/lib/outgoing-message.ts'
import type { KeptData } from '../../../src/privacy/describe-kept-data.ts'

const texts = loadTexts(join(import.meta.dirname, '../../../locales'), 'zh')
const zh = { texts, locale: 'zh' }
const en = { texts, locale: 'en' }
const kept: KeptData = {
  cards: 3,
  drafts: 1,
  waiting: 0,
  attachments: 2,
  endorsements: 4,
  villageCodes: ['140822105201'],
  followed: [],
  digests: 0,
  looks: 0,
  queries: 0,
  committeeWork: 0,
  locale: null,
  consentedAt: new Date('2026-11-01T18:00:00Z'),
  consentWithdrawnAt: null,
  guardianConsentedAt: null,
  muted: false,
}
const everything: KeptData = {
  ...kept,
  followed: ['甲', '乙', '丙', '丁'].map((villageCode) => ({ villageCode, digestWanted: true })),
  digests: 12,
  looks: 31,
  queries: 5,
  committeeWork: 120,
  locale: 'zh',
  guardianConsentedAt: new Date('2026-11-20T02:00:00Z'),
  muted: true,
}
const more = (view = zh, data = everything) =>
  privacyMore(view, { kept: data, nameOf: (code) => `${code}村`, timeZone: 'Asia/Shanghai' })
const looks = (view = zh, page = 1) =>
  privacyLooks(view, {
    lines: [
      { at: new Date('2026-11-20T02:00:00Z'), office: '乌停村委会', place: 'case', alias: 'A17 🏥' },
      { at: new Date('2026-11-19T02:00:00Z'), office: null, place: 'query', alias: 'B02 👵' },
    ],
    page,
    pages: 3,
    timeZone: 'Asia/Shanghai',
  })
const overview = (changes: Partial<KeptData>, villages: string[], view = zh) =>
  privacyOverview(view, { kept: { ...kept, ...changes }, villages, timeZone: 'Asia/Shanghai' })

const dataOf = (buttons: OutgoingMessage['buttons']) =>
  buttons?.flat().map((button) => 'data' in button && button.data)

describe('the screens of /privacy', () => {
  it('say what is kept, for how long, who sees it and that the servers are abroad', () => {
    const { text, buttons } = overview({}, ['乌停村（万荣县·高村镇）'])
    expect(text.split('\n')).toEqual([
      '您在这里留着：3 张意见卡、1 张没填完的、2 份照片、语音或位置、4 次“我也是”。',
      '村子：乌停村（万荣县·高村镇）',
      '您是 2026年11月2日同意的。',
      '',
      '只有办事的人和管理员看得到，您不说，名字就不露。留两年，随时能删。服务器在国外。',
    ])
    expect(dataOf(buttons)).toEqual(['p:looks:0', 'p:more', 'p:export', 'p:withdraw', 'p:erase', 'menu'])
  })

  it('say when the consent was taken back, and offer that no second time', () => {
    const consentWithdrawnAt = new Date('2026-11-21T02:00:00Z')
    const { text, buttons } = overview({ consentedAt: null, consentWithdrawnAt }, [])
    expect(text).toContain('您 2026年11月21日收回了同意。')
    expect(dataOf(buttons)).not.toContain('p:withdraw')
  })

  it('tell what else there is, a line each', () => {
    expect(more().text.split('\n')).toEqual([
      '📋 另外还留着：',
      '💬 您在 Telegram 里的编号，好给您回话',
      '👀 关注的村子：甲村 🔔、乙村 🔔、丙村 🔔等 4 个',
      '📰 发给您的村里周报：12 份',
      '🪪 名字被看过：31 次',
      '🔎 您查过的：5 个',
      '🗂 您在村委会这边办事的记录：120 条',
      '🌐 语言：中文',
      '🔕 消息：您说了不要发',
      '👧 您是 2026年11月20日以监护人的身份同意的',
    ])
  })

  it('tell who looked at a name by office and day, never by person, a page at a time', () => {
    const { text, buttons } = looks()
    expect(text).toBe(
      '👀 谁看过您的名字，听过您的语音\n\n11月20日 乌停村委会 看了 A17 🏥\n11月19日 管理员 查到了 B02 👵',
    )
    expect(dataOf(buttons)).toEqual(['p:looks:0', 'p:looks:2', 'p:back'])
    const none = privacyLooks(zh, { lines: [], page: 0, pages: 1, timeZone: 'Asia/Shanghai' })
    expect(none.text).toContain('还没有人看过您的名字')
    expect(dataOf(none.buttons)).toEqual(['p:back'])
  })

  it('say what taking the consent back means, with erasing as the other choice', () => {
    const { text, buttons } = privacyWithdrawConfirmation(zh)
    expect(text).toMatch(/不再收您的话，也不再给您发消息.*不带名字/)
    expect(dataOf(buttons)).toEqual(['p:withdraw-yes', 'p:erase', 'p:back'])
  })

  it('offer nothing to erase where nothing is kept', () => {
    const nothing = privacyOverview(zh, { kept: null, villages: [], timeZone: 'Asia/Shanghai' })
    expect(nothing.text).toBe('您在这里什么也没留下。')
    expect(dataOf(nothing.buttons)).toEqual(['menu'])
  })

  it('ask once more, and are honest about what a channel still shows', () => {
    const asked = privacyEraseConfirmation(zh).buttons?.flat()
    expect(asked?.map((button) => 'data' in button && button.data)).toEqual(['p:erase-yes', 'p:back'])
    expect(privacyErased(zh, { posted: 0, unknownDigests: 0 }).text).not.toMatch(/改掉|周报/)
    expect(privacyErased(zh, { posted: 2, unknownDigests: 0 }).text).toMatch(/改掉.*删不了.*管不到/)
    expect(privacyErased(zh, { posted: 0, unknownDigests: 1 }).text).toContain('有 1 份周报，不知道')
  })

  it('have at most 120 characters in Chinese, and are there in English', () => {
    const all = (view: typeof zh) => [
      overview({}, ['乌停村（万荣县·高村镇）'], view),
      overview({ drafts: 0, attachments: 0, consentedAt: null }, [], view),
      privacyEraseConfirmation(view),
      privacyErased(view, { posted: 1, unknownDigests: 1 }),
      privacyWithdrawConfirmation(view),
      more(view),
      looks(view),
    ]
    for (const { text } of all(zh))
      expect(text.match(/\p{Script=Han}/gu)?.length ?? 0).toBeLessThanOrEqual(120)
    for (const { text } of all(en)) expect(text).toMatch(/[a-z]{3}/)
    expect(overview({}, ['甲村', '乙村', '丙村', '丁村']).text).toContain('村子：甲村、乙村、丙村等 4 个')
  })
})
