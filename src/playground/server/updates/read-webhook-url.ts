import { badRequest } from '../bot-api-error.ts'

const ports = ['', '443', '80', '88', '8443']
const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Telegram's rules for a webhook's address; http and any port on loopback are allowed here (a known difference). */
export function readWebhookUrl(url: string): string {
  if (url === '') return ''
  if (!URL.canParse(url)) throw badRequest('invalid webhook URL specified')
  const { protocol, hostname, port, href } = new URL(url)
  if (loopback.has(hostname) && (protocol === 'http:' || protocol === 'https:')) return href
  if (protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  if (!ports.includes(port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  }
  throw badRequest('bad webhook: the local Telegram calls webhooks on this machine only')
}
