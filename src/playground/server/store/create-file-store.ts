import type { DatabaseSync } from 'node:sqlite'
import type { FileRecord } from '../model.ts'

export interface FileStore {
  get(fileId: string): FileRecord | undefined
  byPath(path: string): FileRecord | undefined
  /** all sizes of the same photo, smallest first; of anything else itself */
  sizes(file: FileRecord): FileRecord[]
  put(file: FileRecord): void
  bytes(file: FileRecord): Uint8Array<ArrayBuffer>
  /** the number under which the bytes lie */
  addBytes(bytes: Uint8Array): number
}

export function createFileStore(database: DatabaseSync): FileStore {
  const one = database.prepare('select doc from files where id = ?')
  const oneByPath = database.prepare('select doc from files where path = ?')
  const byBlob = database.prepare('select doc from files where blob_id = ?')
  const insert = database.prepare('insert into files (id, path, blob_id, doc) values (?, ?, ?, ?)')
  const blob = database.prepare('select bytes from blobs where id = ?')
  const insertBlob = database.prepare('insert into blobs (bytes) values (?) returning id')
  const parse = (row: Record<string, unknown>) => JSON.parse(String(row.doc)) as FileRecord
  return {
    get: (fileId) => {
      const row = one.get(fileId)
      return row && parse(row)
    },
    byPath: (path) => {
      const row = oneByPath.get(path)
      return row && parse(row)
    },
    sizes: (file) =>
      byBlob
        .all(file.blobId)
        .map(parse)
        .sort((a, b) => (a.width ?? 0) - (b.width ?? 0)),
    put: (file) => void insert.run(file.fileId, file.path, file.blobId, JSON.stringify(file)),
    bytes: (file) => {
      const row = blob.get(file.blobId)
      if (!row) throw new Error(`the bytes of ${file.fileId} are gone`)
      return row.bytes as Uint8Array<ArrayBuffer>
    },
    addBytes: (bytes) => Number(insertBlob.get(bytes)?.id),
  }
}
