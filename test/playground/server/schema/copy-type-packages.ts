import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from './package-folder.ts'

/** What in the declarations is a convenience of the library and never goes over the wire, and what stands instead. */
const changes: Record<string, [found: RegExp, instead: string][]> = {
  // objects of gramio's own that turn themselves into text or JSON
  'params.d.ts': [
    [/\|\s*\{\s*toString\(\):\s*string\s*\}/g, ''],
    [/\|\s*\{\s*toJSON\(\):\s*[\w.]+\s*\}/g, ''],
  ],
  'objects.d.ts': [
    [/\|\s*\{\s*toString\(\):\s*string\s*\}/g, ''],
    [/\|\s*\{\s*toJSON\(\):\s*[\w.]+\s*\}/g, ''],
    // "For simple text buttons, String can be used": https://core.telegram.org/bots/api#keyboardbutton
    [/keyboard: TelegramKeyboardButton\[\]\[\]/, 'keyboard: (TelegramKeyboardButton | string)[][]'],
    // a file is a part of the body: check-call.ts puts this in its place
    [/export type TelegramInputFile = Blob/, 'export interface TelegramInputFile { uploadedBytes: number }'],
  ],
  // the generator would take the wider of the two chats
  'update.d.ts': [[/Message & Update\./g, 'Omit<Message, "chat"> & Update.']],
}

/** Copies the declarations of both packages to `folder` and gives the places of two files that name what is checked. */
export function copyTypePackages(folder: string): { gramio: string; grammy: string } {
  copyDeclarations(join(packageFolder('@gramio/types'), 'out'), join(folder, 'gramio'))
  copyDeclarations(packageFolder('@grammyjs/types'), join(folder, 'grammy'))
  const gramio = join(folder, 'gramio', 'roots.ts')
  const grammy = join(folder, 'grammy', 'roots.ts')
  writeFileSync(gramio, gramioRoots(readFileSync(join(folder, 'gramio', 'methods.d.ts'), 'utf8')))
  writeFileSync(
    grammy,
    "import type { Update } from './update.d.ts'\nexport interface Roots { update: Update }\n",
  )
  return { gramio, grammy }
}

function copyDeclarations(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from).filter((file) => file.endsWith('.d.ts'))) {
    const wanted = changes[name]
    if (!wanted) copyFileSync(join(from, name), join(to, name))
    else {
      const text = readFileSync(join(from, name), 'utf8')
      writeFileSync(
        join(to, name),
        wanted.reduce((after, [found, instead]) => after.replace(found, instead), text),
      )
    }
  }
}

/**
 * gramio declares the methods as functions (`sendMessage: CallAPI<Params.SendMessageParams, Objects.TelegramMessage>`),
 * which have no schema: their parameters and results become plain fields here.
 */
function gramioRoots(methods: string): string {
  const parameters: string[] = []
  const results: string[] = []
  const plain = methods.replace(/\/\*\*[\s\S]*?\*\//g, '')
  const member = /^\s+(\w+):\s*CallAPI(WithoutParams|WithOptionalParams)?<\s*([\s\S]*?)\s*,?\s*>\s*$/gm
  for (const [, name, kind, types = ''] of plain.matchAll(member)) {
    const [first = '', ...rest] = types.split(',')
    parameters.push(`${name}: ${kind === 'WithoutParams' ? '{}' : first}`)
    results.push(`${name}: ${kind === 'WithoutParams' ? types : rest.join(',')}`)
  }
  return `import type * as Params from './params.d.ts'
import type * as Objects from './objects.d.ts'
export interface Roots {
  parameters: {\n${parameters.join('\n')}\n}
  results: {\n${results.join('\n')}\n}
  update: Objects.TelegramUpdate
}
`
}
