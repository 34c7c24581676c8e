/** The bytes are not UTF-8; `looksLike` is the encoding that they are probably in. */
export class NotUtf8Error extends Error {
  readonly looksLike: 'GB18030' | 'UTF-16' | null

  constructor(looksLike: NotUtf8Error['looksLike']) {
    super(`not UTF-8${looksLike ? ` but ${looksLike}` : ''}`)
    this.looksLike = looksLike
  }
}

/** Passes bytes on as they are and throws NotUtf8Error at the first that are not UTF-8. */
export async function* checkUtf8(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of source) {
    try {
      decoder.decode(chunk, { stream: true })
    } catch {
      throw new NotUtf8Error(guessEncoding(chunk))
    }
    yield chunk
  }
  try {
    decoder.decode()
  } catch {
    throw new NotUtf8Error(null)
  }
}

function guessEncoding(chunk: Uint8Array): NotUtf8Error['looksLike'] {
  const [first, second] = chunk
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16'
  const text = new TextDecoder('gb18030').decode(chunk)
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  return han > broken ? 'GB18030' : null
}
