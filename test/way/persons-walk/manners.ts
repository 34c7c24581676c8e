import { oggVoice } from '../../attachments/support/recordings.ts'
import { openCard } from './after-press.ts'
import { handOver } from './hand-over.ts'
import type { Person, Remembered } from './person.ts'

type Manner = (person: Person) => Promise<void>

const MATTERS = [
  '村口的路灯坏了',
  '卫生室的药断了半个月',
  '校车老是不来',
  '老人没处吃午饭',
  '井水发黄',
  '补贴还没到手',
  'The clinic is closed',
]
const MORE = ['还有', '我娘也是', '去年就这样', '都说了三回了', '你们来看看就知道', 'since spring']
const COURTESIES = ['你好', '您好！', '谢谢', '谢谢你们', '在吗', '辛苦了', '好的']
const COMMANDS = ['/start', '/feedback', '/mine', '/language', '/privacy', '/help', '/cancel', '/nonsense']
/** what comes at once, soon, within a minute, and when somebody had time to think */
const LATER = [0, 0, 2, 15, 61, 61, 61, 61, 200]

const matter = ({ chance, surroundings: { token } }: Person) => `${chance.of(MATTERS)}${token()}。`
const more = ({ chance, surroundings: { token } }: Person) => `${chance.of(MORE)}${token()}`
const later = ({ chance }: Person) => chance.of(LATER) ?? 0

/** Somebody who is asked for a name, or for a voice, gives mostly just that. */
const isAskedForOne = (person: Person) => ['name', 'consent-voice'].includes(person.asked()?.kind ?? '')

const sayOne: Manner = async (person) => {
  await person.say({ text: matter(person) }, later(person))
}

const sayMuchInShort: Manner = async (person) => {
  if (isAskedForOne(person)) return
  person.sayAndGo({ text: matter(person) }, later(person))
  const others = 1 + person.chance.below(3)
  for (let i = 0; i < others; i += 1) person.sayAndGo({ text: more(person) })
  await person.settle()
}

const correctAfter: Manner = async (person) => {
  await person.say({ text: matter(person) }, later(person))
  await person.say({ text: `不对，是${more(person)}` }, person.chance.of([3, 20, 61]))
}

const sayLong: Manner = async (person) => {
  if (isAskedForOne(person) || lettersIn(person) > 12_000) return
  const { token } = person.surroundings
  const whole = `${token()}${'说来话长，'.repeat(500 + person.chance.below(700))}${token()}`
  person.sayAndGo({ text: whole.slice(0, 4096) }, later(person))
  if (whole.length > 4096) person.sayAndGo({ text: whole.slice(4096) })
  await person.settle()
}

const lettersIn = (person: Person) =>
  Object.values(openCard(person)?.said ?? {})
    .flat()
    .reduce((sum, { text }) => sum + (text?.length ?? 0), 0)

const greet: Manner = async (person) => {
  if (isAskedForOne(person)) return
  await person.say({ text: person.chance.of(COURTESIES) ?? '' }, later(person))
}

const voice = (person: Person) => ({ voice: { bytes: oggVoice(person.surroundings.token()), duration: 2 } })

const sayByVoice: Manner = async (person) => {
  await person.say(voice(person), later(person))
}

const voiceAfterText: Manner = async (person) => {
  if (isAskedForOne(person)) return
  const wait = person.chance.onceIn(2)
  if (wait) await person.say({ text: matter(person) }, later(person))
  else person.sayAndGo({ text: matter(person) }, later(person))
  await person.say(voice(person), person.chance.of([0, 5, 61]))
}

const sendPhotos: Manner = async (person) => {
  const photos = Array.from({ length: 1 + person.chance.below(3) }, () => person.surroundings.photo)
  const caption = person.chance.onceIn(2) ? { caption: matter(person) } : {}
  await person.say({ photos, ...caption }, later(person))
}

const photoLate: Manner = async (person) => {
  if (isAskedForOne(person)) return
  await person.say({ text: matter(person) }, later(person))
  const on = person.buttons().find(({ data }) => /:(s|n):/.test(data))
  if (on && person.chance.onceIn(2)) await person.press(on)
  await person.say({ photos: [person.surroundings.photo] }, person.chance.of([1, 30, 90]))
}

let places = 0
const sendPlace: Manner = async (person) => {
  places += 1
  await person.say({ location: { latitude: 35 + places / 10_000, longitude: 110.5 } }, later(person))
}

const editEarlier: Manner = async (person) => {
  const said = person.cards
    .slice(-3)
    .flatMap(({ said: { words, wish } }) => [...words, ...wish])
    .filter(({ text }) => text !== null && text.length < 1000)
  const old = person.chance.of(said)
  if (old) await person.edit(old.messageId, `改：${matter(person)}`)
}

const typeReceipt: Manner = async (person) => {
  const receipt = person.chance.of(person.receipts)
  if (receipt)
    await person.say({ text: person.chance.onceIn(2) ? receipt : `回执 ${receipt}。` }, later(person))
}

const giveName: Manner = async (person) => {
  if (person.asked()?.kind === 'name') await person.say({ text: `老孙${person.surroundings.token()}` }, 5)
}

const consentByVoice: Manner = async (person) => {
  if (person.asked()?.kind === 'consent-voice') await person.say(voice(person), 5)
}

const sayCommand: Manner = async (person) => {
  await person.command(person.chance.of(COMMANDS) ?? '')
}

