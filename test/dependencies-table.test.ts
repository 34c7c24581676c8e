import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const [running = '', developing = ''] = readFileSync(join(root, 'docs', 'DEPENDENCIES.md'), 'utf8').split(
  '## For development only',
)
const installed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

it.each([
  ['at run time', running, installed.dependencies],
  ['for development', developing, installed.devDependencies],
])(
  'docs/DEPENDENCIES.md says of each package %s why it is there, and of no other',
  (_when, table, packages) => {
    const rows = [...table.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) => name),
    )
    // what Node.js brings along is told, too, and stands in no package.json
    expect(rows.filter((name) => !name.startsWith('node:')).sort()).toEqual(Object.keys(packages).sort())
  },
)
