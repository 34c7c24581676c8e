import type { Runtime } from '../runtime.ts'

export function knowsUser({ people, bot }: Pick<Runtime, 'people' | 'bot'>): (id: number) => boolean {
  return (id) => id === bot.id || people.get(id) !== undefined
}
