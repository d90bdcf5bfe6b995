import { deflateSync, Inflate } from 'fflate'
import { failure, type ShareResult } from './errors'
import { checksum, fromBytes, fromLetters, toBytes, toLetters } from './letters'
import { checkScenario, largestScenario, plainScenario } from './scenario-file'
import type { SharedScenario } from './shared-scenario'

/** The first letter of a code says how the rest is packed: four bytes of checksum, then deflate data, as letters. */
const codeVersion = 'A'
const largestCode = 400_000

/** What most scenarios have in common: deflate refers to it instead of spelling it out. Part of version A: never change it. */
const dictionary = toBytes(
  '{"caller":"arn:aws:iam::111122223333:user/aya","action":"ecs:RunTask","region":"ap-northeast-1","parameters":{"taskDefinition":"app:7","overrides":{"taskRoleArn":"executionRoleArn"resolved":{"contextKeys":{"organization":{"serviceContextKeys":{"workload":{"action":"s3:GetObject","resource":"arn:aws:s3:::app-data/*"}}{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "PassAppRole",\n      "Effect": "Allow",\n      "Action": "iam:PassRole",\n      "Resource": "arn:aws:iam::111122223333:role/app-task",\n      "Condition": {\n        "StringEquals": {\n          "iam:PassedToService": "ecs-tasks.amazonaws.com"\n        }\n      }\n    }\n  ]\n}"Effect": "Deny","Principal": {\n        "Service": "lambda.amazonaws.com"\n      },\n      "Action": "sts:AssumeRole","aws:SourceAccount": "aws:SourceArn"',
)

/** Packs a scenario into the `<code>` of `#s=<code>`: letters, digits, `-` and `_` only. */
export function encodeScenario(scenario: SharedScenario): string {
  const text = toBytes(JSON.stringify(plainScenario(scenario)))
  const packed = deflateSync(text, { level: 9, dictionary })
  const bytes = new Uint8Array(4 + packed.length)
  bytes.set(checksum(text))
  bytes.set(packed, 4)
  return codeVersion + toLetters(bytes)
}

/** Inflates up to a limit; undefined when the data is damaged, `too-large` as soon as it grows past the limit. */
function inflate(bytes: Uint8Array): Uint8Array | undefined | 'too-large' {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    const stream = new Inflate({ dictionary }, (chunk) => {
      size += chunk.length
      if (size <= largestScenario) chunks.push(chunk)
    })
    // In small portions, so that a bomb is noticed before it has been inflated whole.
    for (let at = 0; at < bytes.length && size <= largestScenario; at += 1024) {
      stream.push(bytes.subarray(at, at + 1024), at + 1024 >= bytes.length)
    }
  } catch {
    // The codec's way of saying that the data is not deflate data, or that it stops too soon.
    return undefined
  }
  if (size > largestScenario) return 'too-large'
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** Unpacks a code. Never throws, and never unpacks more than the limit. */
export function decodeScenario(code: string): ShareResult<SharedScenario> {
  if (code.length > largestCode) return failure({ kind: 'too-large' })
  if (!code.startsWith(codeVersion)) return failure({ kind: /^[B-Z][\w-]*$/.test(code) ? 'later-version' : 'damaged' })
  const bytes = fromLetters(code.slice(1))
  if (!bytes || bytes.length <= 4) return failure({ kind: 'damaged' })
  const text = inflate(bytes.subarray(4))
  if (text === 'too-large') return failure({ kind: 'too-large' })
  // Deflate data with a letter changed often still inflates, to another policy: only the checksum tells.
  if (!text || checksum(text).some((byte, i) => byte !== bytes[i])) return failure({ kind: 'damaged' })
  try {
    return checkScenario(JSON.parse(fromBytes(text)))
  } catch {
    // Packed by somebody else, and not as JSON.
    return failure({ kind: 'damaged' })
  }
}
