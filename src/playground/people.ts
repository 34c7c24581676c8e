import type { PlaygroundPerson } from './contract.ts'

export const BOT = { username: 'xiangyin_local_bot', firstName: '乡音' }

export const ADMINISTRATOR_ID = 100000091

/** The village whose committee has a channel from the start: 乌停村, 高村镇, 万荣县. */
export const LINKED_VILLAGE = {
  code: '140822105201',
  channelTitle: '乌停村村委会',
  link: {
    payload: 'v140822105201',
    labels: { zh: '📌 扫乌停村村口的码', en: '📌 Scan the code on Wuting village’s notice board' },
  },
}

/** Who one can be on the page. The names are made up. */
export const people: PlaygroundPerson[] = [
  { id: 100000011, firstName: '王秀英', languageCode: 'zh-hans', part: 'resident' },
  { id: 100000012, firstName: '李建国', languageCode: 'zh-hans', part: 'resident' },
  { id: 100000013, firstName: 'Emma', lastName: 'Carter', languageCode: 'en', part: 'resident' },
  { id: ADMINISTRATOR_ID, firstName: '张主任', languageCode: 'zh-hans', part: 'administrator' },
]
