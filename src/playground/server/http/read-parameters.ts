import type { core } from 'zod'
import { type BotApiError, badRequest, notModelled } from '../bot-api-error.ts'
import type { UploadedFile } from '../files/uploaded-file.ts'
import type { Method } from '../methods/define-method.ts'
import type { RawCall } from './read-request.ts'

/**
 * The parameters as the method describes them. A part that is a file is the parameter of its name, else an attachment
 * that must be named somewhere with attach://. What the method does not describe is refused here, and only here.
 */
export function readParameters(
  method: Method,
  raw: RawCall,
): { parameters: Record<string, unknown>; attachments: Map<string, UploadedFile> } {
  const given: Record<string, unknown> = { ...raw.parameters }
  // telegraf says the method in forms too, as one does in a webhook's answer
  if (typeof given.method === 'string' && given.method.toLowerCase() === method.name.toLowerCase())
    delete given.method
  const attachments = new Map<string, UploadedFile>()
  for (const [name, file] of raw.files) {
    if (name in method.parameters.shape) given[name] = file
    else attachments.set(name, file)
  }
  const spoken = JSON.stringify(raw.parameters)
  for (const name of attachments.keys()) {
    if (!spoken.includes(`attach://${name}`)) throw notModelled(`the part "${name}" of ${method.name}`)
  }
  const parsed = method.parameters.safeParse(given)
  if (!parsed.success) throw refusalOf(method, parsed.error.issues)
  return { parameters: parsed.data, attachments }
}

function refusalOf(method: Method, issues: core.$ZodIssue[]): BotApiError {
  const [issue] = issues
  if (issue?.code === 'unrecognized_keys') {
    return notModelled(`the parameter "${issue.keys.join('", "')}" of ${method.name}`)
  }
  if (issue?.code === 'custom') return badRequest(issue.message)
  const path = issue?.path.join('.')
  return badRequest(`the local Telegram cannot read "${path}" of ${method.name}: ${issue?.message}`)
}
