import type { LinkPreviewOptions } from 'grammy/types'
import { badRequest } from '../bot-api-error.ts'
import { booleanField, isObject, objectWith, stringField } from '../refuse-unknown-fields.ts'
import { checkUrl } from '../text/check-url.ts'

const flags = ['is_disabled', 'prefer_small_media', 'prefer_large_media', 'show_above_text'] as const

/** `disabled` is disable_web_page_preview, which Telegram still takes. No preview is ever fetched here. */
export function readLinkPreview(
  value: unknown,
  disabled: boolean | undefined,
): { link_preview_options?: LinkPreviewOptions } {
  if (value === undefined || value === '')
    return disabled ? { link_preview_options: { is_disabled: true } } : {}
  if (!isObject(value)) throw badRequest('object expected as link preview options')
  const object = objectWith(value, ['url', ...flags], 'LinkPreviewOptions')
  const options: LinkPreviewOptions = {}
  for (const flag of flags) if (booleanField(object, flag)) options[flag] = true
  if (object.url !== undefined) {
    const checked = checkUrl(stringField(object, 'url'))
    if (!checked.ok) throw badRequest('WEBPAGE_URL_INVALID')
    options.url = checked.url
  }
  return Object.keys(options).length > 0 ? { link_preview_options: options } : {}
}
