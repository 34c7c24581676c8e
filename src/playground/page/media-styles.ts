import { css } from 'lit'

/** What a bubble shows besides words: photos and albums, stickers, files and places. */
export const mediaStyles = css`
  .photos {
    margin: -3px -8px 6px;
  }
  .sender ~ .photos,
  .quote ~ .photos,
  .forwarded ~ .photos {
    margin-top: 6px;
  }
  .photos img {
    display: block;
    max-width: 100%;
    width: auto;
    height: auto;
    max-height: 60vh;
    border-radius: 12px;
    background: var(--surface-sunk);
  }
  .has-keyboard .photos img {
    width: 100%;
    max-height: none;
  }
  .photos.album {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 4px;
    width: 380px;
    max-width: calc(100% + 16px);
  }
  .photos.album img {
    width: 100%;
    height: 100%;
    aspect-ratio: 1;
    object-fit: cover;
  }
  .photos.album a:first-child:nth-last-child(odd) {
    grid-column: span 2;
  }
  .photos.album a:first-child:nth-last-child(odd) img {
    aspect-ratio: 2;
  }
  .sticker {
    font-size: 88px;
    line-height: 1.15;
  }
  audio,
  video {
    display: block;
    max-width: 100%;
  }
  .card,
  .place {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 48px;
    color: inherit;
    text-decoration: none;
  }
  .card > svg {
    flex: none;
    width: 46px;
    height: 46px;
    padding: 10px;
    border-radius: 12px;
    background: var(--accent);
    color: var(--on-accent);
  }
  .card span,
  .place span {
    min-width: 0;
  }
  small {
    display: block;
    color: var(--muted);
    font-size: 14px;
  }
  .place {
    display: grid;
    gap: 6px;
    width: 280px;
    max-width: 100%;
  }
  .map {
    display: grid;
    place-items: center;
    height: 130px;
    border-radius: 12px;
    background:
      linear-gradient(24deg, transparent 46%, var(--surface) 46% 51%, transparent 51%),
      linear-gradient(112deg, transparent 60%, var(--surface) 60% 64%, transparent 64%),
      linear-gradient(160deg, transparent 30%, var(--surface) 30% 33%, transparent 33%), var(--chat-pattern);
    color: var(--accent);
  }
  .map svg {
    width: 40px;
    height: 40px;
    fill: var(--surface-raised);
  }
`
