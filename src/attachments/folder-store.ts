import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { checkKey } from './check-key.ts'
import type { AttachmentStore } from './store.ts'

/**
 * Keeps attachments as files of a folder, in subfolders by the first two characters of their keys. A file is written
 * beside its place and then moved there, so that after a crash it is whole or not there.
 */
export function createFolderStore(folder: string): AttachmentStore {
  const shelfOf = (key: string) => join(folder, checkKey(key).slice(0, 2))
  return {
    put: async (key, bytes) => {
      const shelf = shelfOf(key)
      await mkdir(shelf, { recursive: true })
      const unfinished = join(shelf, `${key}.${randomUUID()}`)
      const file = await open(unfinished, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(unfinished, join(shelf, key))
    },
    get: async (key) => await orNull(readFile(join(shelfOf(key), key))),
    delete: async (key) => {
      const shelf = shelfOf(key)
      const names = (await orNull(readdir(shelf))) ?? []
      // also what a crash left unfinished
      const theirs = names.filter((name) => name === key || name.startsWith(`${key}.`))
      for (const name of theirs) await rm(join(shelf, name), { force: true })
    },
  }
}

async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
