import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { connectRedis } from '../redis/connect-redis.ts'
import { askWhoAmI } from '../sinks/telegram/ask-who-am-i.ts'
import { createApi } from '../sinks/telegram/telegram-client.ts'
import { explainDatabase, explainFolder, explainRedis, explainTelegram, placeOf } from './explain-failure.ts'
import { NO_ADMINISTRATORS, NO_REGIONS } from './list-gaps.ts'
import { type DatabaseContents, lookIntoDatabase } from './look-into-database.ts'
import { exitCodes, refusalLine, type StartRefusal } from './start-refusal.ts'

interface Found {
  part: string
  state: 'ok' | 'warning' | 'wrong'
  says: string
  refusal?: StartRefusal
}

/**
 * Looks whether all is there that the program needs, a line each, and changes nothing. Returns the exit code: 0 where it
 * can start, else that of the first thing that is wrong.
 */
export async function checkInstallation(config: Config, print: (line: string) => void): Promise<number> {
  const found: Found[] = []
  const add = (more: readonly Found[]) => {
    for (const each of more) {
      found.push(each)
      print(`${each.state.padEnd(7)}  ${each.part.padEnd(14)}  ${each.says}`)
    }
  }
  add([checkFolder(config)])
  add(await checkDatabase(config))
  add([await checkRedis(config)])
  add([await checkTelegram(config)])
  add([checkAdministrators(config)])
  const wrong = found.find(({ state }) => state === 'wrong')
  if (!wrong) return 0
  return wrong.refusal ? exitCodes[wrong.refusal.kind] : exitCodes.failed
}

function checkFolder({ dataFolder }: Config): Found {
  const part = 'data folder'
  // where it is not there yet, it is made in the nearest folder that is
  let nearest = resolve(dataFolder)
  while (!existsSync(nearest)) nearest = dirname(nearest)
  try {
    accessSync(nearest, constants.W_OK)
    return ok(part, nearest === resolve(dataFolder) ? dataFolder : `${dataFolder}, made at the first start`)
  } catch (error) {
    return wrong(part, explainFolder(error, dataFolder), error)
  }
}

async function checkDatabase({ database, telegram }: Config): Promise<Found[]> {
  const place = 'url' in database ? placeOf(database.url, '5432') : null
  const where = place ? `PostgreSQL at ${place.host}, ${place.database}` : 'embedded'
  try {
    const looked = await lookIntoDatabase(database)
    if (looked.ok) return [ok('database', where), ...checkContents(looked.contents)]
    if (looked.code === 'in_use')
      return [ok('database', `${where}, in use by ${looked.holder}; stop it to look inside`)]
    const created = ok('database', `${where}, created at the first start`)
    // the playground brings a sample city
    return telegram.kind === 'playground' ? [created] : [created, warning('regions', NO_REGIONS)]
  } catch (error) {
    const refusal =
      'url' in database ? explainDatabase(error, database.url) : explainFolder(error, database.folder)
    return [wrong('database', refusal, error)]
  }
}

function checkContents({ missing, unknown, regions, villages }: DatabaseContents): Found[] {
  const migrations =
    unknown.length > 0
      ? warning(
          'migrations',
          `a newer version of the program made this database (${unknown.join(', ')}); start that version`,
        )
      : ok(
          'migrations',
          missing.length > 0 ? `${missing.length} to be applied at the next start` : 'all applied',
        )
  return [
    migrations,
    regions === 0
      ? warning('regions', NO_REGIONS)
      : ok('regions', `${regions.toLocaleString('en')}, of them ${villages.toLocaleString('en')} villages`),
  ]
}

async function checkRedis({ redis }: Config): Promise<Found> {
  if (!redis) return ok('Redis', 'not used (only several processes need it)')
  try {
    const client = await connectRedis(redis.url)
    client.disconnect()
    return ok('Redis', placeOf(redis.url, '6379').host)
  } catch (error) {
    return wrong('Redis', explainRedis(error, redis.url), error)
  }
}

async function checkTelegram({ telegram, publicUrl }: Config): Promise<Found> {
  if (telegram.kind === 'playground') return ok('Telegram', 'the playground, since BOT_TOKEN is not set')
  const { apiRoot, proxy } = telegram
  const asked = await askWhoAmI(createApi(telegram))
  const way = proxy ? `${apiRoot} by a proxy` : apiRoot
  if (asked.ok) return ok('Telegram', `@${asked.me.username} at ${way}`)
  if (asked.code === 'away')
    return wrong('Telegram', {
      kind: 'away',
      variable: proxy ? 'TELEGRAM_PROXY' : 'BOT_API_ROOT',
      sentence: `${way} cannot be reached (${asked.reason}); ${proxy ? 'look whether the proxy works' : 'where Telegram is blocked, set TELEGRAM_PROXY'}`,
    })
  return wrong('Telegram', explainTelegram(asked, { apiRoot, publicUrl }))
}

function checkAdministrators({ administratorIds, telegram }: Config): Found {
  if (telegram.kind === 'playground') return ok('administrators', '张主任, on the page')
  return administratorIds.length > 0
    ? ok('administrators', administratorIds.join(', '))
    : warning('administrators', NO_ADMINISTRATORS)
}

function ok(part: string, says: string): Found {
  return { part, state: 'ok', says }
}

function warning(part: string, says: string): Found {
  return { part, state: 'warning', says }
}

function wrong(part: string, refusal: StartRefusal | null, error?: unknown): Found {
  if (refusal) return { part, state: 'wrong', says: refusalLine(refusal), refusal }
  return { part, state: 'wrong', says: error instanceof Error ? error.message : String(error) }
}
