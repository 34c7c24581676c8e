import type { UploadedFile } from '../files/uploaded-file.ts'
import { isDeeperThan } from '../methods/is-deeper-than.ts'
import { readMultipart } from './read-multipart.ts'

/** A call's parameters as they came: strings, files, or, from JSON, anything. */
export interface RawCall {
  parameters: Record<string, unknown>
  files: Map<string, UploadedFile>
}

/** as TDLib's reader of JSON has it, so that no value can exhaust the stack */
const deepest = 100

type Body = Pick<Request, 'headers' | 'text' | 'arrayBuffer'>

/** Reads parameters from a query and from a JSON, urlencoded or multipart body; undefined when it cannot be read. */
export async function readRequest(query: string, body: Body | undefined): Promise<RawCall | undefined> {
  const parameters: Record<string, unknown> = Object.fromEntries(new URLSearchParams(query))
  const files = new Map<string, UploadedFile>()
  const type = body?.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  try {
    if (body && type === 'application/json') {
      const text = await body.text()
      const value: unknown = text.trim() === '' ? {} : JSON.parse(text)
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
      if (isDeeperThan(value, deepest)) return undefined
      Object.assign(parameters, value)
    } else if (body && type === 'application/x-www-form-urlencoded') {
      Object.assign(parameters, Object.fromEntries(new URLSearchParams(await body.text())))
    } else if (body && type === 'multipart/form-data') {
      const parts = readMultipart(
        body.headers.get('content-type') ?? '',
        Buffer.from(await body.arrayBuffer()),
      )
      if (!parts) return undefined
      for (const { name, filename, mimeType, bytes } of parts) {
        if (filename === undefined) parameters[name] = Buffer.from(bytes).toString()
        else files.set(name, { name: filename, ...(mimeType ? { mimeType } : {}), bytes })
      }
    }
  } catch {
    return undefined
  }
  return { parameters, files }
}
