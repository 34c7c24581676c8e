import { css } from 'lit'

/** Two columns on a desk; on a phone the list and the open chat are two screens. */
export const appStyles = css`
  :host {
    display: block;
    height: 100%;
  }
  .shell {
    position: relative;
    display: grid;
    grid-template: auto minmax(0, 1fr) / 380px minmax(0, 1fr);
    height: 100dvh;
  }
  header {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 60px;
    padding: 6px 16px;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  .mark {
    flex: none;
    display: block;
    width: 40px;
    height: 40px;
    padding: 5px;
    border-radius: 12px;
    background: #a83f16;
    color: #fff4e6;
  }
  .name {
    flex: 1;
    min-width: 0;
    line-height: 1.3;
  }
  h1,
  .name p {
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  h1 {
    font-size: 18px;
    font-weight: 700;
  }
  .name p {
    color: var(--muted);
    font-size: 14px;
  }
  .aside:not(:empty)::before {
    content: ' · ';
  }
  nav {
    display: flex;
    flex-direction: column;
    min-height: 0;
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
  }
  .nav-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 52px;
    padding: 8px 12px 0 20px;
  }
  h2 {
    margin: 0;
    font-size: 18px;
  }
  xy-chat-list {
    flex: 1;
    min-height: 0;
  }
  main {
    display: contents;
  }
  section {
    position: relative;
    display: grid;
    min-width: 0;
    min-height: 0;
    background: var(--chat);
  }
  .nothing-open {
    place-self: center;
    display: grid;
    justify-items: center;
    gap: 8px;
    color: var(--muted);
  }
  .nothing-open .mark {
    width: 72px;
    height: 72px;
    padding: 10px;
    border-radius: 22px;
  }
  .notices {
    position: fixed;
    z-index: 10;
    top: 136px;
    left: 50%;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 10px;
    width: max-content;
    max-width: min(520px, calc(100vw - 32px));
    translate: -50%;
    pointer-events: none;
  }
  .offline,
  .toast {
    margin: 0;
    padding: 12px 20px;
    border-radius: 16px;
    background: var(--text);
    color: var(--surface);
    box-shadow: var(--shadow-raised);
  }
  .toast .button {
    display: block;
    width: 100%;
    margin-top: 10px;
    pointer-events: auto;
  }
  @media (max-width: 760px) {
    .shell {
      grid-template-columns: minmax(0, 1fr);
    }
    header {
      min-height: 54px;
      padding: 4px 8px 4px 12px;
      gap: 10px;
    }
    header .mark {
      width: 34px;
      height: 34px;
      border-radius: 10px;
    }
    .aside {
      display: none;
    }
    .name {
      flex: 1 1 auto;
    }
    .name p {
      font-size: 13px;
    }
    nav {
      border: 0;
    }
    .in-chat nav,
    .shell:not(.in-chat) section {
      display: none;
    }
  }
`
