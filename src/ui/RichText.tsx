import type { RichText as Segments } from '../i18n'

const classOf = { user: 'p-user', service: 'p-service', role: 'p-role' } as const

/** A sentence with names in the colour and underline of whose authority they are, and identifiers in code. */
export function RichText({ of }: { of: Segments }) {
  return of.map((segment, index) => {
    const key = `${index}${segment.text}`
    if (segment.kind === 'text') return segment.text
    if (segment.kind === 'code') return <code key={key}>{segment.text}</code>
    return (
      <span key={key} className={classOf[segment.kind]} translate="no">
        {segment.text}
      </span>
    )
  })
}
