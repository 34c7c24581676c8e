import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import type { Schema } from 'ts-json-schema-generator'
import { copyTypePackages } from './copy-type-packages.ts'

// loaded here only: with its own, older TypeScript it takes half a second that a run with a full cache does not need
const require = createRequire(import.meta.url)

/** Numbers that the Bot API calls Float; all others are Integer, which the type packages do not tell apart. */
const floats =
  /^(latitude|longitude|horizontal_accuracy|[xy]_shift|scale|temperature|\w+_percentage|rotation_angle|\w+_timestamp|zoom)$/

/**
 * Writes `validators.cjs` to the folder: a function for `parameters.<method>`, `results.<method>`, `update` (all from
 * @gramio/types) and `grammyUpdate` (from @grammyjs/types). Takes about 10 s.
 */
export function generateValidators(folder: string): void {
  const roots = copyTypePackages(folder)
  const gramio = schemaOf(roots.gramio)
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    inlineRefs: false,
    code: { source: true, lines: true },
  })
  ajv.addSchema(gramio, 'gramio')
  ajv.addSchema(schemaOf(roots.grammy), 'grammy')
  const at = 'gramio#/definitions/Roots/properties'
  const wanted: Record<string, string> = {
    update: `${at}/update`,
    grammyUpdate: 'grammy#/definitions/Roots/properties/update',
  }
  for (const name of methodsOf(gramio)) {
    wanted[`parameters.${name}`] = `${at}/parameters/properties/${name}`
    wanted[`results.${name}`] = `${at}/results/properties/${name}`
  }
  writeFileSync(join(folder, 'validators.cjs'), standaloneCode.default(ajv, wanted))
}

function schemaOf(path: string): Schema {
  const { createGenerator } = require('ts-json-schema-generator') as typeof import('ts-json-schema-generator')
  const tsconfig = join(path, '..', 'tsconfig.json')
  const compilerOptions = {
    target: 'esnext',
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    types: [],
  }
  writeFileSync(tsconfig, JSON.stringify({ compilerOptions, files: ['roots.ts'] }))
  const options = {
    path,
    tsconfig,
    type: 'Roots',
    skipTypeCheck: true,
    jsDoc: 'none',
    additionalProperties: false,
  }
  const schema = createGenerator(options as Parameters<typeof createGenerator>[0]).createSchema('Roots')
  onlyIntegers(schema)
  return schema
}

function onlyIntegers(node: unknown, name = ''): void {
  if (typeof node !== 'object' || node === null) return
  const { type } = node as { type?: unknown }
  if (!floats.test(name)) {
    if (type === 'number') Object.assign(node, { type: 'integer' })
    if (Array.isArray(type))
      Object.assign(node, { type: type.map((one) => (one === 'number' ? 'integer' : one)) })
  }
  for (const [key, value] of Object.entries(node))
    onlyIntegers(value, /^(anyOf|items|\d+)$/.test(key) ? name : key)
}

function methodsOf(schema: Schema): string[] {
  const roots = schema.definitions?.Roots as Schema | undefined
  const results = roots?.properties?.results
  const names = typeof results === 'object' ? Object.keys(results.properties ?? {}) : []
  if (names.length < 150) throw new Error(`only ${names.length} methods were found in @gramio/types`)
  return names
}
