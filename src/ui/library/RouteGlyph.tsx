import type { ScenarioProgress } from '../../state'

const xs = [6, 29, 52, 75, 98] as const
/** Which of the five stations a run stopped at; none: it went through. */
const stops: Readonly<Record<NonNullable<ScenarioProgress['played']>, number | undefined>> = {
  allowed: undefined,
  'service-action': 1,
  'pass-role': 1,
  'assume-role': 2,
  'role-permission': 4,
}
const speakers = ['user', 'service', 'role', 'role'] as const
const rings = ['user', 'user', 'service', 'role'] as const

/** The way a scenario went: hollow until it was played, so that nothing is given away. */
export function RouteGlyph({ played }: { played: ScenarioProgress['played'] }) {
  const end = played === undefined ? 0 : (stops[played] ?? 4)
  return (
    <svg className="route-glyph" viewBox="0 0 104 16" aria-hidden="true">
      {speakers.map((speaker, index) => (
        <line
          key={xs[index]}
          x1={xs[index]}
          x2={xs[index + 1]}
          y1={8}
          y2={8}
          className={index < end ? `rg-${speaker}` : played === undefined ? 'rg-wait' : 'rg-off'}
        />
      ))}
      {speakers.map(
        (speaker, index) =>
          index < end &&
          speaker !== 'user' && (
            <line key={`${xs[index]}-core`} x1={xs[index]} x2={xs[index + 1]} y1={8} y2={8} className={`rg-${speaker}-core`} />
          ),
      )}
      {xs.map((x, index) =>
        played === undefined || index < end ? (
          <circle key={x} cx={x} cy={8} r={3.4} className={played === undefined ? 'rg-wait' : `rg-${rings[index] ?? 'role'}`} />
        ) : index > end ? null : played === 'allowed' ? (
          <g key={x}>
            <circle cx={x} cy={8} r={6} className="rg-allow" />
            <path d={`M${x - 2.6} 8.3l2 2 3.4-3.8`} className="rg-mark" />
          </g>
        ) : (
          <g key={x}>
            <rect x={x - 6} y={2} width={12} height={12} className="rg-deny" />
            <path d={`M${x - 2.6} 5.4l5.2 5.2m0-5.2l-5.2 5.2`} className="rg-mark" />
          </g>
        ),
      )}
    </svg>
  )
}
