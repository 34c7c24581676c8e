import { seededRandom } from '../support/seeded-random.ts'

const PARTS = [
  '降压药常常断货，要去县里买',
  '卫生室的大夫一个月来两回，来了人就排到门外',
  '老人腿脚不好，来回一趟要大半天',
  '报销的单子跑了三趟还没办下来，说是少一个章',
  '晚上有急病，村里叫不到车，只好等天亮',
  '体检的车去年没来，听说别的村都做了',
  '量血压的机子坏了半年，没人修',
  '下雨天路滑，去镇上看病不敢出门',
  '转院的手续要回来补，家里没有人手',
  '药价贴出来就好了，大家心里有数',
  '能不能每个月固定一天，让县里的大夫下来',
  '孩子打疫苗要去镇上，一去一上午',
]

/** What the residents say: a few sentences each, seldom the same ones. */
export function villageWords(seed: number): { words: string; wish: string } {
  const random = seededRandom(seed)
  const pick = () => PARTS[Math.floor(random() * PARTS.length)] as string
  const number = Math.floor(random() * 90) + 10
  return { words: `${pick()}，${pick()}。我家住${number}号，${pick()}`, wish: `${pick()}，盼着` }
}
