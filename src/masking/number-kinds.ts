/** The first two digits name a province (GB/T 2260). */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/

/**
 * 18 characters of an identity card (GB 11643): place, day of birth, order. With a wrong check character it still tells
 * whose it is; then its place must be in a province that there is.
 */
export function isIdentity18(digits: string): boolean {
  if (digits.length !== 18 || !/^[1-9]\d{16}[\dX]$/.test(digits) || !isBirthday(digits.slice(6, 14)))
    return false
  return PROVINCE.test(digits) || checkCharacter(digits) === digits[17]
}

/** MOD 11-2 of ISO 7064 over the first seventeen digits. */
function checkCharacter(digits: string): string | undefined {
  let sum = 0
  for (let at = 0; at < 17; at++) sum += Number(digits[at]) * (2 ** (17 - at) % 11)
  return '10X98765432'[sum % 11]
}

/**
 * 15 digits of an old identity card. They were given out until 1999; a year before 25 would make somebody over a hundred,
 * and the code of a grid (15 digits, GB/T 2260 and three more) nearly always has such a "year".
 */
export function isIdentity15(digits: string): boolean {
  return (
    digits.length === 15 &&
    PROVINCE.test(digits) &&
    /^\d{15}$/.test(digits) &&
    digits.slice(6, 8) >= '25' &&
    isDate(`19${digits.slice(6, 12)}`)
  )
}

/** Some dial a 0 in front. */
const MOBILE = /^(?:(?:00)?86|0)?1[3-9]\d{9}$/
const LANDLINE = /^(?:(?:00)?86)?0(?:(?:10|2\d)[2-9]\d{7}|[3-9]\d{2}[2-9]\d{6,7})$/
/** Hong Kong, Macau and Taiwan, dialled from the mainland. */
const ACROSS = /^00(?:85[23][2-9]\d{7}|8869\d{8})$/

export function isTelephone(digits: string): boolean {
  if (digits.length < 11 || digits.length > 16) return false
  return MOBILE.test(digits) || LANDLINE.test(digits) || ACROSS.test(digits)
}

/** 400 and 800 belong to companies. */
export function isServiceNumber(digits: string): boolean {
  return /^(?:400|800)\d{7}$/.test(digits)
}

/** 16 to 19 digits that begin as cards do and whose last digit is right (Luhn); of UnionPay (62) also with a wrong one. */
export function isBankCard(digits: string): boolean {
  if (digits.length < 16 || digits.length > 19 || !/^(?:[3-9]|2[2-7]|103)\d{12,18}$/.test(digits))
    return false
  return digits.startsWith('62') || isLuhn(digits)
}

function isLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** yyyymmdd from 1900 to 2099. */
export function isDate(digits: string): boolean {
  const match = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(digits)
  if (!match) return false
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function isBirthday(digits: string): boolean {
  return isDate(digits) && digits < '2040'
}
