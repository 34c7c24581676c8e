/** What a peer shows after each update of bench/cards/card-script.ts: the same number of questions and edits as our card. */
export interface PeerScreen {
  text: string
  buttons: { text: string; callback_data: string }[][]
}

const ABOUT = ['🙋 我自己', '🧒 孩子', '👵 家里老人', '🤝 邻居', '🏘 全村']
const ASPECTS = [
  '💊 药品不全',
  '🧑‍⚕️ 医生少',
  '🏚 屋子设备旧',
  '🧾 报销难',
  '🔀 转诊难',
  '🩺 慢病管理',
  '🚑 急救慢',
  '📋 体检少',
  '💬 别的',
]
const SATISFACTION = ['😀 很满意', '🙂 满意', '😐 一般', '🙁 不满意', '😣 很不满意']
const PLACES = ['🏘 村里', '🏥 镇上', '🏙 县城', '🚆 更远']
const TIMES = ['🚶 一刻钟以内', '🛵 半小时以内', '🚌 一小时以内', '🚆 一小时以上']
const URGENCY = ['🌱 不急', '📅 这个月', '🚨 现在就要']
const VISIBILITY = ['🙈 不署名交给村里', '🙂 署我的名', '🏛 不给村里看，直接交镇里']

export const peerScreens: PeerScreen[] = [
  screen('您好！这里是村里的意见箱。您说的会交给村里办，默认不显示姓名。保存两年，随时能删。', [
    '✅ 好，开始',
  ]),
  screen('想说哪方面？直接发一句话也行。', ['🏥 看病吃药', '🏫 孩子上学', '👵 老人照护']),
  screen('🏥 1/9 是关于谁的？', ABOUT),
  aspects(0),
  aspects(1),
  aspects(2),
  screen('🏥 3/9 总的来说，您满意吗？', SATISFACTION, true),
  screen('🏥 4/9 看病先去哪里？', PLACES, true),
  screen('🏥 5/9 路上要多久？', TIMES, true),
  screen('🏥 6/9 用您自己的话说说：发文字、语音或照片。', [], true),
  screen('🏥 7/9 您最盼着怎么办？', [], true),
  screen('🏥 8/9 急不急？', URGENCY, true),
  screen('🏥 9/9 给谁看？', VISIBILITY, true),
  screen('请看一遍：看病吃药，我自己，药品不全，不满意，不急，不署名。', ['✅ 提交', '✏️ 改一处', '🗑 不提了']),
  screen('收到了，谢谢您。回执 7K3F-M92Q，念给谁听都行。有动静我马上告诉您。', ['📋 我提过的']),
]

function screen(text: string, labels: string[], isOptional = false): PeerScreen {
  const more = isOptional ? ['⏭ 跳过', '⬅ 返回', '⏩ 就这些，去提交'] : []
  return {
    text,
    buttons: [...labels, ...more].map((label, i) => [
      { text: label, callback_data: `${i}:${label.slice(0, 8)}` },
    ]),
  }
}

function aspects(ticked: number): PeerScreen {
  const labels = ASPECTS.map((label, i) => `${i < ticked ? '✅' : '⬜'} ${label}`)
  return screen('🏥 2/9 哪些地方要改进？可以选几项。', [
    ...labels,
    ...(ticked > 0 ? ['下一步 ➡'] : []),
    '⬅ 返回',
  ])
}
