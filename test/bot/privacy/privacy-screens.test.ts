import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  privacyEraseConfirmation,
  privacyErased,
  privacyOverview,
} from '../../../src/bot/privacy/privacy-screens.ts'
import { loadTexts } from '../../../src/i18n/texts.ts'
import type { KeptData } from '../../../src/privacy/describe-kept-data.ts'

const texts = loadTexts(join(import.meta.dirname, '../../../locales'), 'zh')
const zh = { texts, locale: 'zh' }
const en = { texts, locale: 'en' }
const kept: KeptData = {
  cards: 3,
  drafts: 1,
  waiting: 0,
  attachments: 2,
  villageCodes: ['140822105201'],
  locale: null,
  consentedAt: new Date('2026-11-01T18:00:00Z'),
}
const overview = (changes: Partial<KeptData>, villages: string[], view = zh) =>
  privacyOverview(view, { kept: { ...kept, ...changes }, villages, timeZone: 'Asia/Shanghai' })

describe('the screens of /privacy', () => {
  it('say what is kept, for how long, who sees it and that the servers are abroad', () => {
    const { text, buttons } = overview({}, ['乌停村（万荣县·高村镇）'])
    expect(text.split('\n')).toEqual([
      '您在这里留着：3 张意见卡、1 张没填完的、2 份照片、语音或位置。',
      '村子：乌停村（万荣县·高村镇）',
      '您是 2026年11月2日同意的。',
      '',
      '只有办事的人和管理员看得到，您不说，名字就不露。留两年，随时能删。服务器在境外。',
    ])
    expect(buttons?.flat().map((button) => 'data' in button && button.data)).toEqual(['p:export', 'p:erase'])
  })

  it('offer nothing to erase where nothing is kept', () => {
    const nothing = privacyOverview(zh, { kept: null, villages: [], timeZone: 'Asia/Shanghai' })
    expect(nothing).toEqual({ text: '您在这里什么也没留下。' })
  })

  it('ask once more, and are honest about what a channel still shows', () => {
    const asked = privacyEraseConfirmation(zh).buttons?.flat()
    expect(asked?.map((button) => 'data' in button && button.data)).toEqual(['p:erase-yes', 'p:back'])
    expect(privacyErased(zh, { quotedIn: 0 }).text).not.toContain('频道')
    expect(privacyErased(zh, { quotedIn: 2 }).text).toContain('频道')
  })

  it('have at most 120 characters in Chinese, and are there in English', () => {
    const all = (view: typeof zh) => [
      overview({}, ['乌停村（万荣县·高村镇）'], view),
      overview({ drafts: 0, attachments: 0, consentedAt: null }, [], view),
      privacyEraseConfirmation(view),
      privacyErased(view, { quotedIn: 1 }),
    ]
    for (const { text } of all(zh))
      expect(text.match(/\p{Script=Han}/gu)?.length ?? 0).toBeLessThanOrEqual(120)
    for (const { text } of all(en)) expect(text).toMatch(/[a-z]{3}/)
    expect(overview({}, ['甲村', '乙村', '丙村', '丁村']).text).toContain('村子：甲村、乙村、丙村等 4 个')
  })
})
