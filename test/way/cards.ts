import type { Step } from '../support/walk.ts'

/** A complete card of each topic, from the topic's button on: every question answered, in as few steps as there are. */
export const completeCards = {
  healthcare: {
    steps: (words: string): Step[] => [
      '看病吃药',
      '家里老人',
      '药品不全',
      '下一步',
      /^🙁/,
      '县城',
      '一小时以内',
      { text: words },
      { text: `${words}，盼着`, afterSeconds: 61 },
      '这个月',
      '不署名',
      '✅ 提交',
    ],
    row: (words: string) => ({
      topic: 'healthcare',
      aspects: ['medicines'],
      satisfaction: 2,
      answers: { about: 'elder', first_visit: 'county', travel_time: 'under_60_min' },
      words,
      wish: `${words}，盼着`,
      urgency: 'this_month',
      visibility: 'committee',
    }),
  },
  schooling: {
    steps: (words: string): Step[] => [
      '孩子上学',
      '孩子',
      '校车',
      '下一步',
      /^🙂/,
      '小学',
      '三公里以内',
      { text: words },
      { text: `${words}，盼着`, afterSeconds: 61 },
      '不急',
      '署我的名',
      '✅ 提交',
    ],
    row: (words: string) => ({
      topic: 'schooling',
      aspects: ['school_bus'],
      satisfaction: 4,
      answers: { about: 'child', stage: 'primary', distance: 'under_3_km' },
      words,
      wish: `${words}，盼着`,
      urgency: 'can_wait',
      visibility: 'committee_named',
    }),
  },
  elder_care: {
    steps: (words: string): Step[] => [
      '老人照护',
      '邻居',
      '吃饭难',
      '下一步',
      /^😐/,
      '一个人',
      '做饭',
      '下一步',
      { text: words },
      { text: `${words}，盼着`, afterSeconds: 61 },
      '很急',
      '不给村里看',
      '✅ 提交',
    ],
    row: (words: string) => ({
      topic: 'elder_care',
      aspects: ['meals'],
      satisfaction: 3,
      answers: { about: 'neighbour', lives_with: 'alone', help_missing: ['cooking'] },
      words,
      wish: `${words}，盼着`,
      urgency: 'now',
      visibility: 'township',
    }),
  },
  other: {
    steps: (words: string): Step[] => [
      '别的事',
      '全村',
      '路灯',
      '下一步',
      /^😣/,
      { text: words },
      { text: `${words}，盼着`, afterSeconds: 61 },
      '这个月',
      '不署名',
      '✅ 提交',
    ],
    row: (words: string) => ({
      topic: 'other',
      aspects: ['street_lights'],
      satisfaction: 1,
      answers: { about: 'village' },
      words,
      wish: `${words}，盼着`,
      urgency: 'this_month',
      visibility: 'committee',
    }),
  },
} as const

export type Topic = keyof typeof completeCards
export const topics = Object.keys(completeCards) as Topic[]

/** What of a submission says whether a card arrived as it was filled in. */
export const submissionFacts = {
  topic: true,
  aspects: true,
  satisfaction: true,
  answers: true,
  words: true,
  wish: true,
  urgency: true,
  visibility: true,
} as const
