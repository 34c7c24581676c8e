import { css } from 'lit'

/** Ears of millet, persimmons and roofs, drawn for this page, as a mask so that the theme gives the colour. */
export const chatViewStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--chat);
  }
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 64px;
    padding: 6px 12px 6px 20px;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  header xy-avatar {
    --avatar-size: 44px;
  }
  .back {
    display: none;
    margin-inline-start: -8px;
  }
  .who {
    flex: 1;
    min-width: 0;
    line-height: 1.3;
  }
  h2,
  .who p {
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  h2 {
    font-size: 18px;
    font-weight: 600;
  }
  .who p {
    color: var(--muted);
    font-size: 15px;
  }
  .who b {
    color: var(--accent-strong);
    font-weight: 500;
  }
  .frame {
    position: relative;
    flex: 1;
    min-height: 0;
  }
  .frame::before {
    content: '';
    position: absolute;
    inset: 0;
    background: var(--chat-pattern);
    mask: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='120' height='120' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M32 58v-30M32 50c-6 0-8-4-8-8 5 0 8 3 8 8zM32 50c6 0 8-4 8-8-5 0-8 3-8 8zM32 40c-6 0-8-4-8-8 5 0 8 3 8 8zM32 40c6 0 8-4 8-8-5 0-8 3-8 8zM32 30c-4-3-4-7 0-11 4 4 4 8 0 11z'/%3E%3Cpath d='M76 97l16-12 16 12M81 94v15h10l5 5v-5h7V94'/%3E%3Ccircle cx='92' cy='40' r='13'/%3E%3Cpath d='M92 31c-4-1-6-4-9-4 1-4 6-3 9 0 3-3 8-4 9 0-3 0-5 3-9 4zM92 27v-6'/%3E%3C/svg%3E");
  }
  .scroll {
    position: absolute;
    inset: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 8px 20px 16px;
  }
  .scroll:focus-visible {
    outline-offset: -4px;
  }
  .content {
    display: flow-root;
    max-width: 760px;
    margin: 0 auto;
  }
  .day {
    width: fit-content;
    margin: 14px auto 6px;
    padding: 2px 14px;
    border-radius: 14px;
    background: var(--pill);
    color: var(--muted);
    font-size: 14px;
  }
  .hint {
    width: fit-content;
    margin: 24px auto;
    padding: 4px 16px;
    border-radius: 16px;
    background: var(--pill);
    color: var(--muted);
    font-size: 15px;
  }
  .welcome {
    width: fit-content;
    max-width: min(460px, 100%);
    margin: min(12vh, 96px) auto 0;
    padding: 28px 32px;
    border-radius: 24px;
    background: var(--surface);
    box-shadow: var(--shadow);
    text-align: center;
  }
  .welcome p {
    margin: 0;
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 8px;
  }
  .empty xy-avatar {
    --avatar-size: 72px;
  }
  .start {
    min-width: 160px;
    min-height: 50px;
    margin-top: 8px;
    font-size: 18px;
  }
  .welcome > p {
    margin-top: 22px;
    color: var(--muted);
    font-size: 15px;
  }
  .welcome ul {
    display: grid;
    gap: 8px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }
  .welcome li {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .welcome li .button {
    flex: 1;
    min-width: 0;
    min-height: 50px;
    font-weight: 500;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .pinned {
    display: flex;
    align-items: center;
    min-height: 48px;
    padding-inline: 8px 12px;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  .pinned-text {
    flex: 1;
    display: grid;
    min-width: 0;
    padding: 4px 12px;
    border: 0;
    border-inline-start: 3px solid var(--accent);
    background: none;
    font-size: 15px;
    line-height: 1.35;
    text-align: start;
  }
  .pinned-text:hover {
    background: var(--accent-soft);
  }
  .pinned-text b {
    color: var(--link);
    font-weight: 600;
  }
  .pinned-text span:last-child {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .to-bottom {
    position: absolute;
    right: 20px;
    bottom: 16px;
    display: grid;
    place-items: center;
    width: 48px;
    height: 48px;
    border: 1px solid var(--line);
    border-radius: 50%;
    background: var(--surface-raised);
    color: var(--muted);
    box-shadow: var(--shadow-raised);
  }
  footer {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 16px;
    min-height: 64px;
    padding: 8px 20px;
    border-top: 1px solid var(--line);
    background: var(--surface);
    color: var(--muted);
    font-size: 15px;
  }
  @media (max-width: 760px) {
    header {
      min-height: 58px;
      padding: 4px 8px 4px 12px;
      gap: 10px;
    }
    .back {
      display: grid;
    }
    header xy-avatar {
      --avatar-size: 40px;
    }
    .scroll {
      padding: 4px 10px 12px;
    }
  }
`
