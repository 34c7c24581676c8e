import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const rows = [
  ...readFileSync(join(root, 'docs', 'RESIDENT.md'), 'utf8').matchAll(
    /^\| (?<promise>[^|]+) \| `(?<file>[^`]+)` "(?<title>.+)" \|$/gm,
  ),
].map(({ groups }) => groups as { promise: string; file: string; title: string })

it('docs/RESIDENT.md has promises, each with a test', () => {
  const lines = readFileSync(join(root, 'docs', 'RESIDENT.md'), 'utf8').split('## What shows it')[1] ?? ''
  const written = lines.split('\n').filter((line) => /^\| (?!promise |---)/.test(line))
  expect(rows.length).toBe(written.length)
  expect(rows.length).toBeGreaterThan(60)
})

it.each(rows)('$promise: its test is there', ({ file, title }) => {
  const path = join(root, file)
  expect(existsSync(path), file).toBe(true)
  const source = readFileSync(path, 'utf8').replaceAll("\\'", "'")
  expect(source).toContain(title.replaceAll('\\"', '"'))
})
