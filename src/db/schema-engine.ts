import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'

type Bindings = { SchemaEngine: typeof SchemaEngine; __wbg_set_wasm(exports: WebAssembly.Exports): void }

export type SchemaEngineInstance = Awaited<ReturnType<typeof SchemaEngine.new>>

/** The generated bindings keep the one WASM instance in a variable of theirs, so it is made once a process. */
let bindings: Promise<Bindings> | undefined

/**
 * Prisma's own migration engine over a driver adapter, so that no native binary has to be downloaded.
 * The package's entry imports its .wasm as a module, which Node calls experimental: it is instantiated here by hand.
 */
export async function loadSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  datamodels?: [path: string, content: string][],
): Promise<SchemaEngineInstance> {
  bindings ??= instantiate()
  const { SchemaEngine } = await bindings
  return await SchemaEngine.new(
    { datamodels },
    () => {},
    // the engine's package types the adapter loosely
    bindMigrationAwareSqlAdapterFactory(adapter) as never,
  )
}

async function instantiate(): Promise<Bindings> {
  const loaded = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as Bindings
  const folder = dirname(
    createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
  )
  const { instance } = await WebAssembly.instantiate(await readFile(join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': loaded as unknown as WebAssembly.ModuleImports,
  })
  loaded.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return loaded
}
