import { css, html, LitElement, type TemplateResult } from 'lit'
import { formatDuration } from './format-time.ts'
import { icons } from './icons.ts'
import { sharedStyles } from './shared-styles.ts'
import type { Texts } from './texts.ts'

/** Telegram's own voice messages are Ogg with Opus; most browsers record Opus in another wrapping. */
const mediaTypes = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4']

/**
 * Records from the moment it is shown. Fires `recorded` with `{ file, duration }` (seconds), `discard`, or
 * `no-microphone`.
 */
export class VoiceRecorder extends LitElement {
  static override properties = { texts: { attribute: false }, seconds: { state: true } }
  declare texts: Texts
  declare seconds: number

  #recorder: MediaRecorder | undefined
  #startedAt = 0
  #timer: ReturnType<typeof setInterval> | undefined

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 12px;
        flex: 1;
        min-height: 48px;
      }
      .dot {
        width: 14px;
        height: 14px;
        margin-inline-start: 12px;
        border-radius: 50%;
        background: var(--danger);
        animation: pulse 1.2s ease-in-out infinite alternate;
      }
      @keyframes pulse {
        to {
          opacity: 0.25;
        }
      }
      .time {
        flex: 1;
        font-variant-numeric: tabular-nums;
      }
    `,
  ]

  override render(): TemplateResult {
    const { texts } = this
    return html`<span class="dot"></span>
      <span class="time" role="timer" aria-label=${texts.recording}>${formatDuration(this.seconds ?? 0)}</span>
      <button type="button" class="button" @click=${() => this.dispatchEvent(new CustomEvent('discard'))}>
        ${texts.discard}
      </button>
      <button type="button" class="button primary" @click=${() => this.#recorder?.stop()}>
        ${icons.send}<span class="hidden-text">${texts.stopAndSend}</span>
      </button>`
  }

  override async connectedCallback(): Promise<void> {
    super.connectedCallback()
    try {
      await this.#record()
    } catch {
      this.dispatchEvent(new CustomEvent('no-microphone'))
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#timer)
    for (const track of this.#recorder?.stream.getTracks() ?? []) track.stop()
  }

  async #record(): Promise<void> {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    const mimeType = mediaTypes.find((type) => MediaRecorder.isTypeSupported(type)) ?? ''
    const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {})
    this.#recorder = recorder
    if (!this.isConnected) return this.disconnectedCallback()
    const chunks: Blob[] = []
    recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data))
    recorder.addEventListener('stop', () => {
      if (!this.isConnected) return
      const type = recorder.mimeType.split(';')[0] ?? 'audio/ogg'
      const file = new File(chunks, `voice.${type.split('/')[1]}`, { type })
      const duration = Math.max(1, Math.round((Date.now() - this.#startedAt) / 1000))
      this.dispatchEvent(new CustomEvent('recorded', { detail: { file, duration } }))
    })
    recorder.start()
    this.#startedAt = Date.now()
    this.#timer = setInterval(() => {
      this.seconds = (Date.now() - this.#startedAt) / 1000
    }, 250)
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.primary')?.focus()
  }
}

customElements.define('xy-voice-recorder', VoiceRecorder)
