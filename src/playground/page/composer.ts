import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Message, PlaygroundOutgoing } from '../contract.ts'
import { api } from './api.ts'
import type { ChosenFiles } from './attach-menu.ts'
import './attach-menu.ts'
import { type Command, matchCommands, renderCommandMenu } from './command-menu.ts'
import { renderChosenFiles, renderContext } from './composer-context.ts'
import { composerStyles } from './composer-styles.ts'
import { icons } from './icons.ts'
import { sendMessage } from './person-actions.ts'
import './reply-keyboard.ts'
import { sharedStyles } from './shared-styles.ts'
import { StoreElement } from './store-element.ts'
import './voice-recorder.ts'

/** Where one writes. Fires `sent`, `cancel` (no more reply or edit) and `edit-last`; asks the page by `share-location`. */
export class Composer extends StoreElement {
  static override properties = {
    replyTo: { attribute: false },
    editing: { attribute: false },
    text: { state: true },
    chosen: { state: true },
    isRecording: { state: true },
    isKeyboardHidden: { state: true },
    areCommandsOpen: { state: true },
    active: { state: true },
  }
  declare replyTo: Message | undefined
  declare editing: Message | undefined
  declare text: string
  declare chosen: ChosenFiles | undefined
  declare isRecording: boolean
  declare isKeyboardHidden: boolean
  declare areCommandsOpen: boolean
  /** place in the list of commands, -1: none */
  declare active: number

  #draftKey = ''
  #keyboard: unknown

  static override styles = [sharedStyles, composerStyles]

  constructor() {
    super()
    this.text = ''
    this.active = -1
  }

  override willUpdate(changed: PropertyValues): void {
    const { state, openChatId, openChat } = this.store
    const draftKey = `draft/${state?.me.id}/${openChatId}`
    if (draftKey !== this.#draftKey) {
      this.#draftKey = draftKey
      this.text = sessionStorage.getItem(draftKey) ?? ''
      this.chosen = undefined
      this.isRecording = false
      this.areCommandsOpen = false
    }
    if (openChat?.replyKeyboard !== this.#keyboard) {
      this.#keyboard = openChat?.replyKeyboard
      this.isKeyboardHidden = false
    }
    if (changed.has('editing') && this.editing) this.text = this.editing.text ?? this.editing.caption ?? ''
    else if (changed.get('editing')) this.text = sessionStorage.getItem(draftKey) ?? ''
  }

