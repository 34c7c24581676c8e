/** Who one is and which chat is open, kept in the address after `#`, so that a reload and a second window keep it. */
export interface PageAddress {
  as?: number
  chat?: number
}

export function readPageAddress(hash: string): PageAddress {
  const params = new URLSearchParams(hash.replace(/^#/, ''))
  const address: PageAddress = {}
  const as = Number(params.get('as'))
  const chat = Number(params.get('chat'))
  if (Number.isSafeInteger(as) && as !== 0) address.as = as
  if (Number.isSafeInteger(chat) && chat !== 0) address.chat = chat
  return address
}

export function writePageAddress(address: PageAddress): string {
  const params = new URLSearchParams()
  if (address.as) params.set('as', String(address.as))
  if (address.chat) params.set('chat', String(address.chat))
  return `#${params}`
}
