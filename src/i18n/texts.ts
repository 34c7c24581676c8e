import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'

export type Locale = string
export type TextArgs = Record<string, FluentVariable>

/** All that a person reads, by locale and key. */
export interface Texts {
  readonly locales: readonly Locale[]
  readonly defaultLocale: Locale
  /** The text in this locale, else in the default one. Throws for a key that is nowhere: a bug, which a test finds. */
  t(locale: Locale, key: string, args?: TextArgs): string
  /** whether the default locale has the key */
  has(key: string): boolean
}

/** Loads locales/<locale>/*.ftl (Fluent); adding a language is adding a folder. */
export function loadTexts(folder: string, defaultLocale: Locale): Texts {
  const bundles = new Map<Locale, FluentBundle>()
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) bundles.set(entry.name, loadBundle(join(folder, entry.name), entry.name))
  const fallback = bundles.get(defaultLocale)
  if (!fallback) throw new Error(`no texts for the default locale ${defaultLocale} in ${folder}`)

  return {
    locales: [...bundles.keys()],
    defaultLocale,
    has: (key) => fallback.hasMessage(key),
    t: (locale, key, args) => {
      for (const bundle of [bundles.get(locale), fallback]) {
        const pattern = bundle?.getMessage(key)?.value
        if (!bundle || !pattern) continue
        const errors: Error[] = []
        const text = bundle.formatPattern(pattern, args ?? null, errors)
        if (errors[0]) throw new Error(`text ${key} in ${locale}: ${errors[0].message}`)
        return text
      }
      throw new Error(`no text for ${key}`)
    },
  }
}

function loadBundle(folder: string, locale: Locale): FluentBundle {
  // isolating marks are for mixed writing directions; in chat they only break copying and searching
  const bundle = new FluentBundle(locale, { useIsolating: false })
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.ftl'))
    .sort()) {
    const errors = bundle.addResource(new FluentResource(readFileSync(join(folder, file), 'utf8')))
    if (errors[0]) throw new Error(`${locale}/${file}: ${errors[0].message}`)
  }
  return bundle
}
