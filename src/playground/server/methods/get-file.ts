import type { File } from 'grammy/types'
import { badRequest } from '../bot-api-error.ts'
import { defineMethod } from './define-method.ts'
import { text } from './parameters.ts'

/** https://core.telegram.org/bots/api#getfile */
const largestDownload = 20 * 1024 * 1024

export const getFile = defineMethod({
  name: 'getFile',
  parameters: { file_id: text() },
  run: ({ files }, { file_id }): File => {
    if (!file_id) throw badRequest('file_id not specified')
    const file = files.get(file_id)
    if (!file) throw badRequest('invalid file_id')
    if (file.size > largestDownload) throw badRequest('file is too big')
    return { file_id, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path }
  },
})
