const schemes = new Set(['http:', 'https:', 'tg:', 'mailto:', 'tel:'])

/** The address if a message may link to it, else undefined: a bot's text never gets to run a script. */
export function toSafeUrl(url: string): string | undefined {
  return URL.canParse(url) && schemes.has(new URL(url).protocol) ? url : undefined
}
