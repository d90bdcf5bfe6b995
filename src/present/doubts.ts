import type { Confidence, PassSite } from '../catalog'

/** A fact about a role parameter. `sentKeys`: what the service sends along when it takes the role on. */
export type Fact =
  | 'roleParameter'
  | 'trustPrincipal'
  | 'passedToService'
  | 'associatedResourceArn'
  | 'assumed'
  | 'sentKeys'
  | 'sessionName'
  | 'error'

/** A fact that AWS does not document, and the page of AWS that comes nearest to it. */
export interface Doubt {
  readonly fact: Fact
  readonly confidence: Exclude<Confidence, 'documented'>
  readonly page: string | undefined
}

const order: readonly Fact[] = [
  'roleParameter',
  'trustPrincipal',
  'passedToService',
  'associatedResourceArn',
  'assumed',
  'sentKeys',
  'sessionName',
  'error',
]

const pages: Readonly<Record<Fact, readonly string[]>> = {
  roleParameter: ['api'],
  trustPrincipal: ['trust'],
  passedToService: ['passRole'],
  associatedResourceArn: ['passRole'],
  assumed: ['trust', 'errors'],
  sentKeys: ['confusedDeputy', 'trust'],
  sessionName: ['trust'],
  error: ['errors'],
}

function confidenceIn(site: PassSite, fact: Fact): Confidence {
  switch (fact) {
    case 'sentKeys':
      return site.sentKeys.some(({ confidence }) => confidence === 'unsure')
        ? 'unsure'
        : (site.sentKeys.find(({ confidence }) => confidence !== 'documented')?.confidence ?? 'documented')
    case 'error':
      return site.trustFailure.confidence
    case 'associatedResourceArn':
      // Nothing is claimed of a key that is not sent.
      return site.associatedResourceArn?.confidence ?? 'documented'
    default:
      return site.confidence[fact] ?? 'documented'
  }
}

/** What is said of a role parameter without AWS saying so, the widely reported and the unsure. */
export function doubtsOf(site: PassSite): readonly Doubt[] {
  return order.flatMap((fact) => {
    const confidence = confidenceIn(site, fact)
    if (confidence === 'documented') return []
    const page = [...pages[fact], ...Object.keys(site.docs)].find((name) => Object.hasOwn(site.docs, name))
    return [{ fact, confidence, page: page === undefined ? undefined : site.docs[page] }]
  })
}
