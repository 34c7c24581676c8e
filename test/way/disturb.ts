import { expect } from 'vitest'
import type { Actor, SeenButton } from '../support/actor.ts'

const LONGEST = '很'.repeat(4096)

/** Where a half-filled card stands, by its screen: `· 3/9`, or the review. */
export function placeOf(actor: Actor): string {
  const [place] = /· \d\/[79]|请看一遍/.exec(actor.screen().text) ?? []
  if (!place) throw new Error(`no card on ${JSON.stringify(actor.screen())}`)
  return place
}

/** Every button on the screen as it is now. */
export function allButtons(actor: Actor): SeenButton[] {
  return actor.screen().labels.map((label) => actor.button(label))
}

/**
 * Does at one question whatever people do by mistake. Each is answered clearly or ignored, and the card stays where it is.
 * `earlier` are the buttons of the screen before.
 */
export async function disturb(actor: Actor, earlier: readonly SeenButton[]): Promise<void> {
  const place = placeOf(actor)
  const hint = await sendSticker(actor, place)
  // on the review it would be more of the words
  if (place !== '请看一遍') await sendTooMuch(actor, place, hint)
  for (const command of ['/help', '/mine', '/cancel', '/language', '/nosuchcommand'])
    await runCommand(actor, place, command)
  for (const button of earlier) await pressOld(actor, place, button)
  if (place !== '请看一遍') await editOldMessage(actor)
  if (!/[67]\/9|[45]\/7/.test(place)) return
  // what was said by mistake goes again, in two presses
  await actor.press('重新说')
  expect(actor.screen().text).toContain('“改过的话”')
  await actor.press('对，不要了')
  expect(placeOf(actor)).toBe(place)
}

async function sendSticker(actor: Actor, place: string): Promise<RegExp> {
  const hint = / 6\/9| 4\/7/.test(place)
    ? /这一题我收文字、语音、照片和位置。/
    : / 7\/9| 5\/7/.test(place)
      ? /这一题我收文字和语音。/
      : /请点下面的按钮/
  await actor.send({ sticker: '🌶' })
  expect(actor.screen().text).toMatch(hint)
  expect(placeOf(actor)).toBe(place)
  expect(cardsIn(actor)).toBe(1)
  return hint
}

/** The longest text there is: an answer where words are asked for, else met with the same hint. */
async function sendTooMuch(actor: Actor, place: string, hint: RegExp): Promise<void> {
  await actor.send({ text: LONGEST, afterSeconds: 61 })
  if (placeOf(actor) === place) expect(actor.screen().text).toMatch(hint)
  else {
    expect(place).toMatch(/[67]\/9|[45]\/7/)
    await actor.press('返回')
    expect(actor.screen().text).toContain('“很很很')
  }
  expect(placeOf(actor)).toBe(place)
}

async function runCommand(actor: Actor, place: string, command: string): Promise<void> {
  await actor.say(command)
  expect(actor.screen().text).not.toMatch(/· \d\/[79]|请看一遍/)
  if (command === '/language') await actor.press('中文')
  await actor.press('接着填')
  expect(placeOf(actor)).toBe(place)
  expect(cardsIn(actor)).toBe(1)
}

async function pressOld(actor: Actor, place: string, button: SeenButton): Promise<void> {
  const answer = await actor.pressSeen(button)
  expect(answer).toMatchObject({ answered: true, text: '这一步已经过了，请看现在这一题。' })
  expect(placeOf(actor)).toBe(place)
}

/** A message that is no answer (any more) changes; nothing happens. */
async function editOldMessage(actor: Actor): Promise<void> {
  const old = actor
    .messages()
    .filter((message) => message.text === LONGEST)
    .at(-1)
  if (!old) throw new Error('nothing was said yet')
  const before = actor.screen()
  await actor.edit(old.message_id, '改过的话')
  if (!/[67]\/9|[45]\/7/.test(before.text)) expect(actor.screen()).toEqual(before)
}

function cardsIn(actor: Actor): number {
  return actor.messages().filter((message) => /· \d\/[79]|请看一遍/.test(message.text ?? '')).length
}
