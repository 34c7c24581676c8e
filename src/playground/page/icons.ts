import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit'

function icon(drawing: SVGTemplateResult): TemplateResult {
  return html`<svg
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${drawing}
  </svg>`
}

/** All drawn for this page, on a grid of 24. */
export const icons = {
  back: icon(svg`<path d="M15 5l-7 7 7 7"/>`),
  down: icon(svg`<path d="M6 9l6 6 6-6"/>`),
  send: icon(svg`<path d="M12 19V5M6 11l6-6 6 6"/>`),
  microphone: icon(
    svg`<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5 11a7 7 0 0 0 14 0M12 18v3"/>`,
  ),
  attach: icon(svg`<path d="M12 5v14M5 12h14"/>`),
  close: icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`),
  check: icon(svg`<path d="M5 13l4.5 4.5L19 7"/>`),
  more: icon(svg`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3"/>`),
  slash: icon(svg`<rect x="3.5" y="3.5" width="17" height="17" rx="5"/><path d="M14 8l-4 8"/>`),
  keyboard: icon(
    svg`<rect x="3" y="4" width="8" height="7" rx="2"/><rect x="13" y="4" width="8" height="7" rx="2"/><rect x="3" y="13" width="18" height="7" rx="2"/>`,
  ),
  play: icon(svg`<path d="M8 5.5v13l11-6.5z" fill="currentColor"/>`),
  pause: icon(svg`<path d="M8.5 6v12M15.5 6v12" stroke-width="3.5"/>`),
  photo: icon(
    svg`<rect x="3" y="5" width="18" height="14" rx="3"/><circle cx="8.5" cy="10" r="1.5"/><path d="M4 18l6-5 3.5 3 2.5-2 4.5 4"/>`,
  ),
  file: icon(svg`<path d="M7 3h7l5 5v11a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM14 3v5h5"/>`),
  place: icon(
    svg`<path d="M12 21s7-6.200 7-11.5A7 7 0 0 0 5 9.5C5 14.800 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>`,
  ),
  smile: icon(
    svg`<circle cx="12" cy="12" r="9"/><path d="M8.5 14.5c1.800 2.5 5.200 2.5 7 0M9 9.5h.01M15 9.5h.01"/>`,
  ),
  qr: icon(
    svg`<rect x="4" y="4" width="6" height="6" rx="1"/><rect x="14" y="4" width="6" height="6" rx="1"/><rect x="4" y="14" width="6" height="6" rx="1"/><path d="M14 14h2v2M20 14v.01M18 18h2v2M14 20v-.01"/>`,
  ),
  person: icon(svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20c1-4.5 14-4.5 15 0"/>`),
  outside: icon(svg`<path d="M9 6h9v9M18 6L7 17"/>`),
  mark: html`<svg viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M6 14.5 16 6l10 8.5V22a2 2 0 0 1-2 2H15l-5 4v-4H8a2 2 0 0 1-2-2z" /><path d="M12 15.5h8M12 19.5h5" /></svg>`,
}
