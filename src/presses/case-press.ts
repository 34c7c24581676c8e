import type { CaseVerdict, Contentment } from '../../prisma/client/client.ts'

/** Buttons that are about one case. They stand below what the bot shows and below what jobs send. */
export type CasePress =
  /** for the committee */
  | { kind: 'case' | 'accept' | 'answer' | 'stop-answer' | 'attachments'; caseId: string }
  /** for the resident */
  | {
      kind: 'own-case' | 'own-attachments' | 'answer-photos' | 'add-words' | 'withdraw' | 'withdraw-yes'
      caseId: string
    }
  | { kind: 'verdict'; verdict: CaseVerdict; caseId: string }
  | { kind: 'contentment'; contentment: Contentment; caseId: string }

const PLAIN = {
  c: 'case',
  a: 'accept',
  r: 'answer',
  x: 'stop-answer',
  at: 'attachments',
  o: 'own-case',
  ot: 'own-attachments',
  op: 'answer-photos',
  d: 'add-words',
  w: 'withdraw',
  y: 'withdraw-yes',
} as const
const VERDICTS = { vf: 'fixed', vh: 'half_fixed', vn: 'not_fixed', vc: 'cannot_tell' } as const
const CONTENTMENTS = { zs: 'satisfied', zf: 'fairly', zn: 'not_satisfied' } as const

const FORM = /^l:(?<op>[a-z]{1,2}):(?<caseId>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** As callback data, within Telegram's 64 bytes. */
export function encodeCasePress(press: CasePress): string {
  const op =
    press.kind === 'verdict'
      ? keyOf(VERDICTS, press.verdict)
      : press.kind === 'contentment'
        ? keyOf(CONTENTMENTS, press.contentment)
        : keyOf(PLAIN, press.kind)
  return `l:${op}:${press.caseId}`
}

/** Null for what is no such button. */
export function decodeCasePress(data: string): CasePress | null {
  const { op = '', caseId = '' } = FORM.exec(data)?.groups ?? {}
  if (Object.hasOwn(PLAIN, op)) return { kind: PLAIN[op as keyof typeof PLAIN], caseId }
  if (Object.hasOwn(VERDICTS, op))
    return { kind: 'verdict', verdict: VERDICTS[op as keyof typeof VERDICTS], caseId }
  if (Object.hasOwn(CONTENTMENTS, op))
    return { kind: 'contentment', contentment: CONTENTMENTS[op as keyof typeof CONTENTMENTS], caseId }
  return null
}

function keyOf(table: Record<string, string>, value: string): string {
  const found = Object.keys(table).find((key) => table[key] === value)
  if (found === undefined) throw new Error(`no button for ${value}`)
  return found
}
