import type { User } from 'grammy/types'
import type { PersonRecord } from '../model.ts'
import type { Runtime } from '../runtime.ts'

/** A person as the Bot API shows them; `from` also tells the client's language. */
export function describePerson(person: PersonRecord, withLanguage = true): User {
  return {
    id: person.id,
    is_bot: false,
    first_name: person.firstName,
    ...(person.lastName ? { last_name: person.lastName } : {}),
    ...(person.username ? { username: person.username } : {}),
    ...(withLanguage ? { language_code: person.languageCode } : {}),
  }
}

export function describeBot({ bot }: Pick<Runtime, 'bot'>): User {
  return { id: bot.id, is_bot: true, first_name: bot.firstName, username: bot.username }
}

export function describeUser(runtime: Pick<Runtime, 'bot' | 'people'>, userId: number): User {
  if (userId === runtime.bot.id) return describeBot(runtime)
  const person = runtime.people.get(userId)
  if (!person) throw new Error(`nobody has the id ${userId}`)
  return describePerson(person, false)
}
