import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { receiptOn, walk } from '../support/walk.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

describe('whoever reads English', () => {
  let way: OneProcessWay
  let emma: Actor
  let administrator: Actor
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    administrator = way.telegram.administrator()
    emma = way.telegram.person({ firstName: 'Emma', lastName: 'Carter', languageCode: 'en' })
  })
  afterAll(() => way?.close())

  /** What stands on the screen in Chinese, the original of a name in brackets and the name of the language left aside. */
  const chineseOn = ({ text, labels }: { text: string; labels: string[] }) =>
    [text, ...labels].flatMap(
      (each) => each.replace(/\(\p{Script=Han}+\)|^中文$/gu, '').match(/\p{Script=Han}+/gu) ?? [],
    )

  test('reads the names of places in Latin letters, as a resident', async () => {
    await emma.openLink(`v${VILLAGE}`)
    expect(chineseOn(emma.screen())).toEqual([])
    await walk(emma, ["Yes, let's start", 'Healthcare', 'Me', 'Medicines', 'Next', /^🙁/, 'submit', 'Change'])
    await walk(emma, ['Seen by', 'with my name', 'Submit'])
    expect(emma.screen().text).toContain(receiptOn(emma))
    expect(chineseOn(emma.screen())).toEqual([])
    for (const command of ['/mine', '/privacy', '/feedback']) {
      await emma.say(command)
      expect(chineseOn(emma.screen())).toEqual([])
    }
  })

  test('reads them as an administrator, through /query and /voices', async () => {
    await administrator.say('/language')
    await administrator.press('English')
    await administrator.say('/query')
    for (const step of ['Healthcare', 'Wanrong', 'Gaocun', 'All of Gaocun', 'Past month', 'All of them']) {
      await administrator.press(step)
      expect(chineseOn(administrator.screen())).toEqual([])
    }
    expect(administrator.screen().text).toContain('By village: Wuting Village (乌停村) 1')
    await administrator.press('Read them')
    expect(administrator.screen().text).toContain('Emma Carter')
    expect(chineseOn(administrator.screen())).toEqual([])
    await administrator.say('/voices')
    for (const step of ['Wanrong', 'Gaocun', 'Wuting', 'Begin']) {
      await administrator.press(step)
      expect(chineseOn(administrator.screen())).toEqual([])
    }
  })

  test('reads who looked at the name, with the office in Latin letters', async () => {
    await emma.say('/privacy')
    await emma.press('Who looked')
    expect(emma.screen().text).toContain('found')
    expect(chineseOn(emma.screen())).toEqual([])
    await walk(emma, ['Back', 'What else'])
    expect(chineseOn(emma.screen())).toEqual([])
    way.telegram.expectNothingRefused()
  })
})
