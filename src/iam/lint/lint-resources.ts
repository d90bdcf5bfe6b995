import { nearest } from '../../lib/nearest'
import type { Located } from '../../lib/span'
import { arnParts } from '../match/arn'
import type { Problem } from '../terms'
import { finding, type LintCode, type LintInput, suggesting } from './finding'
import { partitions, regions } from './regions'

const isPattern = (text: string) => /[*?$]/.test(text)
const isBucket = (resource: string) => !/^(accesspoint|job|storage-lens)/.test(resource)

/** Services whose resources have no Region; S3's buckets and objects have no account either. */
const withoutRegion: ReadonlySet<string> = new Set(['iam', 'sts', 's3', 'organizations', 'cloudfront', 'route53'])

/** An ARN with one part put right; undefined when the result is the same. */
function withPart(value: string, index: number, part: string | undefined): string | undefined {
  if (part === undefined) return undefined
  const parts = arnParts(value)
  parts[index] = part
  return parts.join(':')
}

function mistakes(value: string): readonly (readonly [LintCode, 'error' | 'warning', Readonly<Record<string, string>>])[] {
  if (value === '*') return []
  if (!value.startsWith('arn:')) return /^[*?$]/.test(value) ? [] : [['arn-prefix', 'error', {}]]
  const parts = arnParts(value)
  if (parts.length < 6) return /\*$/.test(value) ? [] : [['arn-fields', 'error', { count: String(parts.length) }]]
  const [, partition = '', service = '', region = '', account = '', resource = ''] = parts
  const found: (readonly [LintCode, 'error' | 'warning', Readonly<Record<string, string>>])[] = []
  if (!isPattern(partition) && !partitions.includes(partition)) {
    const right = withPart(value, 1, nearest(partition, partitions))
    found.push(['arn-partition', 'error', { partition, ...suggesting(right) }])
  }
  if (service !== service.toLowerCase())
    found.push(['arn-service-case', 'error', { service, ...suggesting(withPart(value, 2, service.toLowerCase())) }])
  const global = withoutRegion.has(service) && (service !== 's3' || isBucket(resource))
  if (region !== '' && region !== '*' && global) {
    found.push(['arn-region-not-allowed', 'error', { service, region, ...suggesting(withPart(value, 3, '')) }])
  } else if (region !== '' && !isPattern(region) && !regions.includes(region)) {
    found.push(['arn-region', 'warning', { region, ...suggesting(withPart(value, 3, nearest(region, regions))) }])
  }
  const ofBucket = service === 's3' && isBucket(resource) && !isPattern(service)
  if (account !== '' && account !== '*' && ofBucket) {
    found.push(['arn-account-not-allowed', 'error', { account, ...suggesting(withPart(value, 4, '')) }])
  } else if (account !== '' && account !== 'aws' && !isPattern(account) && !/^\d{12}$/.test(account) && service !== 'cloudfront') {
    found.push(['arn-account', 'error', { account }])
  } else if (account === '' && service === 'iam') found.push(['arn-account-missing', 'error', {}])
  return found
}

const check = ({ value, span }: Located<string>): Problem[] =>
  mistakes(value).map(([code, severity, facts]) => finding(code, severity, span, { value, ...facts }))

/** Checks of the shape of ARNs in Resource and NotResource. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function lintResources({ document }: LintInput): Problem[] {
  return document.statements.flatMap(({ resource, usable }) => (usable ? (resource?.values ?? []).flatMap(check) : []))
}