/** How often each kind of button is pressed; of a card, by its letter. Others are left alone. */
const LIKED: Partial<Record<Remembered['press']['kind'], number>> = {
  menu: 3,
  topic: 5,
  resume: 6,
  mine: 1,
  'own-case': 3,
  'own-attachments': 0.3,
  'add-words': 4,
  withdraw: 0.5,
  'withdraw-yes': 2,
  verdict: 2,
  contentment: 3,
  language: 1,
  'proxy-begin': 0.7,
  'proxy-who': 3,
  'proxy-nameless': 1,
  'proxy-topic': 3,
  'proxy-open': 2,
  'proxy-voice': 2,
  'proxy-code': 2,
  'proxy-reopen': 0.7,
  'proxy-drop': 0.5,
  privacy: 1,
}
const LIKED_ON_CARD = {
  ...{
    choose: 6,
    tick: 2,
    untick: 0.2,
    next: 6,
    skip: 2,
    back: 0.6,
    finish: 0.6,
    change: 1,
    ask_anew: 0.4,
    anew: 2,
  },
  ...{ move: 4, keep_from_village: 0.5, leave_out: 0.5, submit: 10, submit_as_guardian: 8, not_guardian: 1 },
  ...{ discard: 0.15, choose_line: 0.7, show_review: 2, sort: 5 },
}

const likedAs = ({ press }: Remembered): number => {
  if (press.kind === 'card') return LIKED_ON_CARD[press.press.type]
  if (press.kind === 'topic' && press.insteadOf !== null) return 1
  return LIKED[press.kind] ?? 0
}

const pressOn: Manner = async (person) => {
  const button = person.chance.weighted(person.buttons().map((it) => ({ weight: likedAs(it), it })))
  if (button) await person.press(button)
  else await person.command('/feedback')
}

/** An old menu, the other window: any button that was ever to be seen. */
const pressOld: Manner = async (person) => {
  // below what is a receipt by now nothing would be seen to change, and what was asked would be over
  const isAdding = person.asked()?.kind === 'add'
  const liked = person.seen.filter((each) => likedAs(each) > 0 && !(isAdding && each.press.kind === 'card'))
  const button = person.chance.of(liked)
  if (button) await person.press(button)
}

/** The screen of the next question comes late: what is said meanwhile is for the one that is to be seen. */
const sayBeforeItShows: Manner = async (person) => {
  const at = openCard(person)?.at
  const on = person.buttons().find(({ data }) => data.endsWith(`:s:${at}`) || data.endsWith(`:n:${at}`))
  if (!on || person.asked()?.kind !== 'card' || (at !== 'words' && at !== 'wish')) return
  await person.pressAndSay(on, at, matter(person))
}

const pressTwice: Manner = async (person) => {
  const button = person.chance.weighted(person.buttons().map((it) => ({ weight: likedAs(it), it })))
  if (!button || button.press.kind.startsWith('proxy-')) return
  const { surroundings, id } = person
  await person.press(button, () => {
    if (
      button.press.kind === 'card' &&
      ['submit', 'submit_as_guardian', 'choose'].includes(button.press.press.type)
    )
      void surroundings.telegram.world.press(id, id, button.messageId, button.data, { stale: true })
  })
}

/** From wherever they are: fills the card to its end, which is never far. */
export async function complete(person: Person): Promise<void> {
  const isOver = () => person.cards.filter(({ fate }) => fate === 'submitted' || fate === 'waiting').length
  const before = isOver()
  await person.command('/feedback')
  for (let presses = 0; isOver() === before; presses += 1) {
    if (presses > 40)
      throw new Error(`the card does not come to its end: ${JSON.stringify(person.buttons())}`)
    const on = (...types: string[]) =>
      person.buttons().find(({ press }) => press.kind === 'card' && types.includes(press.press.type))
    const to = (kind: string) => person.buttons().find(({ press }) => press.kind === kind)
    const found =
      on('submit', 'submit_as_guardian') ??
      on('finish', 'show_review', 'next') ??
      on('choose', 'tick', 'skip', 'sort') ??
      to('resume') ??
      to('topic')
    if (found) await person.press(found)
    else await person.command('/feedback')
  }
}

export const manners: { weight: number; it: { name: string; act: Manner } }[] = Object.entries({
  pressOn: [45, pressOn],
  pressOld: [5, pressOld],
  pressTwice: [2, pressTwice],
  sayBeforeItShows: [4, sayBeforeItShows],
  sayOne: [6, sayOne],
  sayMuchInShort: [6, sayMuchInShort],
  correctAfter: [3, correctAfter],
  sayLong: [0.7, sayLong],
  greet: [2, greet],
  sayByVoice: [1.5, sayByVoice],
  voiceAfterText: [1.5, voiceAfterText],
  sendPhotos: [1.5, sendPhotos],
  photoLate: [1.5, photoLate],
  sendPlace: [1, sendPlace],
  editEarlier: [2, editEarlier],
  typeReceipt: [1, typeReceipt],
  giveName: [10, giveName],
  handOver: [10, handOver],
  consentByVoice: [10, consentByVoice],
  sayCommand: [4, sayCommand],
  typeLabel: [2, (person) => person.typeLabel()],
  sendSticker: [1, (person) => person.sendSticker()],
} satisfies Record<string, [number, Manner]>).map(([name, [weight, act]]) => ({ weight, it: { name, act } }))
