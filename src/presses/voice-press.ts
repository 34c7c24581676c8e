import { keyOf } from './key-of.ts'
import { type Form, readForm } from './read-form.ts'
/** What a button that begins with s: means. */
export type VoicePress =
  /** 🔊 below a screen: "read it to me" */
  | { kind: 'hear-card'; draftTag: string; at: string }
  | { kind: 'hear-menu' }
  | { kind: 'hear-consent'; villageCode: string }
  /** the administrator's: where shall be recorded; the empty string: from the top */
  | { kind: 'regions'; regionCode: string; page: number }
  /** all that there is to record for one region */
  | { kind: 'overview'; regionCode: string }
  /** the first screen that is not recorded */
  | { kind: 'go-on'; regionCode: string }
  /** one screen: asked for, or where it was recorded, what can be done with it */
  | { kind: 'open' | 'record' | 'skip' | 'listen' | 'remove'; regionCode: string; screen: string }
  | { kind: 'stop'; regionCode: string }

const ON_SCREEN = { o: 'open', r: 'record', k: 'skip', l: 'listen', d: 'remove' } as const
const OF_REGION = { v: 'overview', g: 'go-on', x: 'stop' } as const

/** As callback data, within Telegram's 64 bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton */
export function encodeVoicePress(press: VoicePress): string {
  switch (press.kind) {
    case 'hear-card':
      return `s:c:${press.draftTag}:${press.at}`
    case 'hear-menu':
      return 's:m'
    case 'hear-consent':
      return `s:w:${press.villageCode}`
    case 'regions':
      return `s:p:${press.regionCode || '-'}:${press.page}`
    case 'overview':
    case 'go-on':
    case 'stop':
      return `s:${keyOf(OF_REGION, press.kind)}:${press.regionCode}`
    default:
      return `s:${keyOf(ON_SCREEN, press.kind)}:${press.regionCode}:${press.screen}`
  }
}

const forms: Form<VoicePress>[] = [
  {
    form: /^s:c:(?<tag>[0-9a-f]{8}):(?<at>\w{1,24})$/,
    read: ({ tag = '', at = '' }) => ({ kind: 'hear-card', draftTag: tag, at }),
  },
  { form: /^s:m$/, read: () => ({ kind: 'hear-menu' }) },
  { form: /^s:w:(?<code>\d{12})$/, read: ({ code = '' }) => ({ kind: 'hear-consent', villageCode: code }) },
  {
    form: /^s:p:(?<code>-|\d{4,12}):(?<page>\d{1,4})$/,
    read: ({ code = '', page }) => ({
      kind: 'regions',
      regionCode: code === '-' ? '' : code,
      page: Number(page),
    }),
  },
  {
    form: /^s:(?<op>[vgx]):(?<code>\d{4,12})$/,
    read: ({ op, code = '' }) => ({ kind: OF_REGION[op as keyof typeof OF_REGION], regionCode: code }),
  },
  {
    form: /^s:(?<op>[orkld]):(?<code>\d{4,12}):(?<screen>[\w.]{1,46})$/,
    read: ({ op, code = '', screen = '' }) => ({
      kind: ON_SCREEN[op as keyof typeof ON_SCREEN],
      regionCode: code,
      screen,
    }),
  },
]

/** Null for what is no such button. */
export function decodeVoicePress(data: string): VoicePress | null {
  return readForm(forms, data)
}
