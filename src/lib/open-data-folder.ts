import { chmodSync, mkdirSync } from 'node:fs'

const OWNER_ONLY = 0o700

/**
 * Makes the folder where it is not there, and takes from others what rights they have on it: in it lie the embedded database,
 * voices and photos. Only its owner can do that; a folder of somebody else that we may write to (a mounted volume) stays as it
 * is, and what we write there is for us only (the umask in main.ts).
 */
export function openDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: OWNER_ONLY })
  try {
    chmodSync(folder, OWNER_ONLY)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'EROFS')))
      throw error
  }
}
