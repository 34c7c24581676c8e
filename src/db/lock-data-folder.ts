import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export type FolderLock = { ok: true; release: () => void } | { ok: false; holder: string }

/**
 * Holds a folder for this process alone. SQLite's exclusive lock is one of the operating system's, so that it is gone
 * when the process is, however it died; the file beside it says who holds it. Refuses with that text.
 */
export function lockDataFolder(folder: string): FolderLock {
  const holderFile = join(folder, 'lock.holder')
  const sqlite = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 })
  try {
    sqlite.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch {
    sqlite.close()
    return { ok: false, holder: readHolder(holderFile) }
  }
  writeFileSync(holderFile, `process ${process.pid} on ${hostname()}`)
  return { ok: true, release: () => sqlite.close() }
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return 'another process'
  }
}
