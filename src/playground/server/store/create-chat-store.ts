import type { DatabaseSync } from 'node:sqlite'
import type { ChatRecord, MemberRecord } from '../model.ts'

/** Groups, supergroups and channels; a private chat is its person. */
export interface ChatStore {
  get(id: number): ChatRecord | undefined
  all(): ChatRecord[]
  put(chat: ChatRecord): void
  member(chatId: number, userId: number): MemberRecord | undefined
  members(chatId: number): MemberRecord[]
  putMember(member: MemberRecord): void
}

export function createChatStore(database: DatabaseSync): ChatStore {
  const one = database.prepare('select doc from chats where id = ?')
  const every = database.prepare('select doc from chats')
  const upsert = database.prepare(
    'insert into chats (id, doc) values (?, ?) on conflict (id) do update set doc = excluded.doc',
  )
  const oneMember = database.prepare('select doc from members where chat_id = ? and user_id = ?')
  const everyMember = database.prepare('select doc from members where chat_id = ?')
  const upsertMember = database.prepare(
    `insert into members (chat_id, user_id, doc) values (?, ?, ?)
     on conflict (chat_id, user_id) do update set doc = excluded.doc`,
  )
  const parse = <T>(row: Record<string, unknown>) => JSON.parse(String(row.doc)) as T
  return {
    get: (id) => {
      const row = one.get(id)
      return row && parse<ChatRecord>(row)
    },
    all: () => every.all().map(parse<ChatRecord>),
    put: (chat) => void upsert.run(chat.id, JSON.stringify(chat)),
    member: (chatId, userId) => {
      const row = oneMember.get(chatId, userId)
      return row && parse<MemberRecord>(row)
    },
    members: (chatId) => everyMember.all(chatId).map(parse<MemberRecord>),
    putMember: (member) => void upsertMember.run(member.chatId, member.userId, JSON.stringify(member)),
  }
}
