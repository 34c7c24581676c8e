import { readFileSync } from 'node:fs'

const BITS = [
  '村卫生室的降压药常常断，',
  '孩子上学要走五里路。',
  '\n\n　　',
  '  ',
  '\u200b\u200d',
  '👵🏻🙏',
  '👨‍👩‍👧',
  '尊敬的领导：您好！',
  '2026年11月16日，共3.5万元，',
  '\t请问什么时候能解决？？？',
  'e\u0301 — “引号”《书名》',
  '①②③ ＡＢＣ１２３ ',
  '谢谢！！！\n',
]

/**
 * What residents write: the messages of the file that REAL_TEXT names (one JSON object a line, with `text`), else as many
 * texts of the same shape, which are long, rambling and full of odd white space.
 */
export function ramblingTexts(): string[] {
  const file = process.env.REAL_TEXT
  if (file)
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { text: string }).text)
  let state = 20_261_122
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return Array.from({ length: 438 }, (_, i) => {
    const bits = Array.from({ length: 2 + below(i % 40 === 0 ? 400 : 25) }, () => BITS[below(BITS.length)])
    return `第${i}件事：${bits.join('')}。`
  })
}
