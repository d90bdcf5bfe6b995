import { useTranslate } from '../AppStores'
import { type CallEntry, triedOf } from './call-entry'

const letters = 'abcdefgh'

/** The stations of several roles, `2a 2b`; with one role the number alone. */
function stations(station: number, of: readonly number[], count: number): string {
  return count < 2 ? String(station) : of.map((index) => `${station}${letters.charAt(index)}`).join(' ')
}

/** A stop of the small rail. */
interface Stop {
  readonly x: number
  readonly text: string
  readonly tone: 'user' | 'service' | 'role'
}

/** The way of this call in little: which checks there are, and on which side of the gap in time. */
export function MiniRail({ entry }: { entry: CallEntry }) {
  const translate = useTranslate()
  const sites = entry.found.call.passSites
  const all = sites.map((_, index) => index)
  const isLater = (index: number) => {
    const site = sites[index]
    return site !== undefined && triedOf(site) !== 'call'
  }
  // An execution role is assumed before the others.
  const assumed = [...all].sort((a, b) => Number(sites[b]?.use === 'execution') - Number(sites[a]?.use === 'execution'))
  const now = assumed.filter((index) => !isLater(index))
  const later = assumed.filter(isLater)
  const gap = later.length > 0
  const gapX = now.length > 0 ? 186 : 142
  const laterX = now.length > 0 ? 232 : 214
  const waits = new Set(sites.map(triedOf).filter((tried) => tried !== 'call'))
  const gapText =
    waits.has('later') || waits.size > 1 ? translate('picker.rail.later') : waits.has('launch') ? translate('picker.rail.launch') : '?'
  const stops: Stop[] = [
    { x: 8, text: translate('picker.rail.call'), tone: 'user' },
    { x: 84, text: stations(2, all, sites.length), tone: 'user' },
    ...(now.length > 0 ? [{ x: gap ? 140 : 190, text: stations(3, now, sites.length), tone: 'service' as const }] : []),
    ...(gap ? [{ x: laterX, text: stations(3, later, sites.length), tone: 'service' as const }] : []),
    { x: 292, text: translate('picker.rail.use'), tone: 'role' },
  ]
  const end = stops.at(-2)?.x ?? 190
  const line = (x1: number, x2: number, tone: Stop['tone']) => (
    <g key={`${String(x1)}${tone}`}>
      <line x1={x1} x2={x2} y1="14" y2="14" className={`mr-${tone}`} />
      {tone !== 'user' && <line x1={x1} x2={x2} y1="14" y2="14" className={`mr-${tone}-core`} />}
    </g>
  )
  return (
    <svg className="mini-rail" viewBox="0 0 300 46" aria-hidden="true">
      {line(8, 84, 'user')}
      {gap ? [line(84, gapX - 8, 'service'), line(gapX + 12, laterX, 'service')] : line(84, end, 'service')}
      {line(end, 292, 'role')}
      {gap && <path className="mr-gap" d={`M${gapX - 5} 21l6-14M${gapX + 4} 21l6-14`} />}
      {stops.map(({ x, tone }) => (
        <circle key={x} cx={x} cy="14" r="5" className={`mr-${tone}`} />
      ))}
      {stops.map(({ x, text }, index) => (
        <text key={x} x={x} y="40" textAnchor={index === 0 ? 'start' : index === stops.length - 1 ? 'end' : 'middle'}>
          {text}
        </text>
      ))}
      {gap && (
        <text x={gapX + 2} y="40" textAnchor="middle">
          {gapText}
        </text>
      )}
    </svg>
  )
}
