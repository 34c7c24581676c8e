import { changedRuns } from './changed-runs.ts'
import { isDigit, type Sign } from './signs.ts'

/** Characters that are read out like a digit, whatever the tone; 幺 and 要 are how 1 is called on the telephone. */
const SOUNDS: readonly string[] = [
  '零灵铃令另领玲凌龄洞',
  '一衣医依伊易意义亿以已要妖腰邀药耀幺',
  '二儿而耳尔饵两',
  '三散伞叁',
  '四死似思司丝私寺肆',
  '五无吴武舞务物误悟乌屋雾勿伍',
  '六流刘留牛溜柳陆',
  '七起气期妻齐骑奇旗器漆柒拐',
  '八巴爸把吧罢霸扒捌叭',
  '九久酒就旧救舅揪玖勾',
]
const SOUND_OF = new Map(
  SOUNDS.flatMap((all, digit) => [...all].map((each) => [each, String(digit)] as const)),
)
/** In ordinary words so many of them never stand in a row. */
const FEWEST_IN_A_ROW = 7

/** The signs with what sounds like a digit as one, where many stand together; the same array where none do. */
export function readBySound(signs: readonly Sign[]): readonly Sign[] {
  const isSound = (sign: Sign) => !isDigit(sign) && SOUND_OF.has(sign.shown)
  return changedRuns(
    signs,
    {
      fits: (sign) => isDigit(sign) || isSound(sign) || /^[\s()+-]$/.test(sign.shown),
      fewest: FEWEST_IN_A_ROW,
    },
    (run) => {
      const heard = run.filter((sign) => isDigit(sign) || isSound(sign)).length
      if (heard < FEWEST_IN_A_ROW || !run.some(isSound)) return null
      return run.map((sign) =>
        isSound(sign) ? { ...sign, digit: SOUND_OF.get(sign.shown) ?? '', script: 'sound' } : sign,
      )
    },
  )
}
