/** The glyphs that come with the editors: other services' workloads, what waits, what is copied. */
export function LateGlyphs() {
  return (
    <svg style={{ display: 'none' }} aria-hidden="true">
      <symbol id="g-copy" viewBox="0 0 24 24">
        <rect x="8.5" y="8.5" width="11" height="11" rx="2" />
        <path d="M15.5 5.5h-11v11" />
      </symbol>
      <symbol id="g-flag" viewBox="0 0 24 24">
        <path d="M6 21V4h12l-3 4.5 3 4.5H6" />
      </symbol>
      <symbol id="g-clock" viewBox="0 0 24 24">
        <circle cx="12" cy="12" r="8" />
        <path d="M12 7.5V12l3 2" />
      </symbol>
      <symbol id="g-now" viewBox="0 0 24 24">
        <path d="M13 3 5.5 13.5H11L10 21l8-11h-5.5z" />
      </symbol>
      <symbol id="g-event" viewBox="0 0 24 24">
        <path d="M4 6h.01M4 12h.01M4 18h.01M8.5 6H20M8.5 12H20M8.5 18H15" />
      </symbol>
      <symbol id="g-inst" viewBox="0 0 24 24">
        <rect x="4" y="4.5" width="16" height="6" rx="1.5" />
        <rect x="4" y="13.5" width="16" height="6" rx="1.5" />
        <path d="M7.5 7.5h.01M7.5 16.5h.01M11 7.5h5M11 16.5h5" />
      </symbol>
      <symbol id="g-fn" viewBox="0 0 24 24">
        <path d="M15.5 5c-2.6-.9-4 .4-4.4 3L9 19.5c-.4 2-1.6 2.6-3.5 2M7 11h8" />
      </symbol>
      <symbol id="g-pipe" viewBox="0 0 24 24">
        <rect x="3" y="8.5" width="5" height="7" rx="1" />
        <rect x="16" y="8.5" width="5" height="7" rx="1" />
        <path d="M8 12h8M12.5 9.5 15 12l-2.5 2.5" />
      </symbol>
      <symbol id="g-agent" viewBox="0 0 24 24">
        <path d="M12 3.5v3M6 6.5h12V16H6zM9.5 10.5h.01M14.5 10.5h.01M3.5 19.5h17" />
      </symbol>
      <symbol id="g-build" viewBox="0 0 24 24">
        <path d="M14.5 4.5a5 5 0 0 0-5.6 6.7L3.5 16.6l3.4 3.4 5.4-5.4a5 5 0 0 0 6.7-5.6l-3 3-3-.6-.6-3z" />
      </symbol>
      <symbol id="g-stack" viewBox="0 0 24 24">
        <path d="M12 3.5 20.5 8 12 12.5 3.5 8zM3.5 12 12 16.5 20.5 12M3.5 16 12 20.5 20.5 16" />
      </symbol>
      <symbol id="g-q" viewBox="0 0 24 24">
        <path d="M8.5 8.5a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 17.5h.01" />
      </symbol>
      <symbol id="g-close" viewBox="0 0 24 24">
        <path d="m6 6 12 12m0-12L6 18" />
      </symbol>
    </svg>
  )
}
