import { expect, it } from 'vitest'
import { fullName } from '../../src/people/full-name.ts'

it.each([
  [{ first_name: '秀英', last_name: '王' }, '王秀英'],
  [{ first_name: '复', last_name: '慕容' }, '慕容复'],
  [{ first_name: '王秀英' }, '王秀英'],
  [{ first_name: 'Emma', last_name: 'Carter' }, 'Emma Carter'],
  [{ first_name: 'Emma', last_name: '王' }, 'Emma 王'],
  [{ first_name: '秀英 🌸', last_name: '王' }, '秀英 🌸 王'],
])('%j is called %s', (names, called) => {
  expect(fullName(names)).toBe(called)
})
