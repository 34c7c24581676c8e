import { codeOf, messageOf, whyUnreachable } from '../lib/why-unreachable.ts'
import type { StartRefusal } from './start-refusal.ts'

/**
 * What a failed connection, folder or port means for whoever runs the program. Each function takes what was thrown and
 * gives null where it is none of the failures that are known: then it is a mistake of the program.
 */

/** `url` is DATABASE_URL. Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
export function explainDatabase(error: unknown, url: string): StartRefusal | null {
  const { host, database, user } = placeOf(url, '5432')
  const settings = (sentence: string): StartRefusal => ({
    kind: 'settings',
    variable: 'DATABASE_URL',
    sentence,
  })
  const code = codeOf(error)
  if (code === '28P01') return settings(`PostgreSQL at ${host} refuses the password of ${user}; correct it`)
  if (code === '28000')
    return settings(
      `PostgreSQL at ${host} does not let ${user} in: ${messageOf(error)}; correct the name, or allow it in pg_hba.conf`,
    )
  if (code === '3D000')
    return settings(`PostgreSQL at ${host} has no database ${database}; create it: createdb ${database}`)
  if (code === '42501')
    return settings(
      `${user} may not create tables in ${database} (${messageOf(error)}); make ${user} its owner: ALTER DATABASE ${database} OWNER TO ${user}`,
    )
  if (code === '57P03' || code === '53300')
    return away('DATABASE_URL', `PostgreSQL at ${host} is not ready: ${messageOf(error)}; start again later`)
  const reason = whyUnreachable(error)
  return reason === null
    ? null
    : away(
        'DATABASE_URL',
        `PostgreSQL at ${host} cannot be reached (${reason}); start it, or correct the address`,
      )
}

/** `url` is REDIS_URL. */
export function explainRedis(error: unknown, url: string): StartRefusal | null {
  const { host } = placeOf(url, '6379')
  if (/^(WRONGPASS|NOAUTH|ERR (invalid password|AUTH))/i.test(messageOf(error)))
    return {
      kind: 'settings',
      variable: 'REDIS_URL',
      sentence: `Redis at ${host} refuses the password; it stands in the address: redis://:password@host:6379`,
    }
  const reason = whyUnreachable(error)
  return reason === null
    ? null
    : away('REDIS_URL', `Redis at ${host} cannot be reached (${reason}); start it, or correct the address`)
}

export function explainListening(
  error: unknown,
  { host, port }: { host: string; port: number },
): StartRefusal | null {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return {
        kind: 'taken',
        variable: 'PORT',
        sentence: `another program listens on ${host}:${port} already; end it, or set another PORT`,
      }
    case 'EACCES':
      return {
        kind: 'settings',
        variable: 'PORT',
        sentence: `this user may not listen on port ${port}; take one above 1023`,
      }
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return {
        kind: 'settings',
        variable: 'HOST',
        sentence: `${host} is no address of this machine; 127.0.0.1 is for this machine only, 0.0.0.0 for all networks`,
      }
    default:
      return null
  }
}

/** The folder DATA_DIR cannot be made or written to. */
export function explainFolder(error: unknown, folder: string): StartRefusal | null {
  const reasons: Record<string, string> = {
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'it is a file, or lies below one',
    EEXIST: 'it is a file',
    ENOENT: 'the folder above it cannot be made',
    ERR_SQLITE_ERROR: 'its lock cannot be written',
  }
  const reason = reasons[codeOf(error)]
  return reason === undefined
    ? null
    : {
        kind: 'settings',
        variable: 'DATA_DIR',
        sentence: `cannot write to the folder ${folder}: ${reason}; change its owner, or set another folder`,
      }
}

/** What Telegram says of the token and the settings that it was sent. */
export function explainTelegram(
  refused: { code: 'wrong_token' } | { code: 'refused'; reason: string },
  { apiRoot, publicUrl }: { apiRoot: string; publicUrl: string | null },
): StartRefusal {
  if (refused.code === 'wrong_token')
    return {
      kind: 'settings',
      variable: 'BOT_TOKEN',
      sentence: `${new URL(apiRoot).host} knows no bot with this token; copy it from @BotFather once more (/mybots, API Token)`,
    }
  return {
    kind: 'settings',
    variable: publicUrl ? 'PUBLIC_URL' : 'BOT_API_ROOT',
    sentence: `Telegram does not take these settings: ${refused.reason}${publicUrl ? ` (${publicUrl})` : ''}`,
  }
}

export function folderInUse({ folder, holder }: { folder: string; holder: string }): StartRefusal {
  return {
    kind: 'taken',
    variable: 'DATA_DIR',
    sentence: `${folder} is in use by ${holder}; stop it first, or set another DATA_DIR`,
  }
}

export function databaseInUse({ holder }: { holder: string }): StartRefusal {
  return {
    kind: 'taken',
    variable: 'DATABASE_URL',
    sentence: `the database is in use by ${holder}; stop it first, or set REDIS_URL for several processes`,
  }
}

function away(variable: string, sentence: string): StartRefusal {
  return { kind: 'away', variable, sentence }
}

/** A URL without its password. */
export function placeOf(url: string, defaultPort: string): { host: string; database: string; user: string } {
  const { hostname, port, pathname, username } = new URL(url)
  return {
    host: `${hostname || 'localhost'}:${port || defaultPort}`,
    database: decodeURIComponent(pathname.slice(1)) || 'postgres',
    user: decodeURIComponent(username) || 'the user of the system',
  }
}
