import { join } from 'node:path'

/** Where npm put that package of this repository. */
export function packageFolder(name: string): string {
  return join(import.meta.dirname, '../../../../node_modules', name)
}
