import type { Dice } from './dice.ts'

/** A number that tells who somebody is, as it stands on paper, in a sentence: before, number, behind. */
export interface Telling {
  before: string
  number: string
  behind: string
}

/** What each kind looks like, by the rules of those who give them out, and how people say it. */
export const tellingKinds: Record<string, (dice: Dice) => Telling> = {
  'identity card, 18 digits': (dice) => say(dice, IDENTITY_SENTENCES, identity(dice, 'right')),
  'identity card, wrong check digit': (dice) => say(dice, IDENTITY_SENTENCES, identity(dice, 'wrong')),
  'identity card, 15 digits': (dice) =>
    say(dice, IDENTITY_SENTENCES, place(dice) + birthday(dice, 30, 79).slice(2) + dice.digits(3)),
  mobile: (dice) => say(dice, MOBILE_SENTENCES, mobile(dice)),
  'mobile with country code': (dice) => say(dice, MOBILE_SENTENCES, `86${mobile(dice)}`),
  'landline with area code': (dice) =>
    say(dice, LANDLINE_SENTENCES, dice.from(['0359', '0351', '0375', '0755', '0106', '0298']) + local(dice)),
  'landline without area code': (dice) => say(dice, LOCAL_SENTENCES, local(dice).slice(0, 7)),
  'bank card': (dice) => say(dice, CARD_SENTENCES, bankCard(dice)),
  QQ: (dice) => say(dice, QQ_SENTENCES, String(dice.below(9) + 1) + dice.digits(6 + dice.below(4))),
  WeChat: (dice) => say(dice, WECHAT_SENTENCES, wechat(dice)),
  'e-mail': (dice) => say(dice, MAIL_SENTENCES, mail(dice)),
  'licence plate': (dice) => say(dice, PLATE_SENTENCES, plate(dice)),
}

/** Kinds that are made of digits only, so that every script can write them; but for the X of an identity card. */
export const isOfDigits = (kind: string) => !['WeChat', 'e-mail', 'licence plate'].includes(kind)

const sentences = (...lines: string[]) => lines
const IDENTITY_SENTENCES = sentences(
  '我的身份证号是_，麻烦查一下医保',
  '身份证_',
  '我娘叫刘桂英，_，慢病卡一直没办下来',
  '给孩子报名要的号：_。谢谢',
  '证号 _ 。养老金三个月没到',
  '（_）这是我爹的证，麻烦看看补贴',
  '登记错了，应该是_，不是别人的',
  'My ID is _ please check',
  '_',
)
const MOBILE_SENTENCES = sentences(
  '我的电话_，有消息给我回个话',
  '打我手机_',
  '_ 是我闺女的号',
  '有事找王医生，_。',
  '联系人张三（_），晚上在家',
  '校车师傅的号是：_，老打不通',
  '村里谁能管管？我是李大娘，_',
  'call me at _ please',
  '药断了两个月了，_，急',
  '老人一个人住，儿子_在外地打工',
  '_',
)
const LANDLINE_SENTENCES = sentences(
  '卫生室的座机_没人接',
  '家里_，白天有人',
  '学校给的号：_，打过去是空号',
  '敬老院电话 _ 。',
  '_这个号一直占线',
)
const LOCAL_SENTENCES = sentences(
  '家里座机_，白天有人',
  '电话：_。晚上打',
  '固话是_，找我老伴',
  '座机号码 _ 一直在用',
  'tel: _ after six',
)
const CARD_SENTENCES = sentences(
  '养老金打到这张卡：_',
  '银行卡号_，三个月没到账',
  '我的卡_，开户在信用社',
  '账号是_，麻烦查一下补贴',
  '补贴没到，_，户名刘桂英',
)
const QQ_SENTENCES = sentences(
  '加我QQ_',
  'QQ号：_，在线',
  '孩子的扣扣 _ 。',
  'qq是_，有空聊',
  '我的q号 _ 随时在',
)
const WECHAT_SENTENCES = sentences(
  '加我微信_',
  '微信号：_，备注校车',
  '我的微信是 _ 。',
  'vx_ 有事说',
  '加v：_',
  'wechat _ please',
)
const MAIL_SENTENCES = sentences('发我邮箱_', '邮箱是 _ ，谢谢', 'E-mail: _', '材料寄到 _ 就行', '_ 收')
const PLATE_SENTENCES = sentences(
  '校车是_，超载',
  '那辆面包车_，天天堵在卫生室门口',
  '车牌_，请查一下',
  '救护车（_）半路坏了',
  '_ 司机开得太快',
)

function say(dice: Dice, lines: readonly string[], number: string): Telling {
  const [before = '', behind = ''] = dice.from(lines).split('_')
  return { before, number, behind }
}

const place = (dice: Dice) =>
  dice.from(['140822', '142727', '110105', '330382', '410822', '620522', '510107', '350121'])

function birthday(dice: Dice, from: number, to: number): string {
  const year = 1900 + from + dice.below(to - from)
  return `${year}${two(1 + dice.below(12))}${two(1 + dice.below(28))}`
}

const two = (value: number) => String(value).padStart(2, '0')

function identity(dice: Dice, check: 'right' | 'wrong'): string {
  const body = place(dice) + birthday(dice, 28, 118) + dice.digits(3)
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body.charAt(at)), 0)
  return body + '10X98765432'.charAt((sum + (check === 'right' ? 0 : 1 + dice.below(10))) % 11)
}

function mobile(dice: Dice): string {
  return dice.from(['138', '139', '150', '187', '133', '177', '199', '166', '145']) + dice.digits(8)
}

function local(dice: Dice): string {
  return String(2 + dice.below(7)) + dice.digits(6)
}

function bankCard(dice: Dice): string {
  const body = dice.from(['622202', '621700', '622848', '623668', '436742']) + dice.digits(dice.from([9, 12]))
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return body + ((10 - (sum % 10)) % 10)
}

const name = (dice: Dice) => dice.from(['zhang', 'liguiying', 'wx', 'laowang', 'ma', 'chenxiao'])

function wechat(dice: Dice): string {
  return dice.from([
    `${name(dice)}_${dice.digits(4)}`,
    `${name(dice)}${dice.digits(6)}`,
    `${name(dice)}-${dice.digits(5)}`,
    `wxid_${dice.digits(6)}abcd22`,
  ])
}

function mail(dice: Dice): string {
  const local = dice.from([
    `${name(dice)}${dice.digits(3)}`,
    `1${dice.digits(8)}`,
    `${name(dice)}.${name(dice)}`,
  ])
  return `${local}@${dice.from(['qq.com', '163.com', '126.com', 'gmail.com', 'sina.com.cn', 'yuncheng.gov.cn'])}`
}

function plate(dice: Dice): string {
  const start = dice.from(['晋M', '晋A', '陕E', '京N', '豫C', '苏E'])
  return (
    start +
    dice.from([
      dice.digits(5),
      `${dice.from(['A', 'K', 'Q'])}${dice.digits(4)}`,
      `${dice.digits(3)}${dice.from(['B', 'X'])}${dice.digits(1)}`,
      `${dice.from(['D', 'F'])}${dice.digits(5)}`,
      `${dice.digits(4)}挂`,
    ])
  )
}
