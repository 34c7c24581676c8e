import { createPerson, type Person } from './person.ts'

/** The newest code on the filer's screen is given to whom it is for, who agrees to the card in their own chat, or does not. */
export async function handOver(filer: Person): Promise<void> {
  const { chance, surroundings } = filer
  const { witness } = surroundings
  const [, code] =
    witness
      .shown(filer.id)
      .slice(0, 3)
      .map(({ caption = '' }) => /start=c([0-9A-Z]{10})/.exec(caption))
      .find(Boolean) ?? []
  if (!code) return
  const relative = createPerson(`老孙家${surroundings.token()}`, filer.village, surroundings)
  surroundings.joins(relative)
  for (const card of filer.cards) if (card.fate === 'waiting') card.shownTo.push(relative.id)
  await relative.command(`/start c${code}`)
  const look = relative.buttons().find(({ press }) => press.kind === 'proxy-look')
  if (!look) return
  relative.agreed = true
  await relative.press(look)
  const wanted = chance.onceIn(4) ? 'proxy-decline' : 'proxy-agree'
  const decide = relative.buttons().find(({ press }) => press.kind === wanted)
  if (!decide || !('id' in decide.press)) return
  const { id } = decide.press
  const card = filer.cards.find(({ tag, fate }) => fate === 'waiting' && id.startsWith(tag ?? '-'))
  if (!card) throw new Error('that card waits for nobody')
  filer.story.push(`  ${relative.name} ${wanted} ${card.tag}`)
  const at = witness.now()
  // both at once: what is remembered must be so when it is looked at
  if (wanted === 'proxy-agree')
    Object.assign(card, { fate: 'submitted', owner: relative.id, submittedAt: at })
  else card.fate = 'gone'
  if (wanted === 'proxy-agree') relative.cards.push(card)
  await relative.press(decide)
}
