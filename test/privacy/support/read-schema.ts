import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Model {
  name: string
  /** what is stored: not what leads to another model */
  columns: string[]
  /** the models that its foreign keys point to, and whether its rows go with theirs */
  pointsTo: { model: string; cascades: boolean }[]
}

/** The models of prisma/schema.prisma. */
export function readSchema(): Model[] {
  const text = readFileSync(join(import.meta.dirname, '../../../prisma/schema.prisma'), 'utf8')
  const blocks = [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)]
  const names = new Set(blocks.map(([, name]) => name))
  return blocks.map(([, name = '', body = '']) => {
    const fields = [...body.matchAll(/^ {2}(\w+)\s+(\w+)(.*)$/gm)].map(
      ([, field = '', type = '', rest = '']) => ({
        field,
        type,
        rest,
      }),
    )
    return {
      name,
      columns: fields.filter(({ type }) => !names.has(type)).map(({ field }) => field),
      pointsTo: fields
        .filter(({ type, rest }) => names.has(type) && rest.includes('fields: ['))
        .map(({ type, rest }) => ({ model: type, cascades: rest.includes('onDelete: Cascade') })),
    }
  })
}
