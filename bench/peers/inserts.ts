import { insertCard, pool } from './peer-store.ts'

/** How many cards a second `pg` inserts with so many at once and no bot around it: what no bot can pass. */
export async function bareInserts(residents: number, cards: number): Promise<number> {
  const startedAt = performance.now()
  let next = 0
  const one = async () => {
    while (next < cards) {
      next += 1
      await insertCard(next, ['我自己', '药品不全', '降压药常常断货，要去县里买', '盼着大夫下来'])
    }
  }
  await Promise.all(Array.from({ length: residents }, one))
  return cards / ((performance.now() - startedAt) / 1000)
}

const [residents = '50', cards = '5000'] = process.argv.slice(2)
await bareInserts(Number(residents), Math.ceil(Number(cards) / 5))
const perSecond = await bareInserts(Number(residents), Number(cards))
process.stdout.write(`${perSecond}\n`)
await pool.end()
