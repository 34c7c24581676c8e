import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { hearServer } from '../../src/db/hear-changes.ts'
import { createRecordingMemory } from '../../src/recordings/recording-memory.ts'
import { createRegionMemory } from '../../src/regions/region-memory.ts'
import { engines, services } from '../support/databases.ts'
import { until } from '../support/until.ts'

const VILLAGE = '140822105201'
const COUNTY = '140822'

describe.each(engines)('what is held in memory, on $name', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await database.prisma.region.createMany({
      data: [
        { code: COUNTY, level: 'county', name: '万荣县' },
        { code: VILLAGE, level: 'village', name: '乌停村委会' },
      ],
    })
    await until(() => database.changes.isHearing(), { what: 'news of changes arrive' })
  })
  afterAll(() => database?.close())

  it('follows when a region is renamed, and asks for each only once until then', async () => {
    const { prisma, changes } = database
    const regions = createRegionMemory(prisma, changes)
    expect((await regions.describe(VILLAGE))?.name).toBe('乌停村')
    expect(await regions.describe('999999999999')).toBeNull()
    expect(await regions.describe(VILLAGE)).toBe(await regions.describe(VILLAGE))
    await prisma.region.update({ where: { code: VILLAGE }, data: { name: '新停村委会' } })
    await until(async () => (await regions.describe(VILLAGE))?.name === '新停村', { what: 'the new name' })
  })

  it('follows when a screen is read aloud for a region above, and when that is removed', async () => {
    const { prisma, changes } = database
    const recordings = createRecordingMemory(prisma, changes)
    const place = { villageCode: VILLAGE, screen: 'menu' }
    expect(await recordings.has(place)).toBe(false)
    await prisma.recording.create({
      data: {
        id: 'a8098c1a-f86e-41da-bd1a-00112444be1e',
        regionCode: COUNTY,
        screen: 'menu',
        fileId: 'f',
        durationSeconds: 3,
        recordedAt: new Date(),
      },
    })
    await until(() => recordings.has(place), { what: 'it can be heard' })
    await prisma.recording.deleteMany()
    await until(async () => !(await recordings.has(place)), { what: 'it is gone' })
  })
})

describe.skipIf(!services.postgres)('hearing of changes from a server', () => {
  const url = services.postgres ?? ''

  it('tells that anything may have changed whenever the connection was lost, and hears again', async () => {
    const changes = hearServer(url)
    const told: (string | null)[] = []
    changes.listen((table) => told.push(table))
    await until(() => changes.isHearing(), { what: 'it hears' })
    const before = told.length
    const other = new pg.Client({ connectionString: url })
    await other.connect()
    await other.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'xiangyin changes' AND datname = current_database()`,
    )
    await until(() => !changes.isHearing() || told.length > before, { what: 'it lost the connection' })
    await until(() => changes.isHearing(), { what: 'it hears again' })
    await other.query(`NOTIFY xiangyin_changed, 'region'`)
    await until(() => told.includes('region'), { what: 'the news' })
    expect(told.slice(before)).toContain(null)
    await other.end()
    await changes.close()
    expect(changes.isHearing()).toBe(false)
  })

  it('can be closed at once, and where there is no server', async () => {
    await hearServer(url).close()
    const nowhere = hearServer('postgres://postgres@127.0.0.1:1/none')
    await nowhere.close()
    expect(nowhere.isHearing()).toBe(false)
  })
})
