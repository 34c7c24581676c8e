import { expect, it } from 'vitest'
import { publicWords } from '../../src/masking/public-words.ts'
import { shownCount } from '../../src/messages/shown-count.ts'

it('another resident reads no signature, no number, and at most so many characters', () => {
  const words = '我是王秀兰，降压药常断，打13800138000找我，王秀兰谢谢'
  expect(publicWords(words, 60, { signedName: '秀兰 王' })).toBe('我是＊，降压药常断，打●●●●找我，＊谢谢')
  expect([...publicWords('药'.repeat(100), 60, { signedName: null })]).toHaveLength(60)
  expect(publicWords('王药断了', 60, { signedName: '王' })).toBe('王药断了')
})

it('residents see a number from five people on, and that there are some below', () => {
  expect([0, 1, 4, 5, 12].map(shownCount)).toEqual([
    { kind: 'none' },
    { kind: 'some' },
    { kind: 'some' },
    { kind: 'exact', n: 5 },
    { kind: 'exact', n: 12 },
  ])
})
