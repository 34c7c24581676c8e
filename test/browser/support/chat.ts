import type { Locator, Page } from 'playwright-core'

/** Presses the lowest button that bears this label: those of older messages stand above it. */
export async function press(page: Page, label: string | RegExp): Promise<void> {
  const button =
    typeof label === 'string'
      ? page.getByRole('log').getByRole('button', { name: label, exact: true })
      : page.getByRole('log').getByRole('button', { name: label })
  await button.last().click()
}

/** Writes into the open chat and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByTestId('composer').fill(text)
  await page.getByTestId('send').click()
}

/** The lowest message that says this, once it is there. */
export async function message(page: Page, text: string | RegExp): Promise<Locator> {
  const found = page.locator('xy-message').filter({ hasText: text }).last()
  await found.waitFor()
  return found
}

/** Becomes this person, who then sees the chat that was open, or the list. */
export async function become(page: Page, person: { id: number; firstName: string }): Promise<void> {
  const switcher = page.getByTestId('person-switcher')
  await switcher.click()
  await page.getByTestId(`person-${person.id}`).click()
  await switcher.getByText(person.firstName).waitFor()
}

/** Leaves the open chat on a phone; on a desk the list is there anyway. */
export async function showChats(page: Page): Promise<void> {
  const list = page.getByTestId('chat-list')
  const back = page.locator('xy-chat-view .back')
  await list.or(back).filter({ visible: true }).first().waitFor()
  if (!(await list.isVisible())) await back.click()
}

/** Opens a chat from the list. */
export async function openChat(page: Page, title: string): Promise<void> {
  await showChats(page)
  await page.getByTestId('chat-list').getByRole('link', { name: title }).click()
  await page.getByRole('heading', { name: title, level: 2, exact: true }).waitFor()
}
