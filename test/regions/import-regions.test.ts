import { createReadStream, readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import type { ProblemKind } from '../../src/regions/import-problem.ts'
import { importRegions } from '../../src/regions/import-regions.ts'
import { engines } from '../support/databases.ts'
import { bytes, sampleFile } from './sample-city.ts'

const header = 'code,name\n'
const good = '1408,运城市\n140822,万荣县\n140822105,高村镇\n140822105201,乌停村委会\n'

describe.each(engines)('the import of regions on $name', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(() => database.prisma.$executeRaw`TRUNCATE region, person CASCADE`)
  afterAll(() => database.close())

  const load = (content: string | Uint8Array) => importRegions({ db: database.prisma }, bytes(content))
  const stored = () => database.prisma.region.findMany({ orderBy: { code: 'asc' } })
  const problemsOf = async (content: string) => {
    const result = await load(content)
    if (result.ok || result.code !== 'bad_rows') throw new Error(JSON.stringify(result))
    return { ...result, of: (kind: ProblemKind) => result.problems.get(kind)?.first }
  }

  it('takes in the sample city, parents and all', async () => {
    const result = await importRegions({ db: database.prisma }, createReadStream(sampleFile))
    expect(result).toEqual({ ok: true, rows: 2570, added: 2570, renamed: 0, unchanged: 0 })
    const rows = await stored()
    const lines = readFileSync(sampleFile, 'utf8').trim().split('\n').slice(1)
    expect(rows.map(({ code, name }) => `${code},${name}`)).toEqual(lines.sort())
    expect(rows.filter(({ parentCode }) => parentCode === null).map(({ code }) => code)).toEqual(['1408'])
    expect(rows.find(({ code }) => code === '140822105201')).toMatchObject({
      level: 'village',
      parentCode: '140822105',
    })
  })

  it('may be repeated: names are updated, new regions added, nothing is lost', async () => {
    await load(header + good)
    expect(await load(header + good)).toMatchObject({ ok: true, added: 0, renamed: 0, unchanged: 4 })
    const person = {
      id: crypto.randomUUID(),
      telegramId: 1n,
      homeVillageCode: '140822105201',
      createdAt: new Date(0),
    }
    await database.prisma.person.create({ data: person })
    expect(
      await load(`${header}140822105201,乌亭村委会\n140822105,高村镇\n140822105202,北甲村委会\n`),
    ).toEqual({ ok: true, rows: 3, added: 1, renamed: 1, unchanged: 1 })
    expect((await stored()).map(({ name }) => name)).toEqual([
      '运城市',
      '万荣县',
      '高村镇',
      '乌亭村委会',
      '北甲村委会',
    ])
    expect(await database.prisma.person.findUnique({ where: { id: person.id } })).toMatchObject(person)
  })

  it('takes a BOM, CRLF, quotes, blank lines, spaces around cells and any order of rows', async () => {
    const rows = good.trim().split('\n').reverse().join('\r\n\r\n')
    const content = `\uFEFFCode, Name\r\n"140822105202","北甲,村委会"\r\n${rows.replace(',', ' ,　')}`
    expect(await load(content)).toMatchObject({ ok: true, added: 5 })
    expect((await stored()).map(({ name }) => name)).toContain('北甲,村委会')
  })

  it('hangs townships of a city without counties below the city, and villages below them', async () => {
    await load(`${header}441900003001,岗贝社区居委会\n441900003,东城街道\n4419,东莞市\n`)
    expect((await stored()).map(({ code, parentCode }) => [code, parentCode])).toEqual([
      ['4419', null],
      ['441900003', '4419'],
      ['441900003001', '441900003'],
    ])
  })

  it('finds parents in the database and takes grids', async () => {
    await load(header + good)
    expect(await load(`${header}140822105201001,第一网格\n`)).toMatchObject({ ok: true, added: 1 })
  })

  it.each([
    ['14,x', 'code', '"14" has 2 digits instead of 4, 6, 9, 12, 15'],
    ['１４０８２３,x', 'code', '"１４０８２３" is not made of the digits 0 to 9'],
    ['14O823,x', 'code', '"14O823" is not made of the digits 0 to 9'],
    [',x', 'code', 'the code is empty'],
    ['140823,', 'name', '140823 has an empty name'],
    ['140823,　', 'name', '140823 has an empty name'],
    ['140823,"a\nb"', 'name', '140823 has a line break or another control character in its name'],
    ['140823,a\0b', 'name', '140823 has a line break or another control character in its name'],
    [`140823,${'长'.repeat(101)}`, 'name', '140823 has a name of 101 characters, more than 100'],
    ['140822,万荣县', 'duplicate', '140822 is on line 3 too'],
    ['140823,a,b', 'columns', '3 columns instead of 2'],
    ['140823', 'columns', '1 columns instead of 2'],
    ['150101,x', 'parent', '150101: 1501 is neither in the file nor in the database'],
    ['441900003,x', 'parent', '441900003: 441900 or 4419 is neither in the file nor in the database'],
    ['140823,"x', 'unreadable', 'a quotation mark is opened and not closed'],
  ] as [string, ProblemKind, string][])(
    'refuses all of a file with the row %j',
    async (row, kind, detail) => {
      const { count, of } = await problemsOf(`${header}${good}${row}\n`)
      expect(count).toBe(1)
      expect(of(kind)).toEqual([{ line: 6, detail }])
      expect(await stored()).toEqual([])
    },
  )

  it('names rows by their lines also after blank lines and line breaks within quotes', async () => {
    const { of } = await problemsOf(`${header}\n1408,"a\nb"\r\n\n14,x\n`)
    expect(of('name')?.[0]?.line).toBe(3)
    expect(of('code')?.[0]?.line).toBe(6)
    const windows = await problemsOf('code,name\r\n\r\n1408,"a\r\nb"\r\n\r\n14,x\r\n')
    expect([windows.of('name')?.[0]?.line, windows.of('code')?.[0]?.line]).toEqual([3, 6])
  })

  it('keeps names of exactly 100 characters, also beyond the basic plane', async () => {
    const name = '𠮷'.repeat(100)
    expect(await load(`${header}1408,${name}\n`)).toMatchObject({ ok: true })
    expect((await stored())[0]?.name).toBe(name)
  })

  it('counts all bad rows, keeps the first 50 of each kind, and does not blame children of a bad name', async () => {
    const many = Array.from({ length: 70 }, (_, i) => `15${String(i).padStart(4, '0')},x`).join('\n')
    const { problems, count } = await problemsOf(`${header}1408,\n140822,万荣县\n${many}\n`)
    expect(count).toBe(71)
    expect(problems.get('parent')?.count).toBe(70)
    expect(problems.get('parent')?.first.map(({ line }) => line)).toEqual(
      Array.from({ length: 50 }, (_, i) => i + 4),
    )
  })

  it('changes nothing when the database fails in the middle', async () => {
    await load(header + good)
    await database.prisma.$executeRaw`ALTER TABLE region ADD CONSTRAINT no_x CHECK (name <> 'x')`
    const grids = Array.from({ length: 3000 }, (_, i) => `140822105${201000 + i},网格`).join('\n')
    const villages = '140822105201,改名村委会\n140822105202,新村委会\n140822105203,新庄村委会\n'
    const content = `${header}${villages}${grids.replace(/网格$/, 'x')}\n`
    await expect(load(content)).rejects.toThrow()
    await database.prisma.$executeRaw`ALTER TABLE region DROP CONSTRAINT no_x`
    expect((await stored()).map(({ name }) => name)).toEqual(['运城市', '万荣县', '高村镇', '乌停村委会'])
  })

  it('refuses another encoding and says which it looks like', async () => {
    const gb18030 = Buffer.from('636f64652c6e616d650a313430382cd4cbb3c7cad00a', 'hex')
    expect(await load(gb18030)).toEqual({ ok: false, code: 'not_utf8', looksLike: 'GB18030' })
    const utf16 = Buffer.from(`\uFEFF${header}${good}`, 'utf16le')
    expect(await load(utf16)).toEqual({ ok: false, code: 'not_utf8', looksLike: 'UTF-16' })
    const broken = Buffer.concat([Buffer.from(header + good), Buffer.from([0xe4, 0xb8])])
    expect(await load(broken)).toMatchObject({ ok: false, code: 'not_utf8' })
    expect(await stored()).toEqual([])
  })

  it('refuses a file without rows and one without the header', async () => {
    expect(await load('')).toEqual({ ok: false, code: 'empty' })
    expect(await load(header)).toEqual({ ok: false, code: 'empty' })
    expect(await load(good)).toEqual({ ok: false, code: 'wrong_header', found: '1408,运城市' })
    expect(await load(`code,name,parent\n${good}`)).toMatchObject({ ok: false, code: 'wrong_header' })
  })

  it('lets two imports at once take turns', async () => {
    const results = await Promise.all([load(header + good), load(header + good)])
    expect(results.map((result) => result.ok && result.added).sort()).toEqual([0, 4])
  })
})
