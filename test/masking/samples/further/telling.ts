import type { Dice } from '../dice.ts'
import { type Telling, tellingKinds } from '../telling-numbers.ts'

/** The same kinds in sentences that the rules were never held against, and what else each kind can look like. */
export const furtherTelling: Record<string, (dice: Dice) => Telling> = {
  'identity card, 18 digits': (dice) => say(dice, IDENTITY, numberOf(dice, 'identity card, 18 digits')),
  'identity card, wrong check digit': (dice) =>
    say(dice, IDENTITY, numberOf(dice, 'identity card, wrong check digit')),
  'identity card, 15 digits': (dice) => say(dice, IDENTITY, numberOf(dice, 'identity card, 15 digits')),
  mobile: (dice) => say(dice, MOBILE, numberOf(dice, 'mobile')),
  'mobile behind 0, 86, +86 or 0086': (dice) =>
    say(
      dice,
      MOBILE,
      dice.from(['0', '86', '+86', '0086', '+86 ', '86-', '(+86)']) + numberOf(dice, 'mobile'),
    ),
  'landline with area code': (dice) => say(dice, LANDLINE, numberOf(dice, 'landline with area code')),
  'landline without area code': (dice) => say(dice, LOCAL, numberOf(dice, 'landline without area code')),
  'bank card': (dice) => say(dice, CARD, numberOf(dice, 'bank card')),
  QQ: (dice) => say(dice, QQ, numberOf(dice, 'QQ')),
}

/** Of letters and signs: with the ways to disguise just these. */
export const furtherLetters: Record<string, (dice: Dice) => Telling> = {
  WeChat: (dice) => say(dice, WECHAT, numberOf(dice, 'WeChat')),
  'e-mail': (dice) => say(dice, MAIL, numberOf(dice, 'e-mail')),
  'licence plate': (dice) => say(dice, PLATE, numberOf(dice, 'licence plate')),
  'licence plate of another kind': (dice) =>
    say(
      dice,
      PLATE,
      dice.from([
        `晋M${dice.digits(4)}${dice.from(['警', '学', '挂'])}`,
        `粤Z${dice.digits(4)}${dice.from(['港', '澳'])}`,
        `WJ14${dice.digits(4)}${dice.from(['X', 'T'])}`,
        `WJ晋${dice.digits(4)}X`,
        `沪A${dice.digits(4)}领`,
        `桂B${dice.from(['AF', 'DF', 'FA'])}${dice.digits(3)}`,
      ]),
    ),
}

const numberOf = (dice: Dice, kind: string): string => {
  const tell = tellingKinds[kind]
  if (!tell) throw new Error(`no such kind: ${kind}`)
  return tell(dice).number
}

const IDENTITY = [
  '我爷爷的号_，1938年生人，查查高龄补贴',
  '低保本上写的_，村里报上去的不对',
  '户口本第3页，_，王二牛',
  '老人证件_办了2次都没办成',
  '身份证号码：_；电话没有',
  'ID：_',
  '这是我娃的_学籍就差这个',
  '_王桂花，82岁，独居',
]
const MOBILE = [
  '打了3次_都不接，第4次通了5分钟',
  '急！！！_',
  '王支书：_ 李会计不在',
  'tel_ok',
  '孩子他爸_在太原干活，一年回来2次',
  '药店老板的手机号就是_这个，2盒药80元',
  '2026年11月打过_，没下文',
  '微信同号_',
  '我叫李二狗_家住乌停村3组',
  '谁捡到老年卡请联系_必有重谢500元',
]
const LANDLINE = [
  '乡卫生院_转201',
  '白天打_，8:00到18:00有人',
  '幼儿园门口贴的是_',
  '家里电话改成_了',
  '_或者直接来2号楼',
]
const LOCAL = [
  '家里电话_（晚上8点以后）',
  '座机改了，现在电话是_',
  '拨打电话_找会计',
  '老人只会用固定电话_',
  '联系电话：_，2楼',
]
const CARD = [
  '补贴打错卡了，应打_，农信社的',
  '卡号是_，1200元没到',
  '我娘的存折账号_，3个月没进钱',
  '银行卡：_（工行）',
  '退款请退到卡_',
]
const QQ = ['老师的QQ_加不上', '企鹅号_', '扣扣号是_，班级群', 'Q Q：_', '加q_说校车的事']
const WECHAT = [
  '威信_随时找我',
  'V信：_',
  '微信号是_，头像是朵花',
  'WX：_',
  '加微信 _ 拉你进群',
  'wx号_',
  '我微信号码_',
  '加我vx：_',
]
const MAIL = ['电子邮箱_', '发到_，3天内', 'mail：_', '我儿子邮箱_收材料', '回信地址 _']
const PLATE = [
  '拉货的_把路压坏了3处',
  '肇事车_跑了',
  '就是_那台校车，38个座坐了52个娃',
  '_停在急救通道2小时',
  '村口天天停着_',
]

function say(dice: Dice, lines: readonly string[], number: string): Telling {
  const [before = '', behind = ''] = dice.from(lines).split('_')
  return { before, number, behind }
}
