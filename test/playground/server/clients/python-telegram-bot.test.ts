import { execFileSync, spawn } from 'node:child_process'
import { request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { type Served, token } from '../serve-local-telegram.ts'
import { driveByPolling, driveByWebhook } from './drive-bot.ts'
import { type ForeignBot, words } from './foreign-bot.ts'
import { picture } from './pictures.ts'

const python = '/usr/bin/python3'
const script = join(import.meta.dirname, 'python_bot.py')

const pictures = Object.fromEntries([10, 20, 30, 40].map((grey) => [grey, picture(grey).toString('base64')]))
const given = JSON.stringify({ words, pictures })

/** undefined where it can be imported; else what to say. */
function whyNot(): string | undefined {
  try {
    execFileSync(python, ['-W', 'ignore', '-c', 'import telegram.ext'], { stdio: 'pipe' })
    return undefined
  } catch {
    return `skipped: ${python} cannot import telegram.ext (apt-get install python3-python-telegram-bot)`
  }
}

function pythonBot({ root, call }: Served): ForeignBot {
  let end = () => {}
  const start = async (...secret: string[]): Promise<string> => {
    const child = spawn(python, ['-W', 'ignore', script, root, token, given, ...secret], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    end = () => child.stdin.end()
    const complaints: string[] = []
    const ended = new Promise((resolve) => child.once('exit', resolve))
    onTestFinished(async () => {
      child.stdin.end()
      await ended
      expect(complaints).toEqual([])
    })
    return new Promise((resolve) => {
      createInterface(child.stdout).on('line', (line) => {
        if (line.startsWith('ready')) resolve(line)
        else complaints.push(line)
      })
    })
  }
  return {
    startPolling: async () => void (await start()),
    async webhook(secret) {
      const port = Number((await start(secret)).split(' ')[1])
      // handed on as it came, head and all
      return (incoming, response) => {
        const { method, headers, url: path } = incoming
        const outgoing = request({ host: '127.0.0.1', port, method, headers, path }, (answer) => {
          response.writeHead(answer.statusCode ?? 502)
          answer.pipe(response)
        })
        incoming.pipe(outgoing)
      }
    },
    setWebhook: (url, secret) => call('setWebhook', { url, ...(secret ? { secret_token: secret } : {}) }),
    stop: () => end(),
  }
}

const reason = whyNot()
test.skipIf(reason)(`python-telegram-bot goes all the way by polling ${reason ?? ''}`, () =>
  driveByPolling(pythonBot),
)
test.skipIf(reason)(
  `python-telegram-bot goes all the way by webhook, with its secret only ${reason ?? ''}`,
  () => driveByWebhook(pythonBot),
)
