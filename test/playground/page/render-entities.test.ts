import { describe, expect, it } from 'vitest'
import type { MessageEntity } from '../../../src/playground/contract.ts'
import { buildEntityTree, type EntityNode } from '../../../src/playground/page/entity-tree.ts'
import { renderEntities } from '../../../src/playground/page/render-entities.ts'

const idle = { runCommand: () => undefined, followLink: () => false }

/** `bold[a italic[b]]` for a tree of entities */
function show(nodes: EntityNode[]): string {
  return nodes
    .map((node) => (typeof node === 'string' ? node : `${node.entity.type}[${show(node.children)}]`))
    .join('')
}

function tree(text: string, ...entities: [MessageEntity['type'], number, number][]): string {
  return show(
    buildEntityTree(
      text,
      entities.map(([type, offset, length]) => ({ type, offset, length }) as MessageEntity),
    ),
  )
}

/** The template's text with its values, event listeners left out. */
function toHtml(value: unknown): string {
  if (Array.isArray(value)) return value.map(toHtml).join('')
  if (typeof value === 'function') return ''
  if (typeof value !== 'object' || value === null) return String(value)
  const { strings, values } = value as { strings: readonly string[]; values: readonly unknown[] }
  return strings
    .map((string, index) => string + (index < values.length ? toHtml(values[index]) : ''))
    .join('')
}

function html(text: string, ...entities: MessageEntity[]): string {
  return toHtml(renderEntities(text, entities, idle)).replace(/\s+/g, ' ')
}

describe('buildEntityTree', () => {
  it('leaves plain text alone', () => {
    expect(tree('降压药常常断')).toBe('降压药常常断')
    expect(tree('')).toBe('')
  })

  it('counts offsets in UTF-16 code units, as Telegram does', () => {
    expect(tree('👨‍👩‍👧 家里', ['bold', 9, 2])).toBe('👨‍👩‍👧 bold[家里]')
    expect(tree('🏥药', ['italic', 2, 1])).toBe('🏥italic[药]')
  })

  it('nests entities, the longer of two that begin together outside', () => {
    expect(tree('abcdef', ['italic', 2, 2], ['bold', 0, 6])).toBe('bold[abitalic[cd]ef]')
    expect(tree('abcd', ['italic', 0, 2], ['bold', 0, 4])).toBe('bold[italic[ab]cd]')
    expect(tree('ab', ['bold', 0, 2], ['italic', 0, 2])).toBe('bold[italic[ab]]')
  })

  it('keeps neighbours apart', () => {
    expect(tree('abcd', ['bold', 0, 2], ['code', 2, 2])).toBe('bold[ab]code[cd]')
  })

  it('clips what reaches beyond its parent or the text', () => {
    expect(tree('abcdef', ['bold', 0, 4], ['italic', 2, 4])).toBe('bold[abitalic[cd]]ef')
    expect(tree('abc', ['bold', 1, 99])).toBe('abold[bc]')
    expect(tree('abc', ['bold', 5, 2])).toBe('abc')
  })
})

describe('renderEntities', () => {
  it('marks words up', () => {
    expect(html('ab', { type: 'bold', offset: 0, length: 1 })).toBe('<strong>a</strong>b')
    expect(html('ab', { type: 'blockquote', offset: 0, length: 2 })).toBe('<blockquote>ab</blockquote>')
  })

  it('makes a command a button', () => {
    expect(html('/start w1', { type: 'bot_command', offset: 0, length: 6 })).toMatch(
      /<button type="button" class="link"[^>]*>\/start<\/button> w1/,
    )
  })

  it('opens links in a new tab without telling where from', () => {
    const link = html('看这里', { type: 'text_link', offset: 1, length: 2, url: 'https://example.org/' })
    expect(link).toContain('href=https://example.org/')
    expect(link).toContain('target="_blank" rel="noopener"')
    expect(html('example.org', { type: 'url', offset: 0, length: 11 })).toContain('href=https://example.org')
  })

  it('does not link to what could run', () => {
    const url = 'javascript:alert(1)'
    expect(html('看这里', { type: 'text_link', offset: 1, length: 2, url })).toBe('看<span>这里</span>')
  })

  it('shows words of a kind it does not know as they are', () => {
    const entity = { type: 'custom_emoji', offset: 0, length: 2, custom_emoji_id: '1' } as const
    expect(html('🏥好', entity)).toBe('<span>🏥</span>好')
  })
})
