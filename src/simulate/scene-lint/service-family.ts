/** Principals whose name does not begin with that of the service they belong to. */
const oddOnes: Readonly<Record<string, string>> = { edgelambda: 'lambda', spotfleet: 'ec2' }

const isRegion = (label: string) => /^[a-z]{2,3}(-[a-z]+)+-\d$/.test(label)

function labelsOf(principal: string): readonly string[] {
  const text = principal.toLowerCase().replace(/\.amazonaws\.[a-z.]+$/, '')
  return text.split('.').filter((label) => !isRegion(label))
}

/** What a service principal belongs to: `ecs-tasks.amazonaws.com` and `ecs.amazonaws.com` are both of `ecs`. */
export function serviceFamily(principal: string): string {
  const label = labelsOf(principal).at(-1) ?? ''
  const first = label.split('-')[0] ?? ''
  return Object.hasOwn(oddOnes, first) ? (oddOnes[first] ?? first) : first
}

/** Two principals of one service that are not the same, nor the same one with a Region. */
export function areSiblings(one: string, other: string): boolean {
  return serviceFamily(one) === serviceFamily(other) && labelsOf(one).join('.') !== labelsOf(other).join('.')
}
