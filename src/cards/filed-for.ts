import { z } from 'zod'

/** What somebody is to whoever files for them, with its pictogram. */
export const relationships = { neighbour: '🏠', relative: '👪', elder: '👵', villager: '🏘' } as const
export type Relationship = keyof typeof relationships
export const relationshipIds = Object.keys(relationships) as [Relationship, ...Relationship[]]

/** How Draft.filedFor looks in the database: whom a card is filled in for. */
export const filedForSchema = z.object({
  relationship: z.enum(relationshipIds),
  /** null: the person did not agree that it is told */
  name: z.string().nullable(),
})
export type ForWhom = z.infer<typeof filedForSchema>
