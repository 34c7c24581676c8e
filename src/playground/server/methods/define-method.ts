import { z } from 'zod'
import type { UploadedFile } from '../files/uploaded-file.ts'
import type { Runtime } from '../runtime.ts'
import type { Poller } from '../updates/create-poller.ts'
import type { WebhookSender } from '../updates/create-webhook-sender.ts'

/** What one call brings besides its parameters. */
export interface Call {
  /** parts of a multipart body that parameters name with attach:// */
  attachments: ReadonlyMap<string, UploadedFile>
  /** the client hung up */
  signal?: AbortSignal
  poller: Poller
  webhook: WebhookSender
}

export interface Method {
  name: string
  parameters: z.ZodObject
  /** counts against the limits of sending */
  sends: boolean
  run(runtime: Runtime, parameters: unknown, call: Call): unknown
}

/**
 * A Bot API method as data: whatever is not among its parameters is refused by `call-method.ts`. A `run` that answers
 * at once has one transaction for all of its writes; one that returns a promise has none across its waiting.
 */
export function defineMethod<Shape extends z.ZodRawShape>(method: {
  name: string
  parameters: Shape
  sends?: boolean
  run(runtime: Runtime, parameters: z.infer<z.ZodObject<Shape>>, call: Call): unknown
}): Method {
  return {
    name: method.name,
    parameters: z.strictObject(method.parameters),
    sends: method.sends ?? false,
    run: (runtime, parameters, call) => method.run(runtime, parameters as z.infer<z.ZodObject<Shape>>, call),
  }
}
