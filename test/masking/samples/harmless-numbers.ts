import type { Dice } from './dice.ts'

const two = (value: number) => String(value).padStart(2, '0')
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const chinese = (digits: string) =>
  digits.replace(/\d/g, (digit) => [...'〇一二三四五六七八九'][Number(digit)] ?? '')

/** Numbers in sentences about a village that tell nothing of who somebody is, as people write them. */
export const harmlessKinds: Record<string, (dice: Dice) => string> = {
  date: (dice) => {
    const [y, m, d] = date(dice)
    const [y2, m2, d2] = date(dice)
    return dice.from([
      `${y}年${m}月${d}日去的镇医院`,
      `${y}-${two(m)}-${two(d)} 到 ${y2}-${two(m2)}-${two(d2)} 卫生室一直关门`,
      `${y}.${m}.${d}、${y2}.${m2}.${d2} 两次都没药`,
      `${y}/${two(m)}/${two(d)} ${dice.below(24)}:${two(dice.below(60))}`,
      `${y}${two(m)}${two(d)}、${y2}${two(m2)}${two(d2)}都去过`,
      `从${chinese(String(y))}年${m}月起，${chinese(String(y2))}年就没体检过`,
      `电话是${y}${two(m)}${two(d)}装的`,
      `${m}月${d}日-${m2}月${d2}日`,
      `${two(m)}-${two(d)} ${two(m2)}-${two(d2)} 各跑一趟`,
      `孩子生日${y}年${two(m)}月${two(d)}号，${y2}年该上学`,
    ])
  },
  time: (dice) => {
    const time = () => `${6 + dice.below(16)}:${two(dice.below(60))}`
    return dice.from([
      `卫生室${time()}-${time()}、${time()}-${time()}开门`,
      `早上${time()} ${time()} ${time()} 三趟班车`,
      `校车${time()}，放学${time()}，到家${time()}`,
      `${dice.below(12) + 1}点${dice.below(60)}分等到${dice.below(12) + 1}点半`,
      `八点一刻，十二点三十，下午两点`,
      `${time()}:${two(dice.below(60))} 打的120，${time()}才来`,
    ])
  },
  dose: (dice) =>
    dice.from([
      `降压药 ${dice.from([5, 10, 20])}mg，每天${1 + dice.below(3)}次，每次${1 + dice.below(3)}片`,
      `氨氯地平5mg×28片，${10 + dice.below(80)}.${dice.below(10)}元一盒`,
      `二甲双胍 0.${dice.digits(1)}5g*${10 + dice.below(90)}片`,
      `胰岛素早${dice.below(20)}晚${dice.below(20)}单位`,
      `一天三次，一次两片，吃了${chinese(String(10 + dice.below(80)))}天`,
      `${50 + dice.below(400)}ml/次，${1 + dice.below(4)}次/日，连用${dice.below(20) + 1}天`,
    ]),
  'blood pressure and readings': (dice) => {
    const pressure = () => `${110 + dice.below(70)}/${60 + dice.below(50)}`
    return dice.from([
      `血压${pressure()}、${pressure()}、${pressure()}`,
      `这几天量的：${pressure()} ${pressure()} ${pressure()} ${pressure()}`,
      `血糖${5 + dice.below(15)}.${dice.below(10)}，${5 + dice.below(15)}.${dice.below(10)}，餐后${8 + dice.below(15)}.${dice.below(10)}`,
      `体温3${6 + dice.below(4)}.${dice.below(10)} 脉搏${60 + dice.below(60)}`,
      `视力0.${dice.below(10)}、1.${dice.below(6)}`,
    ])
  },
  price: (dice) =>
    dice.from([
      `花了${1 + dice.below(9)},${dice.digits(3)}元`,
      `总共${1 + dice.below(99)},${dice.digits(3)},${dice.digits(3)}.${dice.digits(2)}元`,
      `${100 + dice.below(9000)}、${100 + dice.below(9000)}、${100 + dice.below(9000)}，三次的钱`,
      `三千五百块，报了一千二百八`,
      `住院${dice.digits(4)}.${dice.digits(2)}，报销${dice.digits(3)}.${dice.digits(2)}，自己掏${dice.digits(3)}.${dice.digits(2)}`,
      `￥${1 + dice.below(9)}${dice.digits(4)}.00`,
      `村里修路花了${1 + dice.below(9)}${dice.digits(6)}元`,
      `13${dice.digits(9)}元的项目款`,
      `伙食费一年${dice.from(['一千二', '两千四百', '壹仟贰佰元整'])}`,
    ]),
  receipt: (dice) => {
    const code = () => Array.from({ length: 4 }, () => dice.from([...CROCKFORD])).join('')
    return dice.from([
      `回执 ${code()}-${code()}`,
      `我的回执码是${code()}-${code()}，另一张${code()}-${code()}`,
      `查一下 ${code()}-${code()}`,
      `回执${dice.digits(4)}-${dice.digits(4)}`,
      `${code()}-${code()}、${code()}-${code()}、${code()}-${code()} 三件都没回`,
    ])
  },
  'region code': (dice) => {
    const village = `1408${two(1 + dice.below(29))}${dice.from(['100', '101', '105', '200', '203'])}${dice.from(['201', '203', '210', '001'])}`
    return dice.from([
      `乌停村 ${village}`,
      `${village}和${village.slice(0, 9)}`,
      `村代码${village}，镇${village.slice(0, 9)}，县${village.slice(0, 6)}，市1408`,
      `${village.slice(0, 6)} ${village.slice(6, 9)} ${village.slice(9)}`,
      `${village}、${village.slice(0, 10)}02`,
    ])
  },
  'grid code': (dice) => {
    const grid = `1408${two(1 + dice.below(29))}${dice.from(['100', '101', '105', '200', '203'])}${dice.from(['201', '203', '210', '001'])}${dice.digits(3)}`
    return dice.from([`网格 ${grid}`, `网格编码${grid}的网格员`, `${grid}`, `我们是${grid}网格`])
  },
  distance: (dice) =>
    dice.from([
      `离学校${1 + dice.below(20)}.${dice.below(10)}公里，走${10 + dice.below(100)}分钟`,
      `来回${10 + dice.below(90)}里地，翻${1 + dice.below(5)}座山`,
      `距离${1000 + dice.below(9000)}米`,
      `${dice.digits(1)}5 km each way, ${10 + dice.below(50)} minutes`,
    ]),
  years: (dice) =>
    dice.from([
      `${2000 + dice.below(10)} ${2010 + dice.below(5)} ${2015 + dice.below(5)} ${2020 + dice.below(6)} 年都报过`,
      `${2015 + dice.below(5)}-${2020 + dice.below(6)}年`,
      `一九${chinese(dice.digits(2))}年生，二〇二${chinese(dice.digits(1))}年得的病`,
      `${1940 + dice.below(40)}年的，今年${50 + dice.below(40)}`,
      `2019、2020、2021、2022、2023 五年`,
    ]),
  percentage: (dice) =>
    dice.from([
      `报销${10 + dice.below(80)}%，比去年少${dice.below(20)}.${dice.digits(1)}%`,
      `${dice.below(99)}.${dice.digits(2)}%`,
      `百分之${chinese(dice.digits(2))}`,
    ]),
  counts: (dice) => {
    const some = (count: number, most: number) => Array.from({ length: count }, () => 1 + dice.below(most))
    return dice.from([
      `全村${100 + dice.below(900)}户${1000 + dice.below(2000)}人，${50 + dice.below(90)}个老人`,
      `各班人数：${some(6, 60).join('、')}`,
      `${some(5, 99).join(', ')}`,
      `三个孩子，大的${5 + dice.below(10)}岁，小的${1 + dice.below(4)}岁`,
      `1、3、5、7、9、11、13、15号有集`,
      `一二三四五六年级都在一个班`,
      `1.缺药 2.没医生 3.路远 4.报销难`,
      `一是路远，二是费用高，三是没老师`,
      `${some(4, 9).join(' ')} 楼`,
      `上午来了${dice.below(30)}个，下午${dice.below(30)}个，一共${dice.below(60)}个`,
    ])
  },
  'public numbers': (dice) =>
    dice.from([
      '打120、110、119都行',
      '打12345、12333、12393没人接',
      '热线400-810-8888',
      '10086和10010都打了',
      '96156 养老热线',
      `邮编04${dice.digits(4)}`,
      `快递单号${7 + dice.below(2)}${dice.digits(14)}`,
      `国道G${100 + dice.below(200)}，${1 + dice.below(300)}公里处`,
      `K${dice.digits(4)}次火车，${1 + dice.below(16)}车${dice.digits(2)}号`,
      `${1 + dice.below(20)}号楼${1 + dice.below(4)}单元${100 + dice.below(900)}室`,
      `文件〔20${10 + dice.below(16)}〕${1 + dice.below(200)}号`,
      `云南白药、川贝、新农合`,
    ]),
}

function date(dice: Dice): [number, number, number] {
  return [2015 + dice.below(12), 1 + dice.below(12), 1 + dice.below(28)]
}
