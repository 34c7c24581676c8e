import { describe, expect, it } from 'vitest'
import { readDeepLink } from '../../../src/playground/page/deep-link.ts'

const read = (url: string) => readDeepLink(url, 'xiangyin_bot')

describe('readDeepLink', () => {
  it('finds the bot and what a link brings along', () => {
    expect(read('https://t.me/xiangyin_bot?start=w140822105201')).toEqual({
      kind: 'bot',
      start: 'w140822105201',
    })
    expect(read('https://t.me/Xiangyin_Bot')).toEqual({ kind: 'bot' })
    expect(read('tg://resolve?domain=xiangyin_bot&start=abc')).toEqual({ kind: 'bot', start: 'abc' })
  })

  it('asks for a new chat where the bot is to be added', () => {
    expect(read('https://t.me/xiangyin_bot?startgroup=true')).toEqual({ kind: 'add', to: 'group' })
    expect(read('https://t.me/xiangyin_bot?startchannel')).toEqual({ kind: 'add', to: 'channel' })
  })

  it('knows other names of Telegram as chats', () => {
    expect(read('https://t.me/wuting_village')).toEqual({ kind: 'chat', username: 'wuting_village' })
  })

  it('leaves all other addresses to the browser', () => {
    for (const url of ['https://example.org/', 'https://t.me/', 'https://t.me/c/1/2', 'not a link']) {
      expect(read(url)).toBeUndefined()
    }
  })
})
