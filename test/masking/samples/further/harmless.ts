import type { Dice } from '../dice.ts'

const two = (value: number) => String(value).padStart(2, '0')
const many = (count: number, make: (at: number) => string | number, gap: string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(gap)
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const receipt = (dice: Dice) => {
  const four = () => many(4, () => dice.from([...CROCKFORD]), '')
  return `${four()}-${four()}`
}
const village = (dice: Dice) =>
  dice.from(['140822', '140802', '140881', '140823']) +
  dice.from(['100', '101', '105', '201', '203']) +
  dice.from(['200', '201', '213', '219', '001'])
const time = (dice: Dice) => `${5 + dice.below(18)}:${two(dice.below(60))}`
const day = (dice: Dice) => ({ y: 2015 + dice.below(12), m: 1 + dice.below(12), d: 1 + dice.below(28) })
const stamp = (dice: Dice) => {
  const { y, m, d } = day(dice)
  return `${y}${two(m)}${two(d)}`
}
const between = (dice: Dice, from: number, to: number) => from + dice.below(to - from)

/** Harmless numbers thought up when the rules had been written, and the first that were used to better them. */
export const firstHarmless: Record<string, (dice: Dice) => string> = {
  'spans of days': (dice) => {
    const [a, b] = [day(dice), day(dice)]
    return dice.from([
      `${stamp(dice)}-${stamp(dice)} 停诊`,
      `${a.y}.${two(a.m)}.${two(a.d)}—${b.y}.${two(b.m)}.${two(b.d)}住院`,
      `住院时间${a.y}/${a.m}/${a.d}~${b.y}/${b.m}/${b.d}，合疗没报`,
      `${stamp(dice)}${two(dice.below(24))}${two(dice.below(60))} 打印的单子`,
      `${a.y}-${two(a.m)}-${two(a.d)} ${two(dice.below(24))}:${two(dice.below(60))}:${two(dice.below(60))} 挂的号`,
      `农历${a.y}年八月十五，阳历${b.y}.${b.m}.${b.d}`,
      `照片名字IMG_${stamp(dice)}_${two(dice.below(24))}${two(dice.below(60))}${two(dice.below(60))}`,
      `${a.m}.${a.d} ${b.m}.${b.d} ${a.m}.${b.d} 三天没人`,
      `${two(a.m)}${two(a.d)}、${two(b.m)}${two(b.d)}、${two(a.m)}${two(b.d)}都没开门`,
    ])
  },
  timetables: (dice) =>
    dice.from([
      `班车${many(6, () => time(dice), ' ')}，就这几趟`,
      `开门：${time(dice)}-${time(dice)},${time(dice)}-${time(dice)}`,
      `校车${many(4, () => time(dice), '、')}，赶不上`,
      `${many(5, () => time(dice), '\n')}`,
      `早${dice.below(10)}点${two(dice.below(60))}晚${dice.below(10)}点${two(dice.below(60))}`,
      `门诊8.00-12.00，14.30-18.00`,
      `作息 0600 0730 1200 1430 1800`,
    ]),
  'rows of readings': (dice) => {
    const pressure = () => `${between(dice, 100, 190)}/${between(dice, 55, 115)}`
    const sugar = () => `${between(dice, 4, 20)}.${dice.below(10)}`
    return dice.from([
      `血压${many(5, pressure, '、')}，药断了`,
      `高压${many(6, () => between(dice, 120, 190), '、')}`,
      `血糖${many(7, sugar, ' ')}`,
      `心率${many(6, () => between(dice, 60, 130), ' ')}`,
      `白细胞${sugar()}×10^9/L，血小板${between(dice, 90, 300)}`,
      `肌酐${between(dice, 60, 300)} 尿酸${between(dice, 200, 600)} 转氨酶${between(dice, 10, 90)}`,
      `身高1${between(dice, 40, 85)} 体重${between(dice, 40, 90)}.${dice.below(10)} 血压${pressure()}`,
      `早上${pressure()} 晚上${pressure()} 第二天${pressure()}`,
    ])
  },
  'rows of prices': (dice) =>
    dice.from([
      `${many(4, () => `${between(dice, 10, 900)}.${two(dice.below(100))}`, '、')}元，四样药`,
      `饭钱${many(5, () => between(dice, 5, 30), '+')}`,
      `报了${between(dice, 1000, 9999)}.${two(dice.below(100))}，自己掏${between(dice, 1000, 9999)}.${two(dice.below(100))}`,
      `合计￥${between(dice, 10, 99)},${dice.digits(3)},${dice.digits(3)}.00`,
      `学费${between(dice, 1000, 4000)}书费${between(dice, 100, 400)}饭费${between(dice, 100, 900)}`,
      `每月${between(dice, 100, 200)}元×12=${between(dice, 1200, 2400)}元`,
      `工程款13${dice.digits(9)}元`,
      `预算一千三百八十万零一百三十八元`,
      `电费${between(dice, 100, 900)}元、水费${between(dice, 10, 99)}元、煤气${between(dice, 100, 300)}元`,
    ]),
  'several receipts': (dice) =>
    dice.from([
      `回执 ${receipt(dice)}，还有${receipt(dice)}`,
      `${receipt(dice)}\n${receipt(dice)}\n${receipt(dice)}`,
      `我的${receipt(dice).toLowerCase()}咋样了`,
      `${receipt(dice).replace('-', ' ')} 有信吗`,
      `${dice.digits(4)}-${dice.digits(4)} 这个回执`,
      `回执码${dice.digits(4)}-${dice.digits(4)}、${dice.digits(4)}-${dice.digits(4)}`,
      `附议${receipt(dice)}和${receipt(dice)}`,
    ]),
  'village codes in rows': (dice) =>
    dice.from([
      `${village(dice)}、${village(dice)}、${village(dice)}`,
      `村码${village(dice)}`,
      `${village(dice)} ${village(dice)}`,
      `${village(dice)}\n${village(dice)}`,
      `乌停村（${village(dice)}）和邻村（${village(dice)}）`,
      `链接 v${village(dice)} 打不开`,
      `/link ${village(dice)}`,
      `14 08 22 105 201`,
      `1408-22-105-201`,
    ]),
  'names of services before numbers': (dice) =>
    dice.from([
      `微信群里通知了${between(dice, 2, 30)}次`,
      `用微信交了${between(dice, 100, 9999)}元`,
      `微信转账${between(dice, 1000, 99999)}`,
      `QQ群${between(dice, 100, 499)}人没一个说话`,
      `电话打了${between(dice, 2, 30)}次，等了${between(dice, 10, 60)}分钟`,
      `电话费一月${between(dice, 19, 199)}元，一年${between(dice, 1000, 9999)}元`,
      `银行卡里就剩${between(dice, 10, 99999)}块`,
      `身份证丢了${between(dice, 2, 30)}天，跑了${between(dice, 2, 9)}趟`,
      `手机${between(dice, 1000, 5999)}元买的`,
      `邮箱里有${between(dice, 10, 999)}封信`,
      `微信步数${between(dice, 1000, 39999)}步`,
      `QQ音乐 微信支付 支付宝都不会用`,
      `账上${between(dice, 10000, 9999999)}元哪去了`,
    ]),
  'numerals in words': (dice) =>
    dice.from([
      '一五一十说清楚，别七七八八的',
      '三三两两的，一二十个老人',
      '九九八十一难，一年三百六十五天',
      '二〇二五年十一月二十四日上午八点三十分',
      '一二三四五六七，七六五四三二一',
      '三番五次，十有八九，七上八下，四面八方',
      '一个人要三四五六七八次才能报上',
      '要一会儿，巴巴地等，似有似无，期期艾艾',
      '一零一医院三零一医院都去过',
      '五六七八月份，九十月份',
      '一年级二班三班四班五班都没有音乐老师',
      `张三李四王二麻子${between(dice, 2, 9)}个人`,
    ]),
}

/** Thought up at the same time, and not looked at until the first had been dealt with. */
export const secondHarmless: Record<string, (dice: Dice) => string> = {
  'places and areas': (dice) =>
    dice.from([
      `东经110.${dice.digits(4)} 北纬35.${dice.digits(4)}`,
      `35.${dice.digits(6)},110.${dice.digits(6)}`,
      `路桩K${between(dice, 10, 200)}+${dice.digits(3)}到K${between(dice, 10, 200)}+${dice.digits(3)}`,
      `G209国道${between(dice, 100, 900)}公里处`,
      `宅基地${between(dice, 100, 400)}.${dice.digits(2)}平米，耕地${between(dice, 1, 20)}.${dice.digits(2)}亩`,
      `长${between(dice, 100, 999)}米宽${between(dice, 3, 9)}米厚${between(dice, 10, 30)}公分`,
    ]),
  meters: (dice) =>
    dice.from([
      `电表从${between(dice, 10000, 99999)}走到${between(dice, 10000, 99999)}`,
      `水表读数00${dice.digits(4)}→00${dice.digits(4)}`,
      `电表 ${between(dice, 10000, 99999)} ${between(dice, 10000, 99999)} ${between(dice, 10000, 99999)}`,
      `煤气表${dice.digits(5)}.${dice.digits(2)}`,
    ]),
  'years in rows': (dice) =>
    dice.from([
      many(5, (at) => 2018 + at, '、'),
      many(6, (at) => 2019 + at, ' '),
      `${many(3, (at) => 2020 + at, '，')}三年没体检`,
      `${between(dice, 1990, 2010)}年的房，${between(dice, 2011, 2019)}年修，${between(dice, 2020, 2026)}年漏`,
      `${many(4, (at) => 2021 + at, '\n')}`,
      `2019-2020学年 2020-2021学年 2021-2022学年`,
      `一九八五、一九九〇、二〇〇五年都修过`,
    ]),
  'ages, classes, lists': (dice) =>
    dice.from([
      `今年${between(dice, 60, 95)}，老伴${between(dice, 60, 95)}，儿子${between(dice, 30, 60)}，孙子${between(dice, 1, 30)}`,
      `一年级${between(dice, 10, 60)}人、二年级${between(dice, 10, 60)}人、三年级${between(dice, 10, 60)}人`,
      `1.${'没药'} 2.没医生 3.没床 4.没车 5.太贵`,
      `1、2、3、4、5、6、7、8、9组都没水`,
      `1 2 3 4 5 6 组的路灯`,
      `年龄${many(6, () => between(dice, 60, 99), '、')}`,
      `人数 ${many(6, () => between(dice, 10, 99), ' ')}`,
      `${many(8, (at) => `${at + 1}`, ',')}号楼`,
      `门牌${between(dice, 1, 9)}-${between(dice, 1, 9)}-${between(dice, 101, 1802)}、${between(dice, 1, 9)}-${between(dice, 1, 9)}-${between(dice, 101, 1802)}`,
      `成绩${many(5, () => between(dice, 50, 150), '、')}`,
    ]),
  'numbers that are public': (dice) =>
    dice.from([
      '打120、110、119都行',
      '12345、12393、12320都打过',
      '打12345 3次 打12393 2次',
      '邮编044200 区号0359',
      '95598说停电，10086说没信号，96110打来的',
      '400-830-1234是厂家的',
      '800-820-8820 厂家热线',
      '办事点周一到周五8:30-17:30，12345转2再转3',
      '12301 12315 12333 12348',
      '电话：12345',
      '热线电话12393、12320-9',
    ]),
  'papers and standards': (dice) =>
    dice.from([
      `国药准字H${dice.digits(8)}`,
      `国药准字Z${dice.digits(8)}，批号${stamp(dice)}`,
      `晋政办发〔${between(dice, 2015, 2026)}〕${between(dice, 1, 99)}号`,
      `GB/T 35560—2017 和 GB 50763-2012`,
      `发票号码${dice.digits(20)}`,
      `发票代码014${dice.digits(9)} 号码${dice.digits(8)}`,
      `快递单号SF${dice.digits(13)}`,
      `执行标准Q/YC${dice.digits(4)}-${between(dice, 2010, 2024)}`,
      `条码69${dice.digits(11)}`,
      `型号BM-${dice.digits(4)}A，序列号${dice.digits(6)}`,
    ]),
  'grid codes in any writing': (dice) =>
    dice.from([
      `网格${village(dice)}00${between(dice, 1, 9)}`,
      `${village(dice)}00${between(dice, 1, 9)}、${village(dice)}0${between(dice, 10, 30)}`,
      `网格员（${village(dice)}00${between(dice, 1, 9)}）没来过`,
      `${village(dice)}-00${between(dice, 1, 9)}`,
      `${village(dice)} 00${between(dice, 1, 9)} 网格`,
      `网格编码：${village(dice)}00${between(dice, 1, 9)}，共${between(dice, 20, 99)}户${between(dice, 40, 300)}人`,
    ]),
  prescriptions: (dice) =>
    dice.from([
      `阿莫西林0.25g×24粒 0.5g tid 7天`,
      `硝苯地平${between(dice, 10, 30)}mg qd，阿司匹林100mg qn，他汀20mg`,
      `厄贝沙坦150/12.5mg×${between(dice, 7, 30)}`,
      `早${between(dice, 8, 30)}u 中${between(dice, 8, 30)}u 晚${between(dice, 8, 30)}u`,
      `0.9%氯化钠250ml+头孢2.0g ivgtt bid×${between(dice, 3, 9)}`,
      `一次1片一日3次，1盒24片，1疗程3盒`,
      `5mg 10mg 20mg 40mg 80mg 都没有`,
      `5、10、20、40、80毫克的都断了`,
    ]),
}