  override updated(changed: PropertyValues): void {
    if ((changed.has('editing') && this.editing) || (changed.has('replyTo') && this.replyTo)) this.focus()
  }

  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus()
  }

  get #commands(): Command[] {
    const all = this.store.state?.bot.commands ?? []
    return this.text.startsWith('/') ? matchCommands(all, this.text) : this.areCommandsOpen ? all : []
  }

  override render(): TemplateResult {
    const { store } = this
    const { texts, openChat } = store
    const keyboard = openChat?.replyKeyboard
    return html`${renderCommandMenu({
      commands: this.#commands,
      active: this.active,
      label: texts.commandMenu,
      pick: (text) => this.#send({ text }),
    })}
      ${renderContext(store, { replyTo: this.replyTo, editing: this.editing, cancel: () => this.#cancel() })}
      ${renderChosenFiles(store, this.chosen, (chosen) => {
        this.chosen = chosen
      })}
      <div class="bar">
        ${
          this.isRecording
            ? html`<xy-voice-recorder
                .texts=${texts}
                @discard=${this.#stopRecording}
                @no-microphone=${() => {
                  this.#stopRecording()
                  store.showToast(texts.noMicrophone)
                }}
                @recorded=${this.#sendRecording}
              ></xy-voice-recorder>`
            : this.#renderFields()
        }
      </div>
      ${
        keyboard && !this.isKeyboardHidden
          ? html`<xy-reply-keyboard
              .keyboard=${keyboard}
              @say=${(event: CustomEvent<string>) => {
                this.isKeyboardHidden = keyboard.one_time_keyboard === true
                void this.#send({ text: event.detail })
              }}
              @share-location=${this.#askLocation}
              @share-contact=${() => store.showToast(texts.noContact)}
            ></xy-reply-keyboard>`
          : nothing
      }`
  }

  #renderFields(): TemplateResult {
    const { texts, openChat } = this.store
    const canSend = this.text.trim() !== '' || this.chosen !== undefined
    return html`<xy-attach-menu
        .store=${this.store}
        ?hidden=${this.editing !== undefined}
        @files=${(event: CustomEvent<ChosenFiles>) => {
          this.chosen = event.detail
          this.focus()
        }}
        @share-location=${this.#askLocation}
        @sticker=${(event: CustomEvent<string>) => this.#send({ sticker: event.detail })}
      ></xy-attach-menu>
      <div class="field">
        <textarea
          rows="1"
          data-testid="composer"
          aria-label=${texts.writeMessage}
          placeholder=${texts.writeMessage}
          enterkeyhint="send"
          aria-autocomplete="list"
          aria-controls=${this.#commands.length > 0 ? 'commands' : nothing}
          aria-activedescendant=${this.active >= 0 ? `command-${this.active}` : nothing}
          .value=${live(this.text)}
          @input=${this.#typed}
          @keydown=${this.#onKey}
          @paste=${this.#pasted}
        ></textarea>
        ${
          openChat?.replyKeyboard
            ? html`<button
                type="button"
                class="icon-button"
                aria-label=${this.isKeyboardHidden ? texts.showKeyboard : texts.hideKeyboard}
                aria-expanded=${this.isKeyboardHidden ? 'false' : 'true'}
                @click=${() => {
                  this.isKeyboardHidden = !this.isKeyboardHidden
                }}
              >
                ${icons.keyboard}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="icon-button"
          aria-label=${texts.commandMenu}
          aria-expanded=${this.#commands.length > 0 ? 'true' : 'false'}
          ?hidden=${this.text !== '' || !this.store.state?.bot.commands.length}
          @click=${() => {
            this.areCommandsOpen = !this.areCommandsOpen
            this.active = -1
            this.focus()
          }}
        >
          ${icons.slash}
        </button>
      </div>
      ${
        canSend || this.editing
          ? html`<button
              type="button"
              class="round"
              data-testid="send"
              aria-label=${this.editing ? texts.save : texts.send}
              @click=${this.#submit}
            >
              ${this.editing ? icons.check : icons.send}
            </button>`
          : html`<button
              type="button"
              class="round quiet"
              aria-label=${texts.recordVoice}
              @click=${() => {
                this.isRecording = true
              }}
            >
              ${icons.microphone}
            </button>`
      }`
  }

  #typed(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value
    this.active = -1
    this.areCommandsOpen = false
    if (!this.editing) sessionStorage.setItem(this.#draftKey, this.text)
  }

  #onKey(event: KeyboardEvent): void {
    // Enter while an input method is open chooses a character.
    if (event.isComposing) return
    const commands = this.#commands
    const command = commands[this.active]
    if (commands.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1
      this.active = Math.max(-1, Math.min(commands.length - 1, this.active + step))
    } else if (event.key === 'Enter' && !event.shiftKey) {
      if (command) void this.#send({ text: `/${command.command}` })
      else void this.#submit()
    } else if (event.key === 'Escape') this.#cancel()
    else if (event.key === 'ArrowUp' && this.text === '') this.dispatchEvent(new CustomEvent('edit-last'))
    else return
    event.preventDefault()
  }

  #pasted(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    const arePhotos = files.every(({ type }) => type.startsWith('image/'))
    this.chosen = { files, fileKind: arePhotos ? 'photo' : 'document' }
  }

  async #submit(): Promise<void> {
    const { store, editing, chosen } = this
    const text = this.text.trim()
    if (editing && store.state) {
      const as = store.state.me.id
      if (text && (await store.attempt(() => api.edit(as, editing.chat.id, editing.message_id, text)))) {
        this.#cancel()
      }
      return
    }
    if (!text && !chosen) return
    await this.#send({ ...(text && { text }), ...(chosen && { fileKind: chosen.fileKind }) }, chosen?.files)
  }

  /** The field is empty at once, as one types on; what was refused comes back into it. */
  async #send(outgoing: Omit<PlaygroundOutgoing, 'as'>, files: readonly File[] = []): Promise<void> {
    const { chosen, text } = this
    const draftKey = this.#draftKey
    const replyTo = this.replyTo?.message_id
    const ownsField = outgoing.text !== undefined || files.length > 0
    this.areCommandsOpen = false
    if (ownsField) {
      this.text = ''
      this.chosen = undefined
      this.active = -1
      sessionStorage.removeItem(draftKey)
    }
    this.dispatchEvent(new CustomEvent('sent'))
    const isSent = await sendMessage(this.store, { ...outgoing, ...(replyTo && { replyTo }) }, { files })
    if (isSent || !ownsField || this.text !== '' || draftKey !== this.#draftKey) return
    this.text = text
    this.chosen = chosen
  }

  #sendRecording(event: CustomEvent<{ file: File; duration: number }>): void {
    this.#stopRecording()
    void this.#send({ fileKind: 'voice', duration: event.detail.duration }, [event.detail.file])
  }

  async #stopRecording(): Promise<void> {
    this.isRecording = false
    await this.updateComplete
    this.focus()
  }

  #askLocation(): void {
    this.store.dispatchEvent(new Event('share-location'))
  }

  #cancel(): void {
    this.areCommandsOpen = false
    this.chosen = undefined
    this.dispatchEvent(new CustomEvent('cancel'))
  }
}

customElements.define('xy-composer', Composer)
