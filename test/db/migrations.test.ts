import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { describe, expect, it } from 'vitest'
import { diffSchema } from '../../src/db/diff-schema.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import { createPostgresDatabase, services, withFolder } from '../support/databases.ts'

describe('migrations', () => {
  it('lead exactly to the Prisma schema', async () => {
    const pglite = await PGlite.create()
    expect(await diffSchema(new PrismaPGlite(pglite))).toBe('')
    await pglite.close()
  })

  it.skipIf(!services.postgres)(
    'are applied once when three processes start at the same moment',
    async () => {
      const { url, drop } = await createPostgresDatabase()
      const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ url })))
      const [first] = opened
      if (!first?.ok) throw new Error('not opened')
      const rows = await first.database.prisma.$queryRaw<
        { n: bigint }[]
      >`SELECT count(*) AS n FROM _prisma_migrations GROUP BY migration_name`
      expect(new Set(rows.map((row) => row.n))).toEqual(new Set([1n]))
      for (const each of opened) if (each.ok) await each.database.close()
      await drop()
    },
  )

  it('keep the embedded data over a restart and refuse a second owner by name', async () => {
    await withFolder(async (folder) => {
      const first = await openDatabase({ folder })
      if (!first.ok) throw new Error(first.code)
      await first.database.prisma.region.create({ data: { code: '1408', level: 'city', name: '运城市' } })
      const second = await openDatabase({ folder })
      expect(second).toMatchObject({ ok: false, code: 'folder_in_use' })
      if (!second.ok) expect(second.holder).toContain(`process ${process.pid}`)
      await first.database.close()
      const again = await openDatabase({ folder })
      if (!again.ok) throw new Error(again.code)
      expect(await again.database.prisma.region.count()).toBe(1)
      await again.database.close()
    })
  })
})
