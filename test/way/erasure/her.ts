import type { Traces } from './find-traces.ts'

/** Somebody whose every trace can be told from everybody else's. */
export const HER = {
  id: 7_304_615_928,
  firstName: '雪晴',
  lastName: '慕容',
  words: '我是慕容雪晴，村卫生室的降压药从霜降起就断了，来回要倒三趟班车',
  added: '上回说的铁皮柜子还锁着，钥匙在会计老郭那里挂着',
  why: '柜子开了可里头只有过期的感冒冲剂，一板降压片都没有',
  quick: '东头那口老井的水泵又烧了，挑水的人家排到碾盘那边',
  draft: '二年级的娃天天踩着河滩石头上学，发水那天差点滑下去',
  place: { latitude: 35.417263, longitude: 110.843917 },
  voice: '霜降那天的录音带着咳嗽声',
}

/** `ours`: ids of Telegram's for what she sent, which the product kept. */
export const tracesOfHer = (ours: readonly string[]): Traces => ({
  texts: [HER.words, HER.added, HER.why, HER.quick, HER.draft, HER.voice],
  wholes: [
    String(HER.id),
    HER.lastName,
    HER.firstName,
    String(HER.place.latitude),
    String(HER.place.longitude),
    ...ours,
  ],
})
