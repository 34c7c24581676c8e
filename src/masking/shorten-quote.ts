import { deadLinks } from './dead-links.ts'
import { maskBeginning } from './mask-text.ts'

/** About thirty Chinese characters; others are half as wide. */
const WIDTH = 60
const ELLIPSIS = '…'
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const WIDE =
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|[\u{1f300}-\u{3ffff}]/u
const STOP = /^[。！？；.!?;]$/
const PAUSE = /^[，、：,:\s）)]$/

/**
 * A short quote of what somebody wrote, on one line, masked, with nothing in it that can be pressed. Cut, if it must be, behind a sentence, else at a pause,
 * else between words, in its second half; what was cut shows as an ellipsis. Empty for what holds nothing to read.
 */
export function shortenQuote(text: string, width = WIDTH): string {
  // a grapheme of more than 32 code units is not shown, so no more than these can be
  const line = deadLinks(foldLine(maskBeginning(text, width * 32, (masked) => foldLine(masked).length)))
  const letters: string[] = []
  let used = 0
  let lastStop = 0
  let lastPause = 0
  for (const { segment } of graphemes.segment(line)) {
    used += WIDE.test(segment) ? 2 : 1
    // one letter under a thousand marks is still one grapheme
    if (used > width || segment.length > 32) {
      const end = lastStop || lastPause || letters.length
      return (
        letters
          .slice(0, end)
          .join('')
          .replace(/[\s，、：,:；;。.]+$/u, '') + ELLIPSIS
      )
    }
    letters.push(segment)
    if (used * 2 < width) continue
    if (STOP.test(segment)) lastStop = letters.length
    else if (PAUSE.test(segment)) lastPause = letters.length
  }
  return line
}

function foldLine(masked: string): string {
  return (
    masked
      // marks that turn the direction of writing would turn all that follows
      .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  )
}
