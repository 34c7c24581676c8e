/**
 * What Telegram takes as a link, with its own words for what it does not (TDLib, LinkManager::get_checked_link):
 * http, https, tg and ton; a host needs a dot, so `localhost` is refused, as in real life.
 */
export function checkUrl(url: string): { ok: true; url: string } | { ok: false; reason: string } {
  if (url === '') return { ok: false, reason: 'URL host is empty' }
  const protocol = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase()
  if (protocol === 'tg' || protocol === 'ton') return { ok: true, url }
  if (protocol && protocol !== 'http' && protocol !== 'https') {
    return { ok: false, reason: 'Unsupported URL protocol' }
  }
  const whole = protocol ? url : `http://${url}`
  if (/\s/.test(whole) || !URL.canParse(whole)) return { ok: false, reason: 'Wrong HTTP URL' }
  const { hostname } = new URL(whole)
  if (hostname === '') return { ok: false, reason: 'URL host is empty' }
  if (!hostname.includes('.') && !hostname.startsWith('[')) return { ok: false, reason: 'Wrong HTTP URL' }
  const bare = /^[^:]+:\/\/[^/?#]+$/.test(whole)
  return { ok: true, url: bare ? `${whole}/` : whole }
}
