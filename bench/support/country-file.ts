import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { seededRandom } from './seeded-random.ts'

export interface CountryFile {
  rows: number
  villages: number
}

const CITIES = 340
const SYLLABLES = [...'安宁平永和兴泰昌明阳山河清江城固原丰乐德化龙凤金石林泉武文广长吉顺义仁康']
const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
const SIDES = ['', '', '', '', '东', '西', '南', '北', '上', '下', '大', '小', '前', '后', '中', '新', '老']
const TAILS = [
  '村',
  '村',
  '庄',
  '家庄',
  '家沟',
  '家湾',
  '家坡',
  '家寨',
  '堡',
  '营',
  '店',
  '家河',
  '家岭',
  '坪',
  '新村',
]
/** Names that a country has thousands of. */
const COMMON = [
  '新村',
  '新庄',
  '和平',
  '前进',
  '红旗',
  '胜利',
  '团结',
  '建设',
  '东风',
  '光明',
  '张庄',
  '王庄',
  '李庄',
  '张村',
  '王村',
  '李村',
  '东村',
  '西村',
  '南村',
  '北村',
  '上庄',
  '北庄',
  '南庄',
  '北张',
  '高村',
  '桥头',
  '大桥',
  '龙泉',
  '双河',
  '石桥',
]

/**
 * Writes a file of a whole country: 340 cities, some 2,900 counties, 41,000 townships and so many villages, with codes
 * that nest and names that repeat as they do (thousands of 新村). The same arguments give the same file.
 */
export async function writeCountryFile(path: string, villages: number): Promise<CountryFile> {
  const random = seededRandom(1408)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const syllables = (count: number) => Array.from({ length: count }, () => pick(SYLLABLES)).join('')
  const out = createWriteStream(path)
  const file: CountryFile = { rows: 0, villages: 0 }
  const lines: string[] = ['code,name']
  const add = async (code: string, name: string) => {
    lines.push(`${code},${name}`)
    file.rows += 1
    if (lines.length < 10_000) return
    if (!out.write(`${lines.splice(0).join('\n')}\n`)) await once(out, 'drain')
  }

  for (let c = 0; c < CITIES; c++) {
    const city = `${11 + Math.floor(c / 11)}${String((c % 11) + 1).padStart(2, '0')}`
    await add(city, `${syllables(2)}市`)
    const hasCounties = c % 85 !== 84
    const counties = hasCounties ? between(5, 12) : 1
    for (let k = 0; k < counties; k++) {
      const county = hasCounties ? `${city}${String(k < 3 ? k + 2 : k + 18).padStart(2, '0')}` : `${city}00`
      if (hasCounties) await add(county, syllables(2) + (k < 3 ? '区' : '县'))
      const townships = between(8, 20)
      for (let t = 0; t < townships; t++) {
        const township = `${county}${String(t < 4 ? t + 1 : t + 96).padStart(3, '0')}`
        await add(township, syllables(2) + (t < 4 ? '街道' : pick(['镇', '镇', '乡'])))
        const left = (CITIES - c - 1) * 8.5 * 14 + (counties - k - 1) * 14 + (townships - t)
        const count = Math.min(900, Math.round(((villages - file.villages) / left) * (0.5 + random())))
        for (let v = 0; v < count && file.villages < villages; v++) {
          const committee = t < 4
          const name = committee
            ? `${syllables(2)}社区居委会`
            : random() < 0.12
              ? `${pick(COMMON)}村委会`
              : `${pick(SIDES)}${pick(SURNAMES)}${pick(TAILS)}${pick(['村委会', '村委会', '村民委员会'])}`
          await add(`${township}${String(v + (committee ? 1 : 200)).padStart(3, '0')}`, name)
          file.villages += 1
        }
      }
    }
  }
  out.end(lines.length > 0 ? `${lines.join('\n')}\n` : '')
  await finished(out)
  return file
}
