import { badRequest } from '../bot-api-error.ts'
import { defineMethod } from './define-method.ts'
import { flag, integer, text } from './parameters.ts'

const tooOld = 'query is too old and response timeout expired or query ID is invalid'

export const answerCallbackQuery = defineMethod({
  name: 'answerCallbackQuery',
  parameters: {
    callback_query_id: text(),
    text: text(),
    show_alert: flag(),
    url: text(),
    cache_time: integer(),
  },
  run: ({ queries, clock, settings, presses, transaction }, parameters) => {
    const query = queries.get(parameters.callback_query_id ?? '')
    const now = clock.now().getTime()
    if (!query || query.answered || now - query.at > settings.queryLifetimeMs) throw badRequest(tooOld)
    // https://core.telegram.org/bots/api#answercallbackquery
    if ((parameters.text?.length ?? 0) > 200) throw badRequest('MESSAGE_TOO_LONG')
    if (parameters.url && !/^(https:\/\/(t|telegram)\.me\/|tg:\/\/)/.test(parameters.url)) {
      throw badRequest('URL_INVALID')
    }
    queries.put({ ...query, answered: true })
    transaction.afterCommit(() =>
      presses.answer(query.id, {
        answered: true,
        ...(parameters.text ? { text: parameters.text } : {}),
        ...(parameters.show_alert ? { showAlert: true } : {}),
        ...(parameters.url ? { url: parameters.url } : {}),
      }),
    )
    return true
  },
})
