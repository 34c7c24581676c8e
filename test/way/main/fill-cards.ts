import { expect, test } from 'vitest'
import { receiptOn, walk } from '../../support/walk.ts'
import { type Cast, VILLAGE, WORDS } from './cast.ts'

/** Four residents fill in their cards, each in another way. */
export function fillCards(of: () => Cast): void {
  test('a resident fills in healthcare completely, changes one line and gets a receipt', async () => {
    const { committee, wang, receipts } = of()
    await wang.openLink(`v${VILLAGE}`)
    expect(wang.screen().text).toMatch(/乌停村（万荣县·高村镇）[\s\S]*保存两年[\s\S]*国外/)
    await walk(wang, ['好，开始', '看病吃药'])
    expect(wang.screen().text).toContain('1/9')
    await walk(wang, ['家里老人', '药品不全', '报销难', '下一步', '很不满意', '县城', '一小时以内'])
    await walk(wang, [{ text: WORDS.wang }, { text: WORDS.wangWish, afterSeconds: 61 }])
    await wang.press('很急')
    expect(wang.screen().text).toMatch(/120[\s\S]*110/)
    await wang.press('不署名')

    const review = wang.screen()
    expect(review.text).toContain('请看一遍')
    expect(review.text).toContain(WORDS.wang)
    expect(review.text).toContain('药品不全、🧾 报销难')
    await walk(wang, ['改一处', '满意吗', /^🙁/])
    expect(wang.screen().text).toContain('🙁 不满意')
    await wang.press('✅ 提交')
    receipts.wang = receiptOn(wang)
    expect(wang.screen().text).toContain('乌停村（万荣县·高村镇）的干部会看到')
    // it cannot wait for the digest
    expect((await committee.waitFor(/很急/)).text).toContain(WORDS.wang)
  })

  test('the chat holds one card, not a trail of screens', () => {
    const { wang } = of()
    const fromBot = wang.messages().filter((message) => message.from?.is_bot)
    expect(fromBot).toHaveLength(1)
  })

  test('a resident whose client speaks English fills in schooling in English', async () => {
    const { emma, receipts } = of()
    await emma.openLink(`v${VILLAGE}`)
    expect(emma.screen().text).toContain(
      'This is the opinion box of Wuting Village (乌停村), Gaocun Town, Wanrong County',
    )
    await walk(emma, ['start', 'Schooling', 'My child', 'school bus', 'Next', /^🙂/, 'Primary', 'Under 3 km'])
    await walk(emma, [
      { text: WORDS.emma },
      { text: WORDS.emmaWish, afterSeconds: 61 },
      'This month',
      'with my name',
    ])
    expect(emma.screen().text).toContain(WORDS.emma)
    await emma.press('Submit')
    expect(emma.screen().text).toContain('Received, thank you')
    receipts.emma = receiptOn(emma)
  })

  test('a village is found among six of the same name, and elder care filled in', async () => {
    const { li, receipts } = of()
    await li.say('/start')
    expect(li.screen().text).toContain('哪个村')
    await li.say('没这个村名儿')
    expect(li.screen().text).toContain('没找到')
    await li.say('北张村')
    const villages = li.screen().labels.filter((label) => label.startsWith('北张村（'))
    expect(new Set(villages).size).toBe(6)
    const wanted = villages.find((label) => label.includes('闻喜县')) ?? ''
    await li.press(wanted)
    expect(li.screen().text).toContain(wanted)
    await walk(li, [
      '好，开始',
      '老人照护',
      '家里老人',
      '吃饭难',
      '下一步',
      '一般',
      '一个人',
      '做饭',
      '下一步',
    ])
    await walk(li, [
      { text: WORDS.li },
      { text: WORDS.liWish, afterSeconds: 61 },
      '这个月',
      '不署名',
      '✅ 提交',
    ])
    expect(li.screen().text).toContain('您村里还没人接上')
    receipts.li = receiptOn(li)
  })

  test('a village is found step by step, and the card goes past the village', async () => {
    const { township, zhao, receipts } = of()
    await zhao.say('/start')
    await walk(zhao, ['一级一级', '万荣县', '高村镇', '乌停村', '好，开始'])
    expect(zhao.screen().text).toContain('乌停村（万荣县·高村镇）')
    await walk(zhao, ['看病吃药', '我自己', '医生少', '下一步', '很不满意', '跳过', '跳过'])
    await walk(zhao, [{ text: WORDS.zhao }, '跳过', '不急', '不给村里看', '✅ 提交'])
    receipts.zhao = receiptOn(zhao)
    expect(zhao.screen().text).toContain('高村镇（万荣县）的干部会看到')
    await township.say('/cases')
    expect(township.screen().text).toContain(WORDS.zhao)
  })

  test('a receipt typed in later shows how things stand, to its owner only', async () => {
    const { wang, emma, receipts } = of()
    await wang.say(receipts.wang.toLowerCase().replace('-', ' '))
    expect(wang.screen().text).toMatch(/药品不全[\s\S]*还没人接/)
    await emma.say(receipts.wang)
    expect(emma.screen().text).toBe("I can't find that receipt. Please check it for a slip.")
    await emma.say('/mine')
    expect(emma.screen().text).toContain(receipts.emma)
    expect(emma.screen().text).toContain('You gave feedback once')
    expect(emma.screen().text).not.toContain(receipts.wang)
  })
}
