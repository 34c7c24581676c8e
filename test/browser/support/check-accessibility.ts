import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds serious or critical on the page as it is now, in light and in dark; empty when all is well. */
export async function checkAccessibility(page: Page, moment: string): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const { id, impact, help, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        found.push(`${moment}, ${colorScheme}: ${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`)
  }
  return found
}
