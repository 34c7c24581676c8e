import { readByLook } from './read-by-look.ts'
import { readBySound } from './read-by-sound.ts'
import { readInWords } from './read-in-words.ts'
import { isDigit, type Sign } from './signs.ts'

const TIMES = new Map(
  [...'二两三四五六23456'].map((each) => [each, '22345623456'['二两三四五六23456'.indexOf(each)]]),
)
/** What people say between the parts of a number. */
const BETWEEN = [
  '然后是',
  '然后',
  '后面是',
  '后面',
  '接着是',
  '接着',
  '中间是',
  '中间',
  '再是',
  '再',
  '空格',
  '横杠',
  '横线',
  '短横',
  '点',
]
const LONGEST_BETWEEN = 6

/**
 * The signs once more, as somebody reads them who looks for a number in them: by sound (要散巴 for 138), in pinyin or English,
 * "三个8" for 888, by look (B for 8), and over words like 然后. Null where there is nothing of it, which is so for nearly every
 * text. What is only found in this reading is a number all the same: nothing else has its length and its beginning.
 */
export function readLoosely(signs: readonly Sign[]): Sign[] | null {
  const readings = [readBySound, readInWords, readSeveralOfOne, readByLook, readOverWords]
  const loose = readings.reduce<readonly Sign[]>((read, reading) => reading(read), signs)
  return loose === signs ? null : [...loose]
}

/** 138三个0: the digit so many times, in the place of all three signs. */
function readSeveralOfOne(signs: readonly Sign[]): readonly Sign[] {
  const at = signs.findIndex((_, i) => isSeveral(signs, i))
  if (at < 0) return signs
  const read: Sign[] = []
  for (let i = 0; i < signs.length; i++) {
    const [sign, , digit] = signs.slice(i, i + 3) as [Sign, Sign, Sign]
    if (!isSeveral(signs, i)) read.push(sign)
    else {
      const times = Number(TIMES.get(sign.shown))
      read.push(...Array.from({ length: times }, () => ({ ...digit, start: sign.start })))
      i += 2
    }
  }
  return read
}

const isSeveral = (signs: readonly Sign[], at: number) =>
  signs[at + 1]?.shown === '个' && isDigit(signs[at + 2]) && TIMES.has(signs[at]?.shown ?? '')

/** A word between two digits is as good as a space. */
function readOverWords(signs: readonly Sign[]): readonly Sign[] {
  let read: Sign[] | null = null
  for (let at = 1; at < signs.length; at++) {
    if (!isDigit(beside(signs, at, -1))) continue
    const shown = signs
      .slice(at, at + LONGEST_BETWEEN)
      .map((sign) => sign.shown)
      .join('')
    const word = BETWEEN.find((each) => shown.startsWith(each))
    if (!word || !isDigit(beside(signs, at + word.length - 1, 1))) continue
    read ??= [...signs]
    for (let i = at; i < at + word.length; i++)
      read[i] = { ...(signs[i] as Sign), shown: word === '点' ? '.' : ' ' }
    at += word.length
  }
  return read ?? signs
}

/** The next sign that is no space. */
function beside(signs: readonly Sign[], at: number, step: 1 | -1): Sign | undefined {
  const next = signs[at + step]
  return next?.shown === ' ' ? signs[at + 2 * step] : next
}
