import { useTranslate } from '../AppStores'

/** The wordmark: the three lines and two stations. */
export function Brand() {
  const translate = useTranslate()
  return (
    <div className="brand">
      <svg viewBox="0 0 44 16" aria-hidden="true">
        <path d="M2 8H12" stroke="var(--user)" strokeWidth="4" />
        <path d="M14 8H27" stroke="var(--service)" strokeWidth="4" />
        <path d="M14 8H27" stroke="var(--paper)" strokeWidth="1.4" />
        <path d="M29 8H42" stroke="var(--role)" strokeWidth="4" />
        <path d="M29 8H42" stroke="var(--paper)" strokeWidth="1.9" strokeDasharray="0.01 5" strokeLinecap="round" />
        <circle cx="14" cy="8" r="4.5" fill="var(--surface)" stroke="var(--ink)" strokeWidth="2" />
        <circle cx="29" cy="8" r="4.5" fill="var(--surface)" stroke="var(--ink)" strokeWidth="2" />
      </svg>
      <span>{translate('app.name')}</span>
    </div>
  )
}
