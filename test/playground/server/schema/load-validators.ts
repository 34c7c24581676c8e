import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ValidateFunction } from 'ajv'
import { generateValidators } from './generate-validators.ts'
import { packageFolder } from './package-folder.ts'

export type Validators = Record<string, ValidateFunction>

const require = createRequire(import.meta.url)
const cache = packageFolder('.cache/telegram-schema')
/** raised when the files beside this one give another outcome for the same packages */
const revision = 5
let loaded: Validators | undefined

/** The functions of generate-validators.ts, written once for each set of package versions. */
export function loadValidators(): Validators {
  loaded ??= require(place()) as Validators
  return loaded
}

function place(): string {
  const versions = ['@gramio/types', '@grammyjs/types', 'ts-json-schema-generator', 'ajv'].map(versionOf)
  const folder = join(cache, `${revision}-${versions.join('-')}`)
  mkdirSync(cache, { recursive: true })
  while (!existsSync(folder)) {
    if (takesTurn(`${folder}.lock`)) generate(folder)
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  }
  return join(folder, 'validators.cjs')
}

function versionOf(name: string): string {
  const text = readFileSync(join(packageFolder(name), 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** One test worker writes, the others wait; whoever was killed while writing is not waited for. */
function takesTurn(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0
    return Date.now() - since > 60_000
  }
}

function generate(folder: string): void {
  const work = mkdtempSync(join(cache, 'new-'))
  try {
    generateValidators(work)
    if (!existsSync(folder)) renameSync(work, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
    rmSync(`${folder}.lock`, { recursive: true, force: true })
  }
}
