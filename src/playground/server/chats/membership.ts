import type { AdministratorRights, MemberRecord } from '../model.ts'
import type { Runtime } from '../runtime.ts'

type Chats = Pick<Runtime, 'chats'>

export function isInside(member: Pick<MemberRecord, 'status'> | undefined): boolean {
  return member !== undefined && ['creator', 'administrator', 'member'].includes(member.status)
}

export function isAdministrator(member: Pick<MemberRecord, 'status'> | undefined): boolean {
  return member?.status === 'creator' || member?.status === 'administrator'
}

export function hasRight(member: MemberRecord | undefined, right: keyof AdministratorRights): boolean {
  if (member?.status === 'creator') return true
  return member?.status === 'administrator' && member.rights?.[right] !== false
}

/** May that person look into this chat: their own private chat, and where they are a member. */
export function canSee({ chats }: Chats, personId: number, chatId: number): boolean {
  return personId === chatId || isInside(chats.member(chatId, personId))
}
