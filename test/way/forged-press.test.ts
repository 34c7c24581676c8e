import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { VILLAGE } from './main/cast.ts'
import { openCommittee } from './open-committee.ts'

/** A press that waits for nobody; a failed one would hold up all others for a quarter of a minute. */
const SOON_MS = 5_000

describe('something sent as if a button had been pressed', () => {
  let way: OneProcessWay
  let committee: Actor
  let neighbour: Actor

  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    committee = await openCommittee(way)
    neighbour = way.telegram.person({ firstName: '李建国' })
    await neighbour.openLink(`v${VILLAGE}`)
  })
  afterAll(() => way?.close())

  const expectNobodyWaits = async () => {
    const begun = Date.now()
    await neighbour.say('/help')
    expect(Date.now() - begun).toBeLessThan(SOON_MS)
  }

  test('for a private chat changes nothing in a group, and nobody waits for it', async () => {
    const { world } = way.telegram
    const stranger = way.telegram.person({ firstName: '路人' })
    const group = world.addGroup({ title: '村民群', administrators: [stranger.id] })
    world.addBot(group, stranger.id)
    await way.telegram.quiet()
    const inGroup = stranger.in(group)
    const before = inGroup.messages()
    const { messageId } = inGroup.screen()
    for (const data of [
      'menu',
      'resume',
      'mute:on',
      'm:0',
      'f:begin',
      'p:erase-yes',
      's:m',
      'v:140822105201',
    ])
      expect(await inGroup.pressSeen({ messageId, label: '', data })).toMatchObject({ answered: true })
    expect(inGroup.messages()).toEqual(before)
    await expectNobodyWaits()
  })

  test.each([
    'menu\0',
    'vn:-:0:\0',
    'vn:-:0:\ud800',
    'c:0b9d4f5e:c:\0:x',
    '\0',
    '\udfff',
    'q:',
    'p:',
    's:',
    'f:',
  ])('is answered and ignored in a private chat: %j', async (data) => {
    const before = neighbour.messages()
    const { messageId } = neighbour.screen()
    expect(await neighbour.pressSeen({ messageId, label: '', data })).toMatchObject({ answered: true })
    expect(neighbour.messages()).toEqual(before)
    await expectNobodyWaits()
  })

  test('for a message that bears no such button neither edits nor deletes it', async () => {
    await committee.say('/digest')
    const { message_id: messageId } = await committee.waitFor(/本周到现在的意见/)
    const before = committee.messages()
    for (const data of ['l:p:0', 'k:1408', 'l:x:0b9d4f5e-8a43-4a6e-9df7-3a3a9a1f6a01'])
      expect(await committee.pressSeen({ messageId, label: '', data })).toMatchObject({ answered: true })
    expect(committee.messages()).toEqual(before)
  })
})
