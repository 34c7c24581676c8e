import { afterAll, beforeAll, test, vi } from 'vitest'
import { oggVoice } from '../attachments/support/recordings.ts'
import type { Actor } from '../support/actor.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { walk } from '../support/walk.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })
let way: OneProcessWay
beforeAll(async () => {
  way = await openWay('embedded', { filled: true, started: true })
})
afterAll(() => way?.close())
const show = (a: Actor, what = '') => {
  const m = a.screen()
  process.stdout.write(`\n--- ${what}\n${m.text}\n[${m.labels.join('] [')}]\n`)
}
test('print', async () => {
  const li = way.telegram.person({ firstName: '李志愿' })
  await li.openLink(`v${VILLAGE}`)
  await li.press('好，开始')
  show(li, 'menu')
  for (const step of [
    '帮别人提',
    '邻居',
    { text: '张大爷' },
    '看病吃药',
    '我自己',
    '药品不全',
    '下一步',
    /^🙁/,
    '县城',
    '一小时以内',
    { text: '降压药常常断' },
    '跳过',
    '这个月',
    '署我的名',
    '✅ 提交',
  ]) {
    await walk(li, [step])
    show(li, String(typeof step === 'object' && 'text' in step ? step.text : step))
  }
  await li.press('他用自己的手机点')
  show(li, 'code')
  const code = /start=c(\w{10})/.exec(li.screen().text)?.[1] ?? ''
  await li.press('返回')
  show(li, 'back')
  await li.say('/mine')
  show(li, 'mine')
  await li.say('/cancel')
  show(li, 'cancel')
  await li.openLink(`c${code}`)
  show(li, 'own')
  const zhang = way.telegram.person({ firstName: '张老汉' })
  await zhang.openLink(`c${code}`)
  show(zhang, 'knock')
  await zhang.press('给我看看')
  show(zhang, 'look')
  await zhang.press('✅ 同意')
  show(zhang, 'agreed')
  await zhang.say('/mine')
  show(zhang, 'mine')
  await li.waitFor(/同意了/)
  show(li, 'told')
  await li.say('/mine')
  show(li, 'mine')
  for (const step of [
    '说件事',
    '帮别人提',
    '家里老人',
    '不说名字',
    '老人照护',
    '我自己',
    '助餐',
    '下一步',
    /^😐/,
    '就这些',
    '✅ 提交',
    '我同意',
  ]) {
    await walk(li, [step])
    show(li, String(step))
  }
  await li.say('同意了')
  show(li)
  await li.send({ voice: { bytes: oggVoice('我同意'), duration: 2 } })
  show(li, 'voice')
  await li.say('/mine')
  show(li, 'mine')
  way.telegram.expectNothingRefused()
})
