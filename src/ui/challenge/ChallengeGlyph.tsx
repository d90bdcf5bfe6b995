const paths = {
  bulb: 'M9 17.5h6M10 20.5h4M8.5 14.8a5.8 5.8 0 1 1 7 0c-.5.5-.7 1.2-.7 1.9H9.2c0-.7-.2-1.4-.7-1.9z',
  edit: 'M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5z',
} as const

/** The glyphs that only a challenge shows. */
export function ChallengeGlyph({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="g" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
