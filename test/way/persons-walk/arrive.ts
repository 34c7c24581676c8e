import type pg from 'pg'
import { expect } from 'vitest'
import { oggVoice } from '../../attachments/support/recordings.ts'
import type { Person } from './person.ts'

/** Somebody comes by their village's link and agrees; some say what is the matter before, which is then offered to them. */
export async function arrive(person: Person, db: pg.Pool): Promise<void> {
  const { chance, surroundings, village } = person
  const saysFirst = chance.onceIn(3)
  const comesFirst = chance.onceIn(2)
  if (comesFirst) await person.command(`/start v${village}`)
  if (saysFirst) {
    const some = 1 + chance.below(3)
    for (let i = 0; i < some; i += 1)
      person.sayAndGo(
        chance.onceIn(4)
          ? { voice: { bytes: oggVoice(surroundings.token()), duration: 2 } }
          : { text: `卫生室的药断了半个月，没人管${surroundings.token()}。` },
      )
    await person.settle()
    const noted = await db.query('SELECT state::text FROM conversation_state WHERE key LIKE $1', [
      `${person.id}%`,
    ])
    expect(JSON.stringify(noted.rows)).not.toMatch(/[〔卫]/)
  }
  if (!comesFirst) await person.command(`/start v${village}`)
  const agree = person.buttons().find(({ press }) => press.kind === 'consent')
  if (!agree) throw new Error('nobody asks for consent')
  person.agreed = true
  await person.press(agree)
  if (!saysFirst) return
  const wanted = chance.onceIn(4) ? 'menu' : 'first-words'
  const offered = person.buttons().find(({ press }) => press.kind === wanted)
  if (!offered) throw new Error('their first words are not offered to them')
  await person.press(offered)
  person.first = []
}
