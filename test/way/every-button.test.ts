import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { allowedOf, decodePress, encodePress, type Press } from '../../src/presses/callback-data.ts'
import { everyPress } from '../presses/every-press.ts'
import { services } from '../support/databases.ts'
import { isLong, sizeOf } from '../support/how-long.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { buttonData, mutatedData, onePressEach } from './buttons/button-data.ts'
import { expectNothingOfOthers, expectShownToSomebody } from './buttons/secrets.ts'
import { openVillage, type Presser, type VillageWithSecrets } from './buttons/village-with-secrets.ts'

vi.setConfig({ testTimeout: 2 * LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

/** How many buttons are tampered with. */
const MUTATED = sizeOf('MUTATED', { short: 150, long: 10_000 })

describe('every button there is', () => {
  let way: OneProcessWay
  let village: VillageWithSecrets
  beforeAll(async () => {
    way = await openWay(services.postgres ? 'PostgreSQL' : 'embedded', {
      filled: true,
      started: true,
      env: { RATE_LIMIT: '0', MESSAGES_PER_SECOND: '0' },
    })
    const { ids, ...rest } = await openVillage(way)
    // one of each does in the short form
    const few = <Item>(all: Item[]) => (isLong ? all : all.slice(0, 1))
    const { cases, submissions, drafts, parked } = ids
    village = {
      ...rest,
      ids: { cases: few(cases), submissions: few(submissions), drafts: few(drafts), parked: few(parked) },
    }
  })
  afterAll(() => way?.close())

  const entitled = (presser: Presser) => ['committee', 'administrator'].includes(presser.is)

  /** Presses one after the other, on the newest message of the bot or on one that bears the button. */
  const pressAll = async ({ actor }: Presser, all: readonly string[], isBorne: boolean): Promise<void> => {
    for (const data of all) {
      const posted = isBorne ? await way.telegram.post(actor.chatId, data).catch(() => null) : null
      // in an ordinary chat the bot may have said nothing yet
      const messageId = posted ?? actor.messages().at(-1)?.message_id ?? 1
      const answer = await way.telegram.world.press(actor.id, actor.chatId, messageId, data, { stale: true })
      expect(answer, data).toMatchObject({ answered: true })
    }
  }
  const expectNothingFailed = async () => {
    await way.telegram.quiet()
    expect(way.output()).not.toMatch(/an update failed|"level":[56]0/)
    expectNothingOfOthers(way, village.secrets)
  }
  /** What was there before the test began; whoever presses may make and lose what is their own. */
  const rowsOfOthers = async () =>
    await way.withDatabase(async ({ prisma }) => {
      const { cases, submissions, drafts, parked } = village.ids
      const of = (ids: string[]) => ({ where: { id: { in: ids } }, orderBy: { id: 'asc' as const } })
      return {
        cases: await prisma.case.findMany({ ...of(cases), include: { events: true, prompts: true } }),
        submissions: await prisma.submission.findMany({
          ...of(submissions),
          include: { endorsements: true, additions: true },
        }),
        drafts: await prisma.draft.findMany(of(drafts)),
        parked: await prisma.pendingProxy.findMany(of(parked)),
        chats: await prisma.committeeChat.findMany({ orderBy: { chatId: 'asc' } }),
      }
    })

  test('is answered in every kind of chat of whoever has no right, changes nothing and shows nothing of others', async () => {
    const before = await rowsOfOthers()
    const pressers = village.pressers.filter((presser) => !entitled(presser))
    const all = buttonData(isLong ? everyPress : onePressEach, village)
    await Promise.all(pressers.map((presser) => pressAll(presser, all, false)))
    await expectNothingFailed()
    expect(await rowsOfOthers()).toEqual(before)
  })

  test('is no other for them on a message that bears it', async () => {
    const before = await rowsOfOthers()
    const pressers = village.pressers.filter((each) => !entitled(each) && each.where !== 'private chat')
    const all = buttonData(onePressEach, village)
    await Promise.all(pressers.map((presser) => pressAll(presser, all, true)))
    await expectNothingFailed()
    expect(await rowsOfOthers()).toEqual(before)
  })

  test('on a message that bears it is still only for the chats that it is made for', async () => {
    const inGroups = village.pressers.filter(({ is, where }) => is === 'stranger' && where !== 'private chat')
    for (const { actor } of inGroups)
      for (const each of onePressEach.filter(({ kind }) => allowedOf(kind).where === 'private')) {
        const data = encodePress(each)
        const messageId = await way.telegram.post(actor.chatId, data)
        const before = actor.messages()
        await actor.pressSeen({ messageId, label: '', data })
        expect(actor.messages(), data).toEqual(before)
      }
    await expectNothingFailed()
  })

  test('is answered to the committee and the administrator, and shows them what they may read only', async () => {
    const { administrator } = pressersByName()
    await administrator.actor.say('/query')
    await administrator.actor.press('全部')
    const queryId = queryIdIn(administrator)
    const pressers = village.pressers.filter(entitled)
    const queries = everyPress.filter(({ kind }) => kind === 'query')
    const all = buttonData([...onePressEach, ...queries], village)
      .filter((data) => !changesLink(decodePress(data)))
      .map((data) => data.replace(/^q:[^:]+/, `q:${queryId}`))
    await Promise.all(
      pressers.map(async (presser) => {
        await pressAll(presser, all, presser.where !== 'private chat')
      }),
    )
    // nobody else sees anything by a query that is there
    const asked = all.filter((data) => data.startsWith('q:'))
    for (const presser of village.pressers.filter(
      ({ is, where }) => is !== 'administrator' && where === 'private chat',
    ))
      await pressAll(presser, asked, false)
    await expectNothingFailed()
    const readable = village.secrets.filter(({ readableIn }) => readableIn.has(administrator.actor.chatId))
    expectShownToSomebody(way, readable)
  })

  test('is answered where it was tampered with', async () => {
    const from = buttonData(everyPress, village)
    const mutated = mutatedData(from, MUTATED, (press) => !changesLink(press))
    const lanes = village.pressers.map((presser) => ({ presser, all: [] as string[] }))
    for (const [i, data] of mutated.entries()) lanes[i % lanes.length]?.all.push(data)
    await Promise.all(
      lanes.map(async ({ presser, all }) => {
        const half = Math.ceil(all.length / 2)
        await pressAll(presser, all.slice(0, half), false)
        await pressAll(presser, all.slice(half), presser.where !== 'private chat')
      }),
    )
    await expectNothingFailed()
  })

  test('keeps nobody waiting, whatever becomes of it', async () => {
    const { resident, committee } = pressersByName()
    const { world } = way.telegram
    await village.neighbour.say('/start')
    let longestMs = 0
    for (const { actor } of [resident, committee])
      for (const each of onePressEach.filter((press) => !changesLink(press))) {
        const data = encodePress(each)
        const messageId =
          actor.chatId > 0 ? actor.screen().messageId : await way.telegram.post(actor.chatId, data)
        const release = way.telegram.hold(
          ({ chatId, presserId }) => chatId === actor.chatId || presserId === actor.id,
        )
        try {
          const pressed = world.press(actor.id, actor.chatId, messageId, data, { stale: true })
          const begunAt = performance.now()
          // answered while whatever is shown to the other is held back
          expect(await village.neighbour.pressAndLeave(/./), data).toMatchObject({ answered: true })
          longestMs = Math.max(longestMs, performance.now() - begunAt)
          release()
          expect(await pressed, data).toMatchObject({ answered: true })
        } finally {
          release()
        }
      }
    if (isLong)
      process.stdout.write(`the longest that somebody waited beside it: ${longestMs.toFixed(0)} ms\n`)
    await expectNothingFailed()
  })

  function pressersByName() {
    const find = (is: string, where: string) => {
      const found = village.pressers.find((each) => each.is === is && each.where === where)
      if (!found) throw new Error(`no ${is} in a ${where}`)
      return found
    }
    return {
      administrator: find('administrator', 'private chat'),
      resident: find('resident', 'private chat'),
      committee: find('committee', 'linked channel'),
    }
  }
})

/** Such a press of an administrator means what it says, and then the chat may read something else. */
const changesLink = (press: Press | null) => press?.kind === 'link' || press?.kind === 'unlink'

function queryIdIn({ actor }: Presser): string {
  const buttons = actor.messages().flatMap((each) => each.reply_markup?.inline_keyboard.flat() ?? [])
  const found = buttons.findLast((each) => 'callback_data' in each && each.callback_data?.startsWith('q:'))
  const [, queryId] = found && 'callback_data' in found ? (found.callback_data ?? '').split(':') : []
  if (!queryId) throw new Error('no button of a query')
  return queryId
}
