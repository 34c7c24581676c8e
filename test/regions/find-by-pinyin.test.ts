import { pinyin } from 'pinyin-pro'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { type FindVillagesOptions, findVillages } from '../../src/regions/find-villages.ts'
import { importRegions } from '../../src/regions/import-regions.ts'
import { pinyinKeys } from '../../src/regions/pinyin-keys.ts'
import { shortRegionName } from '../../src/regions/short-region-name.ts'
import { engines } from '../support/databases.ts'
import { bytes, mustFind, withSampleCity } from './sample-city.ts'

const wuting = '140822105201'

describe.each(engines)('finding villages by pinyin on $name', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await withSampleCity(open)
  })
  afterAll(() => database.close())

  const find = (text: string, options?: FindVillagesOptions) => findVillages(database.prisma, text, options)
  const found = (text: string, options?: FindVillagesOptions) => mustFind(database, text, options)

  it.each([
    'wuting',
    'wu ting',
    'Wuting',
    'WUTING CUN',
    'wutingcun',
    'wūtíng cūn',
    'wūtíngcūn',
    'wu1ting2',
    'wu1 ting2 cun1',
    "wu'ting",
    'ｗｕｔｉｎｇ',
    'wuting cunweihui',
    'wutingcunminweiyuanhui',
    'gaocun wuting',
    'gaocunzhen wuting',
    'gaocunwutingcun',
    'wanrong wuting',
    'wanrongxian gaocunzhen wutingcun',
    'shanxi yuncheng wanrong gaocun wuting',
    'wanrong wtc',
  ])('%j names 乌停村', async (text) => {
    const { villages } = await found(text)
    expect(villages[0]?.code).toBe(wuting)
  })

  it.each(['', 'wt', 'cun', 'cunweihui', 'shequ', 'a', 'xi'])(
    '%j is too little to look for',
    async (text) => {
      expect(await find(text)).toEqual({ ok: false, code: 'too_short' })
    },
  )

  it.each(['zzzz', 'wutin', 'wut', 'qqqcun', 'hello world', 'wuting hello'])(
    '%j finds nothing',
    async (text) => {
      expect(await find(text)).toEqual({ ok: false, code: 'not_found' })
    },
  )

  it.each([
    ['wanrongxian', '140822'],
    ['gāocūn zhèn', '140822105'],
    ['yuncheng', '1408'],
  ])('%j is a larger region, or a village of that name', async (text, code) => {
    const result = await find(text)
    if (result.ok) expect(result.villages.length).toBeGreaterThan(0)
    else
      expect(result).toMatchObject({
        code: 'not_a_village',
        regions: expect.arrayContaining([expect.objectContaining({ code })]),
      })
  })

  it('finds by the initials, namesakes and others alike, and narrows them', async () => {
    const { villages } = await found('wtc', { limit: 100 })
    expect(villages.map(({ code }) => code)).toContain(wuting)
    const all = await found('bzc', { limit: 5000 })
    for (const { name } of all.villages)
      expect(pinyinKeys(name, 'village').some((key) => key.startsWith('bzc'))).toBe(true)
    expect(all.villages.filter(({ name }) => name === '北张村')).toHaveLength(6)
    const first = await found('bzc')
    const counts = first.narrowing?.places.map(({ count }) => count) ?? []
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(all.total)
    const [place] = first.narrowing?.places ?? []
    expect((await found('bzc', { within: place?.code })).total).toBe(place?.count)
  })

  it('finds the six namesakes of 北张村, and only places that read the same', async () => {
    const { villages } = await found('beizhang', { limit: 5000 })
    expect(villages.filter(({ name }) => name === '北张村')).toHaveLength(6)
    for (const { name } of villages) expect(pinyinKeys(name, 'village')).toContain('beizhang')
  })

  it('reads ü as u, v and yu', async () => {
    const names = await Promise.all(
      ['lüzhuang', 'lvzhuang', 'luzhuang', 'lyuzhuang'].map(
        async (text) => (await found(text, { limit: 5000 })).villages,
      ),
    )
    for (const each of names) expect(each.some(({ name }) => name.startsWith('吕庄'))).toBe(true)
    expect(new Set(names.map((each) => each.length)).size).toBe(1)
  })

  it.each([
    ['解', ['jie', 'xie']],
    ['单', ['dan', 'shan', 'chan']],
    ['长', ['chang', 'zhang']],
    ['尉', ['wei', 'yu']],
  ])('knows every reading of %s', (character, readings) => {
    for (const reading of readings)
      expect(pinyinKeys(`${character}庄村委会`, 'village')).toContain(`${reading}zhuang`)
  })

  it('finds every village of the sample by its own pinyin', async () => {
    const rows = await database.prisma.region.findMany({ where: { level: 'village' } })
    const missed = rows.filter(({ name, pinyin: keys }) => {
      const short = shortRegionName(name).replace(/[^\p{Script=Han}a-z]/giu, '')
      const own = pinyin(short, { toneType: 'none', type: 'array' })
        .join('')
        .toLowerCase()
        .replaceAll('ü', 'u')
      return [...short].length > 1 && [...short].length <= 8 && !keys.includes(own)
    })
    expect(missed.map(({ name }) => name)).toEqual([])
    for (const { code, name } of rows.filter((_, i) => i % 60 === 0)) {
      const typed = pinyin(shortRegionName(name), { type: 'string' })
      const { villages } = await found(typed, { limit: 5000 })
      expect(villages.map((each) => each.code)).toContain(code)
    }
  })

  it('fills in what was imported before there was pinyin, and says that nothing is new', async () => {
    const { prisma } = database
    await prisma.$executeRaw`UPDATE region SET pinyin = NULL WHERE code = ${wuting}`
    expect(await find('gaocun wuting')).toMatchObject({ ok: false })
    const file = 'code,name\n140822105201,乌停村委会\n'
    expect(await importRegions({ db: prisma }, bytes(file))).toEqual({
      ok: true,
      rows: 1,
      added: 0,
      renamed: 0,
      unchanged: 1,
    })
    expect((await found('gaocun wuting')).villages[0]?.code).toBe(wuting)
  })
})
