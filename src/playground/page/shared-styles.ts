import { css } from 'lit'

/** What every element's buttons, fields, menus and dialogs look like. */
export const sharedStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
    touch-action: manipulation;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon-button {
    flex: none;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--muted);
  }
  .icon-button:hover {
    background: var(--accent-soft);
    color: var(--accent-strong);
  }
  .button {
    min-height: 44px;
    padding: 8px 18px;
    border: 1px solid var(--key-line);
    border-radius: 12px;
    background: var(--key);
    color: var(--key-text);
    font-weight: 600;
  }
  .button:hover {
    background: var(--key-down);
  }
  .button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  .button.primary:hover {
    background: var(--accent-strong);
  }
  .menu {
    margin: 4px;
    padding: 6px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface-raised);
    color: var(--text);
    box-shadow: var(--shadow-raised);
    min-width: 200px;
    max-width: calc(100vw - 16px);
    max-height: 70vh;
    overflow-y: auto;
  }
  @supports (position-area: top) {
    .menu[popover] {
      position: fixed;
      inset: auto;
      position-area: bottom span-right;
      position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline;
    }
  }
  .menu > button,
  .menu > label {
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    min-height: 46px;
    padding: 8px 12px;
    border: 0;
    border-radius: 10px;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .menu > button:hover,
  .menu > button:focus-visible {
    background: var(--accent-soft);
  }
  .menu > button:focus-visible {
    outline-offset: -3px;
  }
  .menu > .danger {
    color: var(--danger);
  }
  .menu > hr {
    margin: 6px 8px;
    border: 0;
    border-top: 1px solid var(--line);
  }
  dialog {
    width: min(400px, calc(100vw - 32px));
    padding: 24px;
    border: 1px solid var(--line);
    border-radius: 20px;
    background: var(--surface-raised);
    color: var(--text);
    box-shadow: var(--shadow-raised);
  }
  dialog::backdrop {
    background: rgb(20 10 4 / 0.5);
  }
  dialog h2 {
    margin: 0 0 16px;
    font-size: 20px;
    line-height: 1.35;
  }
  dialog form {
    display: grid;
    gap: 14px;
  }
  dialog label {
    display: grid;
    gap: 6px;
    color: var(--muted);
    font-size: 15px;
  }
  dialog input,
  dialog select {
    width: 100%;
    min-height: 46px;
    padding: 8px 12px;
    border: 1px solid var(--muted);
    border-radius: 10px;
    background: var(--surface);
    color: var(--text);
    font-size: 17px;
  }
  fieldset {
    display: grid;
    max-height: 36vh;
    margin: 0;
    padding: 0;
    overflow-y: auto;
    border: 0;
  }
  legend {
    padding: 0;
    color: var(--muted);
    font-size: 15px;
  }
  dialog .check {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 44px;
    color: var(--text);
    font-size: 17px;
  }
  dialog .check input {
    width: 22px;
    min-height: 22px;
    margin: 0 0 0 4px;
    accent-color: var(--accent);
  }
  .dialog-buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 10px;
    margin-top: 16px;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`
