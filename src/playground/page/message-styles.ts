import { css } from 'lit'

/** Bubbles: one's own to the right, everybody else's to the left, never wider than is read at ease. */
export const messageStyles = css`
  :host {
    display: block;
  }
  .row {
    display: flex;
    padding-top: 4px;
  }
  .row.starts {
    padding-top: 12px;
  }
  .row.own {
    justify-content: flex-end;
  }
  .column {
    display: grid;
    gap: 6px;
    max-width: min(88%, 560px);
    min-width: 0;
  }
  .column.has-keyboard {
    width: 460px;
  }
  .line {
    position: relative;
    display: flex;
    min-width: 0;
  }
  .has-keyboard .bubble {
    flex: 1;
  }
  .bubble {
    display: flow-root;
    min-width: 0;
    padding: 9px 14px 7px;
    border-radius: 18px;
    background: var(--other);
    box-shadow: var(--shadow);
    overflow-wrap: anywhere;
  }
  .row.starts .bubble {
    border-top-left-radius: 6px;
  }
  .own .bubble {
    background: var(--own);
  }
  .row.own.starts .bubble {
    border-top-left-radius: 18px;
    border-top-right-radius: 6px;
  }
  .bubble.bare {
    background: none;
    box-shadow: none;
  }
  .sender {
    color: var(--link);
    font-size: 15px;
    font-weight: 600;
  }
  .forwarded {
    color: var(--muted);
    font-size: 15px;
  }
  .quote {
    display: grid;
    margin: 2px 0 6px;
    padding: 4px 10px;
    border-inline-start: 3px solid var(--accent);
    border-radius: 4px;
    font-size: 15px;
    line-height: 1.4;
  }
  .quote b {
    color: var(--link);
    font-weight: 600;
  }
  .quote span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .words {
    display: inline;
    white-space: pre-wrap;
  }
  .words a,
  .words .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--link);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .words .qr {
    display: inline-grid;
    place-items: center;
    width: 32px;
    height: 32px;
    margin: -6px 2px;
    padding: 0;
    border: 0;
    border-radius: 8px;
    background: none;
    color: var(--link);
    vertical-align: middle;
  }
  .words .qr:hover {
    background: var(--accent-soft);
  }
  .words .qr svg {
    width: 20px;
    height: 20px;
  }
  .words .tag {
    color: var(--link);
  }
  .words code {
    padding: 1px 5px;
    border-radius: 5px;
    background: color-mix(in srgb, currentColor 9%, transparent);
    font-family: ui-monospace, 'Noto Sans Mono CJK SC', monospace;
    font-size: 0.95em;
  }
  .words pre {
    margin: 4px 0;
    padding: 10px 12px;
    border-radius: 8px;
    background: color-mix(in srgb, currentColor 9%, transparent);
    white-space: pre-wrap;
  }
  .words pre code {
    padding: 0;
    background: none;
  }
  .words blockquote {
    margin: 4px 0;
    padding: 4px 12px;
    border-inline-start: 3px solid var(--accent);
    border-radius: 4px;
    background: color-mix(in srgb, var(--accent) 9%, transparent);
  }
  .words .expandable:not(:focus, :hover) {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .spoiler {
    display: inline;
    padding: 0 3px;
    border: 0;
    border-radius: 4px;
    background: color-mix(in srgb, currentColor 12%, transparent);
    text-align: start;
  }
  .spoiler[aria-expanded='false'] {
    background: var(--muted);
  }
  .spoiler[aria-expanded='false'] span {
    visibility: hidden;
  }
  .time {
    float: right;
    margin: 6px 0 0 14px;
    color: var(--muted);
    font-size: 13px;
    line-height: 1.4;
  }
  .more {
    position: absolute;
    top: 0;
    left: calc(100% + 2px);
    width: 36px;
    height: 36px;
    opacity: 0;
  }
  .own .more {
    left: auto;
    right: calc(100% + 2px);
  }
  .row:hover .more,
  .more:focus-visible,
  .more:has(+ :popover-open) {
    opacity: 1;
  }
  @media (hover: none) {
    .more {
      opacity: 0.7;
    }
  }
  .service {
    width: fit-content;
    max-width: 90%;
    margin: 12px auto 4px;
    padding: 3px 14px;
    border-radius: 14px;
    background: var(--pill);
    color: var(--muted);
    font-size: 15px;
    text-align: center;
  }
`
