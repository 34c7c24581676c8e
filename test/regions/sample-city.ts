import { createReadStream } from 'node:fs'
import type { Database } from '../../src/db/database.ts'
import { type FindVillagesOptions, findVillages } from '../../src/regions/find-villages.ts'
import { importRegions } from '../../src/regions/import-regions.ts'

export const sampleFile = 'src/regions/sample/yuncheng.csv'

/** Opens a database with the sample city in it. */
export async function withSampleCity(open: () => Promise<Database>): Promise<Database> {
  const database = await open()
  const result = await importRegions({ db: database.prisma }, createReadStream(sampleFile))
  if (!result.ok) throw new Error(result.code)
  return database
}

/** Finds villages by what somebody typed; throws where that is refused. */
export async function mustFind({ prisma }: Database, text: string, options?: FindVillagesOptions) {
  const result = await findVillages(prisma, text, options)
  if (!result.ok) throw new Error(`${text}: ${result.code}`)
  return result
}

/** A file as a stream of bytes, cut into small pieces so that characters fall apart. */
export async function* bytes(content: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const all = typeof content === 'string' ? Buffer.from(content) : content
  for (let start = 0; start < all.length; start += size) yield all.subarray(start, start + size)
}
