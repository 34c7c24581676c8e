import { z } from 'zod'

/** In which chats a button may be pressed: with one person, or in a committee's channel or group. */
export type PressPlace = 'private' | 'committee'

/**
 * By whom a button may be pressed. What its handler does beyond that is asked of the policies (access/policies).
 * `consented`: a person who agreed to what is kept of them; everybody else is asked for that first. `committee`: whoever may
 * act for the region that the chat is linked to. `administrator`: of any region.
 */
export type Presser = 'anybody' | 'consented' | 'committee' | 'administrator'

/** How the fields of a button stand in callback data. Neither direction validates: the schema does. */
export interface Wire {
  /** the fields as they were found; null where the data has another form */
  read(data: string): Record<string, unknown> | null
  write(found: Record<string, unknown>): string
}

/** One kind of button: its form, its fields (from strings, and back into them), where and by whom it may be pressed. */
export interface ButtonKind<Fields extends z.ZodType = z.ZodType> {
  wire: Wire
  fields: Fields
  where: PressPlace
  by: Presser
}

/** A kind whose data is the template with its `{field}`s filled in; all fields but the last are free of colons. */
export function button<Shape extends z.core.$ZodShape>(
  template: string,
  shape: Shape,
  allowed: { where: PressPlace; by: Presser },
): ButtonKind<z.ZodObject<Shape>> {
  return { wire: templateWire(template), fields: z.object(shape), ...allowed }
}

function templateWire(template: string): Wire {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const last = names.at(-1)
  const pattern = template
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{(\w+)\}/g, (_, name) => (name === last ? `(?<${name}>.*)` : `(?<${name}>[^:]*)`))
  return {
    read: readGroups(new RegExp(`^${pattern}$`, 'su')),
    write: (found) => template.replace(/\{(\w+)\}/g, (_, name) => String(found[name])),
  }
}

/** Reads data by the named groups of a pattern; a group that took no part is undefined. */
export function readGroups(pattern: RegExp): Wire['read'] {
  return (data) => {
    const found = pattern.exec(data)
    return found && { ...found.groups }
  }
}
