import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DraftState } from '../../../src/cards/draft-state.ts'
import { healthcare } from '../../../src/cards/healthcare.ts'
import { readBack } from '../../../src/feedback/proxy/read-back.ts'
import { loadTexts } from '../../../src/i18n/texts.ts'

const texts = loadTexts(join(import.meta.dirname, '../../../locales'), 'zh')
const words = (text: string) => ({ kind: 'words' as const, text, textMessageId: 1, parts: [] })
const read = (answers: DraftState['answers'], name: string | null = null) =>
  readBack(
    { texts, locale: 'zh' },
    {
      card: healthcare,
      state: { at: 'review', editing: false, answers },
      forWhom: { relationship: 'neighbour', name },
    },
    '乌停村（万荣县·高村镇）',
  )

describe('what is read back to somebody', () => {
  it('says every answer in words, and nothing of what was left out', () => {
    const text = read({
      about: { kind: 'choice', value: 'me' },
      aspects: { kind: 'several', values: ['medicines', 'doctors'] },
      satisfaction: { kind: 'choice', value: '2' },
      first_visit: { kind: 'skipped' },
      words: words('降压药常常断'),
    })
    expect(text.split('\n')).toEqual([
      '🏘 乌停村（万荣县·高村镇）',
      '🏥 看病吃药',
      '关于谁：🙋 我自己',
      expect.stringContaining('药品不全'),
      '满意吗：🙁 不满意',
      '您的话：“降压药常常断”',
      '给谁看：🙈 村干部看，不署名',
      '名字：🙈 不说',
    ])
    expect(text).not.toContain('没填')
  })

  it('has the words in full, but no number that tells who somebody is', () => {
    const long = '很'.repeat(4000)
    expect(read({ words: words(long) })).toContain(`“${long}”`)
    expect(read({ words: words('打13800138000找我') })).not.toContain('13800138000')
  })

  it('says who learns the name', () => {
    expect(read({}, '张大爷')).toContain('名字：张大爷，只有帮着填的人知道')
    const named = { visibility: { kind: 'choice' as const, value: 'committee_named' } }
    expect(read(named, '张大爷')).toContain('名字：张大爷，村干部看得到')
  })
})
