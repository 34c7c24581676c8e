import type { Actor } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { type Step, walk } from '../support/walk.ts'
import { VILLAGE } from './main/cast.ts'

/** A program that has the sample city in it; on a server where there is one: it is looked into beside the program. */
export function openProxyWay(): Promise<OneProcessWay> {
  return openWay(services.postgres ? 'PostgreSQL' : 'embedded', { filled: true, started: true })
}

/** From the menu on: whom it is for, then the card. */
export function filedFor(who: readonly Step[], card: readonly Step[]): Step[] {
  return ['帮别人提', ...who, ...card]
}

/** From the topic to the read-back, in that person's words; `who` may see it. */
export function cardInWords(words: string, who = '不署名'): Step[] {
  return [
    ...['看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '县城', '一小时以内'],
    ...[{ text: words }, '跳过', '不急', who, '✅ 提交'],
  ]
}

/** The code on the screen. */
export function codeOn(actor: Actor): string {
  const [, code] = /start=c([0-9A-Z]{10})/.exec(actor.screen().text) ?? []
  if (!code) throw new Error(`no code on ${JSON.stringify(actor.screen().text)}`)
  return code
}

/** Somebody new who filed a card for a relative, 孙大妈, and has its code on the screen. */
export async function fileForRelative(
  way: OneProcessWay,
  words: string,
): Promise<{ filer: Actor; code: string }> {
  const filer = way.telegram.person({ firstName: '代办人' })
  await filer.openLink(`v${VILLAGE}`)
  await walk(filer, [
    '好，开始',
    ...filedFor(['亲戚', { text: '孙大妈' }], cardInWords(words)),
    '他用自己的手机点',
  ])
  return { filer, code: codeOn(filer) }
}
