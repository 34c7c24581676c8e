import { css } from 'lit'

export const composerStyles = css`
  :host {
    display: block;
    border-top: 1px solid var(--line);
    background: var(--surface);
    padding-bottom: env(safe-area-inset-bottom);
  }
  .bar {
    display: flex;
    align-items: flex-end;
    gap: 6px;
    max-width: 800px;
    margin: 0 auto;
    padding: 8px 12px;
  }
  .bar > xy-attach-menu {
    padding: 2px 0;
  }
  .field {
    flex: 1;
    display: flex;
    align-items: flex-end;
    min-width: 0;
    border: 1px solid var(--line);
    border-radius: 24px;
    background: var(--surface-sunk);
    padding: 1px 2px;
  }
  .field:focus-within {
    border-color: var(--accent);
  }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: 44px;
    max-height: 30vh;
    padding: 9px 6px 9px 16px;
    border: 0;
    background: none;
    font-size: 17px;
    line-height: 1.5;
    resize: none;
    field-sizing: content;
  }
  .field > textarea:focus-visible {
    outline: none;
  }
  .field:has(textarea:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: -1px;
  }
  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .round {
    flex: none;
    display: grid;
    place-items: center;
    width: 48px;
    height: 48px;
    border: 0;
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
  }
  .round:hover {
    background: var(--accent-strong);
  }
  .round.quiet {
    background: none;
    color: var(--accent);
  }
  .round.quiet:hover {
    background: var(--accent-soft);
  }
  .context {
    display: flex;
    align-items: center;
    gap: 8px;
    max-width: 800px;
    margin: 8px auto 0;
    padding: 0 12px 0 24px;
    font-size: 15px;
    line-height: 1.4;
  }
  .context > div {
    flex: 1;
    display: grid;
    min-width: 0;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--accent);
  }
  .context b {
    color: var(--link);
    font-weight: 600;
  }
  .context span {
    overflow: hidden;
    color: var(--muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    max-width: 800px;
    margin: 8px auto 0;
    padding: 0 16px;
    list-style: none;
  }
  .files li {
    display: flex;
    align-items: center;
    max-width: 100%;
    padding-inline-start: 14px;
    border-radius: 22px;
    background: var(--accent-soft);
    font-size: 15px;
  }
  .files span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .commands {
    max-width: 800px;
    max-height: 40vh;
    margin: 0 auto;
    padding: 6px;
    overflow-y: auto;
    border-bottom: 1px solid var(--line);
    list-style: none;
  }
  .commands li {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 46px;
    padding: 6px 14px;
    border-radius: 10px;
    cursor: pointer;
  }
  .commands li:hover,
  .commands li[aria-selected='true'] {
    background: var(--accent-soft);
  }
  .commands b {
    flex: none;
    min-width: 96px;
    color: var(--link);
    font-weight: 600;
  }
  .commands span {
    color: var(--muted);
  }
`
