import { css } from 'lit'

/** The keys of the bot, below a message and below the composer: rows of equal columns. */
export const keyboardStyles = css`
  :host {
    display: grid;
    gap: 6px;
  }
  div {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 6px;
  }
  button {
    min-height: 50px;
    padding: 8px;
    border: 1px solid var(--key-line);
    border-radius: 12px;
    background: var(--key);
    color: var(--key-text);
    font-size: 17px;
    font-weight: 500;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  button:active {
    background: var(--key-down);
  }
  /* a finger leaves no key behind that looks chosen */
  @media (hover: hover) {
    button:hover {
      background: var(--key-down);
    }
  }
`
