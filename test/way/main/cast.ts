import type { Actor } from '../../support/actor.ts'
import type { Way } from '../../support/open-way.ts'

export const VILLAGE = '140822105201'
export const TOWNSHIP = '140822105'

/** Villages of that township. People of different ones are not offered what the others said. */
export const VILLAGES = [
  '140822105200',
  '140822105201',
  '140822105202',
  '140822105204',
  '140822105205',
  '140822105206',
  '140822105207',
  '140822105208',
  '140822105210',
  '140822105211',
  '140822105213',
  '140822105214',
  '140822105215',
  '140822105216',
  '140822105218',
]

/** Who takes part in the main way, and what they will say: none of it may ever be found in a log. */
export interface Cast {
  way: Way
  administrator: Actor
  /** the administrator in the channel of 乌停村 */
  committee: Actor
  /** the administrator in the group of 高村镇 */
  township: Actor
  /** 乌停村, by its link: healthcare, in Chinese */
  wang: Actor
  /** 乌停村, by its link: schooling, in English */
  emma: Actor
  /** 北张村, by typing its name: elder care */
  li: Actor
  /** 乌停村, by stepping down: straight to the township */
  zhao: Actor
  receipts: { wang: string; emma: string; li: string; zhao: string }
}

export const NAMES = ['王秀英', '李建国', '赵铁柱', 'Emma', 'Carter', '张主任']

export const WORDS = {
  wang: '降压药常常断，要去县里买',
  wangWish: '村里卫生室备齐三种药',
  emma: 'The bus stops two kilometres away',
  emmaWish: 'A stop at the village gate',
  li: '想有个吃午饭的地方',
  liWish: '老年食堂一天一顿就够',
  zhao: '村医收费没有单子',
  answer: '从今天起卫生室备足三种降压药',
}

/** Casts the people; nobody has done anything yet. */
export function cast(way: Way): Cast {
  const administrator = way.telegram.administrator()
  const channel = way.telegram.world.addChannel({
    title: '乌停村村委会',
    administrators: [administrator.id],
  })
  const group = way.telegram.world.addGroup({ title: '高村镇民生群', administrators: [administrator.id] })
  return {
    way,
    administrator,
    committee: administrator.in(channel),
    township: administrator.in(group),
    wang: way.telegram.person({ firstName: '王秀英' }),
    emma: way.telegram.person({ firstName: 'Emma', lastName: 'Carter', languageCode: 'en' }),
    li: way.telegram.person({ firstName: '李建国' }),
    zhao: way.telegram.person({ firstName: '赵铁柱' }),
    receipts: { wang: '', emma: '', li: '', zhao: '' },
  }
}
