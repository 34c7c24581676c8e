import type { MessageEntity } from '../contract.ts'

/** A run of plain text, or an entity around further runs. */
export type EntityNode = string | { entity: MessageEntity; text: string; children: EntityNode[] }

/**
 * Text and its flat entities as a tree. Offsets count UTF-16 code units, as the Bot API does and as JavaScript strings
 * do. What reaches beyond its parent or the text is clipped, what is empty then is left out.
 */
export function buildEntityTree(text: string, entities: readonly MessageEntity[] = []): EntityNode[] {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length)
  let index = 0

  function build(start: number, end: number): EntityNode[] {
    const nodes: EntityNode[] = []
    let at = start
    for (let entity = sorted[index]; entity !== undefined && entity.offset < end; entity = sorted[index]) {
      index++
      const from = Math.max(entity.offset, at)
      const to = Math.min(entity.offset + entity.length, end)
      if (to <= from) continue
      if (from > at) nodes.push(text.slice(at, from))
      nodes.push({ entity, text: text.slice(from, to), children: build(from, to) })
      at = to
    }
    if (at < end) nodes.push(text.slice(at, end))
    return nodes
  }

  return build(0, text.length)
}
