import { DatabaseSync } from 'node:sqlite'

const schema = `
create table if not exists key_values (key text primary key, value text not null) without rowid;
create table if not exists people (id integer primary key, doc text not null);
create table if not exists chats (id integer primary key, doc text not null);
create table if not exists members (
  chat_id integer not null, user_id integer not null, doc text not null, primary key (chat_id, user_id)
) without rowid;
create table if not exists messages (
  chat_id integer not null, id integer not null, doc text not null, primary key (chat_id, id)
);
create table if not exists updates (
  id integer primary key, queue text not null, at integer not null, doc text not null
);
create index if not exists updates_by_queue on updates (queue, id);
create table if not exists files (
  id text primary key, path text not null unique, blob_id integer not null, doc text not null
) without rowid;
create index if not exists files_by_blob on files (blob_id);
create table if not exists blobs (id integer primary key, bytes blob not null);
create table if not exists queries (id text primary key, at integer not null, doc text not null) without rowid;
create table if not exists reads (
  person_id integer not null, chat_id integer not null, message_id integer not null,
  primary key (person_id, chat_id)
) without rowid;
`

/**
 * Opens the world's file, or ':memory:'. With a write-ahead log and synchronous=normal everything committed survives
 * kill -9 of this process; a power cut may cost the last moments.
 */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path)
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 2000;')
  database.exec(schema)
  return database
}
