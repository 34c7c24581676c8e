import type { QuoteMark } from '../../messages/quote-marks.ts'
import { sinks } from '../../sinks/sink.ts'
import type { PostedContent } from './posted-content.ts'

const LONGEST_TEXT = sinks.telegram.longestText

/**
 * A posted text with the marked parts that `which` picks replaced by what `instead` says; all else stays as it was, to the
 * letter, with its formatting and buttons. The same content where nothing is picked. Pure.
 */
export function takeOutQuotes(
  content: PostedContent,
  which: (mark: QuoteMark) => boolean,
  instead: (mark: QuoteMark) => string,
): PostedContent {
  const { text } = content
  const picked = content.marks.filter(which).sort((a, b) => b.offset - a.offset)
  const rest = content.marks.filter((mark) => !which(mark))
  if (picked.length === 0) return content
  if (text === null) return { ...content, marks: rest }

  let written = text
  let entities = content.entities ?? []
  let marks = rest
  // from the end, so that the places before it stay right
  for (const mark of picked) {
    const word = instead(mark)
    const end = mark.offset + mark.length
    written = written.slice(0, mark.offset) + word + written.slice(end)
    const moved = (at: number) => {
      if (at <= mark.offset) return at
      return at >= end ? at + word.length - mark.length : mark.offset + word.length
    }
    entities = movePlaces(entities, moved)
    marks = movePlaces(marks, moved)
  }
  const most = Math.min(written.length, LONGEST_TEXT)
  const cut = (at: number) => Math.min(at, most)
  return {
    ...content,
    text: written.slice(0, most),
    entities: movePlaces(entities, cut),
    marks: movePlaces(marks, cut),
  }
}

function movePlaces<T extends { offset: number; length: number }>(
  items: readonly T[],
  moved: (at: number) => number,
): T[] {
  return items
    .map((item) => {
      const offset = moved(item.offset)
      return { ...item, offset, length: moved(item.offset + item.length) - offset }
    })
    .filter(({ length }) => length > 0)
}
