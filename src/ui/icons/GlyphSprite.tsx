/** Our own glyphs, 24 × 24, drawn in strokes: those of a fresh visit's first screen. Rendered once; every `Glyph` refers to one of them. */
export function GlyphSprite() {
  return (
    <svg style={{ display: 'none' }} aria-hidden="true">
      <symbol id="g-user" viewBox="0 0 24 24">
        <circle cx="12" cy="8" r="3.75" />
        <path d="M4.5 20a7.5 7.5 0 0 1 15 0" />
      </symbol>
      <symbol id="g-service" viewBox="0 0 24 24">
        <path d="M3.5 9.5h17M5 9.5V20h14V9.5M3.5 9.5 6 4h12l2.5 5.5M9.5 14.5h5" />
      </symbol>
      <symbol id="g-task" viewBox="0 0 24 24">
        <rect x="4" y="4" width="16" height="16" rx="2" />
        <path d="m10 8.8 5 3.2-5 3.2z" />
      </symbol>
      <symbol id="g-iam" viewBox="0 0 24 24">
        <path d="M5 3.5h14v17H5zM8.5 8l1.3 1.3L12 7M8.5 13.5l1.3 1.3L12 12.5M14.5 8.5H16M14.5 14H16M8.5 17.8H16" />
      </symbol>
      <symbol id="g-sts" viewBox="0 0 24 24">
        <path d="M3 8V5.5h18V8a2.2 2.2 0 0 0 0 4.4V18.5H3v-6.1A2.2 2.2 0 0 0 3 8z" />
        <circle cx="12" cy="12" r="3.3" />
        <path d="M12 10.4V12l1.2.8" />
      </symbol>
      <symbol id="g-role" viewBox="0 0 24 24">
        <path d="m8 2.5 4 5 4-5" />
        <rect x="5" y="7.5" width="14" height="13.5" rx="2" />
        <circle cx="12" cy="13" r="2.1" />
        <path d="M8.7 18a3.4 3.4 0 0 1 6.6 0" />
      </symbol>
      <symbol id="g-creds" viewBox="0 0 24 24">
        <circle cx="7.6" cy="12" r="4.1" />
        <path d="M11.7 12H21v3.4M17.2 12v2.6M7.6 12h.01" />
      </symbol>
      <symbol id="g-res" viewBox="0 0 24 24">
        <path d="M3.5 8.5 12 4l8.5 4.5v8L12 21l-8.5-4.5zM3.5 8.5 12 13l8.5-4.5M12 13v8" />
      </symbol>
      <symbol id="g-check" viewBox="0 0 24 24">
        <path d="m4.5 12.8 5 5L19.5 7" />
      </symbol>
      <symbol id="g-x" viewBox="0 0 24 24">
        <path d="m5.5 5.5 13 13m0-13-13 13" />
      </symbol>
      <symbol id="g-play" viewBox="0 0 24 24">
        <path d="M7 4.5v15l13-7.5z" />
      </symbol>
      <symbol id="g-pause" viewBox="0 0 24 24">
        <path d="M6.5 4.5h4v15h-4zM13.5 4.5h4v15h-4z" />
      </symbol>
      <symbol id="g-prev" viewBox="0 0 24 24">
        <path d="M18 5.5 9 12l9 6.5zM6 5.5v13" />
      </symbol>
      <symbol id="g-next" viewBox="0 0 24 24">
        <path d="m6 5.5 9 6.5-9 6.5zM18 5.5v13" />
      </symbol>
      <symbol id="g-down" viewBox="0 0 24 24">
        <path d="m6 9.5 6 6 6-6" />
      </symbol>
      <symbol id="g-left" viewBox="0 0 24 24">
        <path d="m14.5 6-6 6 6 6" />
      </symbol>
      <symbol id="g-right" viewBox="0 0 24 24">
        <path d="m9.5 6 6 6-6 6" />
      </symbol>
      <symbol id="g-moon" viewBox="0 0 24 24">
        <path d="M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16" />
      </symbol>
      <symbol id="g-dots" viewBox="0 0 24 24">
        <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3" />
      </symbol>
      <symbol id="g-undo" viewBox="0 0 24 24">
        <path d="M5 10h9.5a4.75 4.75 0 0 1 0 9.5H9M5 10l4-4M5 10l4 4" />
      </symbol>
      <symbol id="g-search" viewBox="0 0 24 24">
        <circle cx="10.5" cy="10.5" r="6" />
        <path d="m15 15 5 5" />
      </symbol>
      <symbol id="g-screen" viewBox="0 0 24 24">
        <path d="M3.5 5h17v11h-17zM12 16v4M8 20h8" />
      </symbol>
    </svg>
  )
}
