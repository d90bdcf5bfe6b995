import type { Check } from '../../simulate'
import { useTranslate } from '../AppStores'
import './error-rail.css'

/** Where the stations stand, in units of the drawing. */
const at = { 1: 16, 2: 150, 3: 263, 4: 339, 5: 411 } as const

const stationOf: Readonly<Record<Check, 2 | 3 | 5>> = { 'service-action': 2, 'pass-role': 2, 'assume-role': 3, 'role-permission': 5 }

/** The way of the scene in little: whose line it is, and where it ends. */
export function ErrorRail({ check, direct, user }: { check: Check; direct: boolean; user: string }) {
  const translate = useTranslate()
  const stop = stationOf[check]
  const x = at[stop]
  const line = (from: number, to: number, kind: 'user' | 'service' | 'role') => (
    <g key={kind}>
      <line x1={from} x2={to} y1="18" y2="18" className={`er-${kind}`} />
      {kind !== 'user' && <line x1={from} x2={to} y1="18" y2="18" className={`er-${kind}-core`} />}
    </g>
  )
  const speaker = stop === 2 || direct ? 'user' : stop === 3 ? 'service' : 'role'
  const circled = ['', '①', '②', '③', '④', '⑤'][stop] ?? ''
  const station = translate.language === 'ja' ? circled : String(stop)
  const endsAt = translate(stop === 5 ? 'paste.rail.stops-5' : 'paste.rail.stops', { station })
  return (
    <svg className="er" viewBox="0 0 428 88" role="img" aria-label={endsAt}>
      {line(at[1], direct ? x : at[2], 'user')}
      {!direct && stop > 2 && line(at[2], at[3], 'service')}
      {stop > 3 && line(at[3], at[5], 'role')}
      {stop < 5 && <line x1={x} x2={at[5]} y1="18" y2="18" className="er-off" />}
      {stop < 5 && <path d={`M${x + 40} 4v28M${x + 48} 4v28`} className="er-bar" />}
      <line x1={x} x2={x} y1="18" y2="58" className={`er-${speaker}`} />
      {([2, 3, 4, 5] as const).map((number) => (
        <circle
          key={number}
          cx={at[number]}
          cy="18"
          r="6"
          className={number > stop ? 'er-o off' : `er-o ${number === stop ? speaker : 'on'}`}
        />
      ))}
      <circle cx={at[1]} cy="18" r="14" className={stop === 5 ? 'er-u' : 'er-u no'} />
      <rect x={x - 10} y="54" width="20" height="20" className="er-deny" />
      <path d={`M${x - 4} 60l8 8m0-8l-8 8`} className="er-x" />
      <text x="2" y="52" className="er-name">
        {user}
      </text>
      <text x={stop === 5 ? x - 18 : x + 18} y="69" textAnchor={stop === 5 ? 'end' : 'start'} className="er-stop">
        {endsAt}
      </text>
      {stop === 2 && (
        <text x="426" y="44" textAnchor="end" className="er-name">
          {translate('paste.rail.trust-unknown')}
        </text>
      )}
    </svg>
  )
}
