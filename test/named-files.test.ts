import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const COMMENT = /\/\/.*|\/\*[\s\S]*?\*\//g
/** people/may-tell.ts; a name with a mark for something else in it, as <topic>.ts, is none */
const FILE = /(?<![\w/.:*<>-])(?:[\w.-]+\/)*[\w-]+\.(?:ts|md|prisma|sql|csv)(?![\w*/])/g

it('whatever a comment names as a file is there', () => {
  const sources = ['src', 'prisma/schema.prisma']
    .flatMap((place) => filesAt(join(root, place)))
    .filter((path) => /\.(ts|prisma)$/.test(path))
  const named = sources.flatMap((path) =>
    (readFileSync(path, 'utf8').match(COMMENT) ?? [])
      .flatMap((comment) => comment.replace(/https?:\S+/g, '').match(FILE) ?? [])
      .map((name) => ({ path: path.slice(root.length + 1), name })),
  )
  expect(named.length).toBeGreaterThan(50)
  const isThere = ({ path, name }: { path: string; name: string }) =>
    ['.', 'src', dirname(path)].some((from) => existsSync(join(root, from, name))) ||
    // by its folder and name alone
    sources.some((each) => each.endsWith(`/${name}`))
  expect(named.filter((each) => !isThere(each))).toEqual([])
})

function filesAt(path: string): string[] {
  if (path.endsWith('.prisma')) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
}
