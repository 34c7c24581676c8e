import { z } from 'zod'
import { buttons, MOST_NAME_BYTES } from './buttons.ts'
import type { ButtonKind, Presser, PressPlace } from './define-button.ts'

export type PressKind = keyof typeof buttons

/** What a button of ours of this kind means. */
export type PressOf<Kind extends PressKind> = { [Each in Kind]: { kind: Each } & FieldsOf<Each> }[Kind]

/** An object without fields would be a type that nothing fits. */
type FieldsOf<Kind extends PressKind> = Fields<z.output<(typeof buttons)[Kind]['fields']>>
type Fields<Found> = string extends keyof Found ? unknown : Found

/** What a button of ours means. */
export type Press = PressOf<PressKind>

/** Telegram's limit: https://core.telegram.org/bots/api#inlinekeyboardbutton */
const MOST_BYTES = 64

const kinds: [PressKind, ButtonKind][] = Object.entries(buttons) as [PressKind, ButtonKind][]

/** As callback data of at most 64 bytes. Throws for a press that cannot be one: a bug. */
export function encodePress({ kind, ...fields }: Press): string {
  const { wire, fields: schema }: ButtonKind = buttons[kind]
  const data = wire.write(z.encode(schema, fields) as Record<string, unknown>)
  if (Buffer.byteLength(data) > MOST_BYTES) throw new Error(`too long for a button of the kind ${kind}`)
  return data
}

/**
 * What callback data means; null for what is no button of ours (any more). Anybody can send anything here, for buttons
 * that were never shown: what comes through is all that a handler ever sees. Never throws.
 */
export function decodePress(data: string): Press | null {
  if (Buffer.byteLength(data) > MOST_BYTES || !data.isWellFormed() || data.includes('\0')) return null
  for (const [kind, { wire, fields }] of kinds) {
    const found = wire.read(data)
    const read = found && fields.safeParse(found)
    if (read?.success) return { kind, ...(read.data as object) } as Press
  }
  return null
}

/** In which chats, and by whom, a button may be pressed. */
export function allowedOf(kind: PressKind): { where: PressPlace; by: Presser } {
  const { where, by } = buttons[kind]
  return { where, by }
}

const DRAFT_TAG = 8

/** The beginning of a draft's id, which its buttons bear. */
export function draftTag(draftId: string): string {
  return draftId.slice(0, DRAFT_TAG)
}

/** Whether a typed name of a village is short enough to ride in a button. */
export function fitsInButton(text: string): boolean {
  return Buffer.byteLength(`vn:123456789:999:${text}`) <= MOST_BYTES && [...text].length <= 50
}

/** Whether a typed name is a person's name, and short enough to ride in a button. */
export function isProxyName(name: string): boolean {
  return name.length > 0 && Buffer.byteLength(name) <= MOST_NAME_BYTES && !/\d{3}|\n/.test(name)
}
