import type { Random } from '../lib/random.ts'
import { createSpokenCode, readSpokenCode } from '../lib/spoken-code.ts'

const LENGTH = 8

/** A fresh receipt: seven random characters and a check character, without the hyphen. */
export function createReceipt(random: Random): string {
  return createSpokenCode(random, LENGTH)
}

/** 7K3FM92Q -> 7K3F-M92Q, as it is shown and read out. */
export function formatReceipt(receipt: string): string {
  return `${receipt.slice(0, 4)}-${receipt.slice(4)}`
}

/** Reads what somebody typed; null where it is no receipt at all, `valid` as in readSpokenCode. */
export function parseReceipt(typed: string): { receipt: string; valid: boolean } | null {
  const read = readSpokenCode(bare(typed), LENGTH) ?? readSpokenCode(onItsLine(typed), LENGTH)
  return read && { receipt: read.code, valid: read.valid }
}

const AROUND = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu
/** As people say it and as our own screens write it. */
const NAMED = /^(?:我的)?(?:意见)?(?:回执|receipt)(?:码|号|号码|\s*code)?(?:是|为|\s+is)?[\s\p{P}]*/iu
const DIGITS: Record<string, string> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((digit, value) => [digit, String(value)])),
  〇: '0',
  洞: '0',
  幺: '1',
  两: '2',
}

/** Without the word "receipt", without quotes and stops around it, with digits as they are spoken. */
function bare(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(AROUND, '')
    .replace(NAMED, '')
    .replace(AROUND, '')
    .replace(/横?杠|横线/g, '-')
    .replace(/[〇零洞幺一两二三四五六七八九]/g, (digit) => DIGITS[digit] ?? digit)
}

/** The line with the receipt, where somebody sends on our whole message. */
function onItsLine(typed: string): string {
  return bare(typed.split('\n').find((line) => NAMED.test(line.normalize('NFKC').trim())) ?? '')
}
