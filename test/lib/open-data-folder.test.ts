import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { openDataFolder } from '../../src/lib/open-data-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'data-folder-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('is for its owner only, whether it was there before or not', () => {
  const rights = (path: string) => statSync(path).mode & 0o777
  openDataFolder(join(folder, 'a', 'new'))
  expect(rights(join(folder, 'a', 'new'))).toBe(0o700)
  chmodSync(join(folder, 'a'), 0o755)
  openDataFolder(join(folder, 'a'))
  expect(rights(join(folder, 'a'))).toBe(0o700)
})
