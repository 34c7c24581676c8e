import { createFolderStore } from './folder-store.ts'
import type { S3Settings } from './s3-store.ts'
import type { AttachmentStore } from './store.ts'

export type StoreSettings = { kind: 'folder'; folder: string } | ({ kind: 's3' } & S3Settings)

/** The store that is configured; nothing is read or written yet. The S3 client is loaded only where it is wanted. */
export async function openStore(settings: StoreSettings): Promise<AttachmentStore> {
  if (settings.kind === 'folder') return createFolderStore(settings.folder)
  const { createS3Store } = await import('./s3-store.ts')
  return createS3Store(settings)
}
