import { html, nothing, type TemplateResult } from 'lit'
import type { PlaygroundState } from '../contract.ts'

export type Command = PlaygroundState['bot']['commands'][number]

/** The bot's commands that begin with what was typed; all of them for `/` alone. */
export function matchCommands(commands: readonly Command[], typed: string): Command[] {
  if (!/^\/\w*$/.test(typed)) return []
  return commands.filter(({ command }) => `/${command}`.startsWith(typed.toLowerCase()))
}

export interface CommandMenuInput {
  commands: readonly Command[]
  /** place of the chosen one, -1: none */
  active: number
  label: string
  pick(command: string): void
}

/** The list above the composer, whose field keeps the focus and moves through the list by its arrow keys. */
export function renderCommandMenu({
  commands,
  active,
  label,
  pick,
}: CommandMenuInput): TemplateResult | typeof nothing {
  if (commands.length === 0) return nothing
  return html`<ul id="commands" class="commands" role="listbox" aria-label=${label}>
    ${commands.map(
      ({ command, description }, index) => html`<li
        id="command-${index}"
        role="option"
        aria-selected=${index === active ? 'true' : 'false'}
        @pointerdown=${(event: Event) => event.preventDefault()}
        @click=${() => pick(`/${command}`)}
      >
        <b>/${command}</b><span>${description}</span>
      </li>`,
    )}
  </ul>`
}
