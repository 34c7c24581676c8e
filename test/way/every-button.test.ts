import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { allowedOf, encodePress, type Press } from '../../src/presses/callback-data.ts'
import { everyPress } from '../presses/every-press.ts'
import type { Actor } from '../support/actor.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { fc } from '../support/properties.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { VILLAGE } from './main/cast.ts'
import { openCommittee } from './open-committee.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

/** How many buttons are tampered with; the long form is what the time limit of a test allows. */
const MUTATED = process.env.LONG ? 1500 : 60

/** One of each kind, which is all that the way to its handler depends on. */
const presses = [...new Map(everyPress.map((press): [string, Press] => [press.kind, press])).values()]

describe('every button there is', () => {
  let way: OneProcessWay
  let stranger: Actor
  let resident: Actor
  let committee: Actor
  let inGroup: Actor

  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true, env: { RATE_LIMIT: '0' } })
    committee = await openCommittee(way)
    resident = way.telegram.person({ firstName: '王秀英' })
    await resident.openLink(`v${VILLAGE}`)
    await resident.press('好，开始')
    stranger = way.telegram.person({ firstName: '路人' })
    await stranger.say('/start')
    const group = way.telegram.world.addGroup({ title: '村民群', administrators: [stranger.id] })
    way.telegram.world.addBot(group, stranger.id)
    await way.telegram.quiet()
    inGroup = stranger.in(group)
  })
  afterAll(() => way?.close())

  /** Presses it on the newest message, as a client of one's own can. */
  const press = async (actor: Actor, data: string) => {
    const { messageId } = actor.screen()
    expect(await actor.pressSeen({ messageId, label: '', data }), data).toMatchObject({ answered: true })
  }
  const expectNothingFailed = () => expect(way.output()).not.toContain('an update failed')

  test('is answered in a private chat, of a stranger and of a resident', async () => {
    for (const actor of [stranger, resident])
      for (const each of presses) await press(actor, encodePress(each))
    expectNothingFailed()
  })

  test('is answered in groups and channels, and changes nothing where no message bears it', async () => {
    for (const actor of [inGroup, committee]) {
      const before = actor.messages()
      for (const each of presses) await press(actor, encodePress(each))
      expect(actor.messages()).toEqual(before)
    }
    expectNothingFailed()
  })

  test('on a message that bears it is still only for the chats that it is made for', async () => {
    const chatId = inGroup.messages()[0]?.chat.id ?? 0
    for (const each of presses.filter(({ kind }) => allowedOf(kind).where === 'private')) {
      const data = encodePress(each)
      const messageId = await way.telegram.post(chatId, data)
      const before = inGroup.messages()
      await inGroup.pressSeen({ messageId, label: '', data })
      expect(inGroup.messages(), data).toEqual(before)
    }
    expectNothingFailed()
  })

  test('is answered where it was tampered with', async () => {
    const mutated = fc
      .tuple(
        fc.constantFrom(...everyPress.map(encodePress)),
        fc.nat(64),
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.nat(3),
      )
      .map(([data, at, put, cut]) => data.slice(0, at) + put + data.slice(at + cut))
      .filter((data) => data !== '')
    for (const data of fc.sample(mutated, MUTATED))
      for (const actor of [resident, inGroup]) await press(actor, data)
    expectNothingFailed()
  })
})
