const byExtension: Record<string, string> = {
  csv: 'text/csv',
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webm: 'audio/webm',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

/** By the name's ending, as Telegram does for documents. */
export function mediaTypeOf(name: string | undefined, said: string | undefined): string {
  const extension = name?.split('.').at(-1)?.toLowerCase() ?? ''
  const plain = said?.split(';')[0]?.trim()
  return byExtension[extension] ?? (plain || 'application/octet-stream')
}

/** The ending that the file gets on Telegram's side. */
export function extensionOf(name: string | undefined, mimeType: string): string {
  if (name?.includes('.')) return name.split('.').at(-1)?.toLowerCase() ?? 'bin'
  return Object.entries(byExtension).find(([, type]) => type === mimeType)?.[0] ?? 'bin'
}
