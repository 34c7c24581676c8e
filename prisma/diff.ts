/** Prints the SQL for the next migration: `npm run --silent migration > prisma/migrations/<number>_<name>/migration.sql`. */
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { diffSchema } from '../src/db/diff-schema.ts'

const pglite = await PGlite.create()
process.stdout.write(await diffSchema(new PrismaPGlite(pglite)))
await pglite.close()
