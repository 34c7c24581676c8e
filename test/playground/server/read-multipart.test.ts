import { expect, test } from 'vitest'
import { readMultipart } from '../../../src/playground/server/http/read-multipart.ts'

const type = 'multipart/form-data; boundary=xyz'
const read = (body: string) =>
  readMultipart(type, Buffer.from(body))?.map(({ bytes, ...part }) => ({
    ...part,
    text: Buffer.from(bytes).toString(),
  }))

test('reads values and files, file names with and without quotation marks', () => {
  const body = [
    '--xyz\r\nContent-Disposition: form-data; name="text"\r\n\r\n你好\r\n行',
    '--xyz\r\ncontent-disposition:form-data;name="a";filename=台账.csv\r\ncontent-type:text/csv\r\n\r\n1,2',
    '--xyz\r\nContent-Disposition: form-data; filename="x;%22y\\"z.txt"; name=b\r\n\r\n',
    '--xyz--\r\n',
  ].join('\r\n')
  expect(read(body)).toEqual([
    { name: 'text', text: '你好\r\n行' },
    { name: 'a', filename: '台账.csv', mimeType: 'text/csv', text: '1,2' },
    { name: 'b', filename: 'x;"y"z.txt', text: '' },
  ])
})

test('refuses a body that is cut off or is no multipart body', () => {
  expect(read('--xyz\r\nContent-Disposition: form-data; name="a"\r\n\r\nx')).toBeUndefined()
  expect(read('--xyz\r\nContent-Disposition: form-data\r\n\r\nx\r\n--xyz--')).toBeUndefined()
  expect(read('hello')).toBeUndefined()
  expect(readMultipart('multipart/form-data', Buffer.from(''))).toBeUndefined()
})
