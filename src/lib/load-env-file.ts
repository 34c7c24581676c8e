import { existsSync } from 'node:fs'

/** Puts the variables of a file (KEY=value a line) into the environment; what is there already has precedence. No file: nothing. */
export function loadEnvFile(path: string): void {
  if (existsSync(path)) process.loadEnvFile(path)
}
