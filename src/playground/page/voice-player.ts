import { css, html, LitElement, type TemplateResult } from 'lit'
import { formatDuration } from './format-time.ts'
import { icons } from './icons.ts'
import { sharedStyles } from './shared-styles.ts'
import type { Texts } from './texts.ts'

/** A voice message: one big button, and where it is. */
export class VoicePlayer extends LitElement {
  static override properties = {
    src: {},
    duration: { type: Number },
    texts: { attribute: false },
    isPlaying: { state: true },
    position: { state: true },
    measured: { state: true },
  }
  declare src: string
  declare duration: number
  declare texts: Texts
  declare isPlaying: boolean
  declare position: number
  declare measured: number

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 10px;
        width: 260px;
        max-width: 100%;
      }
      button {
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
      button:hover {
        background: var(--accent-strong);
      }
      input {
        flex: 1;
        min-width: 0;
        height: 28px;
        margin: 0;
        accent-color: var(--accent);
      }
      span {
        min-width: 36px;
        color: var(--muted);
        font-size: 15px;
        font-variant-numeric: tabular-nums;
      }
    `,
  ]

  get #audio(): HTMLAudioElement | null {
    return this.renderRoot.querySelector('audio')
  }

  get #length(): number {
    return this.measured || this.duration || 0
  }

  override render(): TemplateResult {
    const { texts, isPlaying, position = 0 } = this
    return html`<audio
        src=${this.src}
        preload=${this.duration ? 'none' : 'metadata'}
        @play=${() => {
          this.isPlaying = true
        }}
        @pause=${() => {
          this.isPlaying = false
        }}
        @ended=${() => {
          this.position = 0
        }}
        @timeupdate=${() => {
          this.position = this.#audio?.currentTime ?? 0
        }}
        @durationchange=${() => {
          // A recording of the browser's own says Infinity until it was played to the end.
          const length = this.#audio?.duration ?? 0
          this.measured = Number.isFinite(length) ? length : 0
        }}
      ></audio>
      <button type="button" aria-label=${isPlaying ? texts.pause : texts.play} @click=${this.#toggle}>
        ${isPlaying ? icons.pause : icons.play}
      </button>
      <input
        type="range"
        min="0"
        step="0.1"
        max=${this.#length || 1}
        .value=${String(position)}
        aria-label=${texts.position}
        aria-valuetext=${formatDuration(position)}
        @input=${this.#seek}
      />
      <span>${formatDuration(isPlaying || position > 0 ? position : this.#length)}</span>`
  }

  #toggle(): void {
    if (this.isPlaying) this.#audio?.pause()
    else
      this.#audio?.play().catch(() => {
        this.isPlaying = false
      })
  }

  #seek(event: Event): void {
    const audio = this.#audio
    if (audio) audio.currentTime = Number((event.target as HTMLInputElement).value)
  }
}

customElements.define('xy-voice-player', VoicePlayer)
