import type { Texts } from '../../i18n/texts.ts'

/** 邻居, or 邻居 张大爷: for whoever filed it, who typed the name. */
export function sayWhom(
  texts: Texts,
  locale: string,
  { relationship, name }: { relationship: string; name: string | null },
): string {
  const who = texts.t(locale, `proxy-who-${relationship}`)
  return name === null ? who : texts.t(locale, 'proxy-who-named', { who, name })
}
