import { deflateSync, Inflate } from 'fflate'
import { documentIds } from '../simulate'
import { failure, type ShareResult } from './errors'
import { checkScenario, largestScenario } from './scenario-file'
import type { SharedScenario } from './shared-scenario'

/** The first letter of a code says how the rest is packed. */
const codeVersion = 'A'
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const largestCode = 400_000

/** What most scenarios have in common: deflate refers to it instead of spelling it out. Part of version A: never change it. */
const dictionary = toBytes(
  '{"caller":"arn:aws:iam::111122223333:user/aya","action":"ecs:RunTask","region":"ap-northeast-1","parameters":{"taskDefinition":"app:7","overrides":{"taskRoleArn":"executionRoleArn"resolved":{"contextKeys":{"organization":{"serviceContextKeys":{"workload":{"action":"s3:GetObject","resource":"arn:aws:s3:::app-data/*"}}{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "PassAppRole",\n      "Effect": "Allow",\n      "Action": "iam:PassRole",\n      "Resource": "arn:aws:iam::111122223333:role/app-task",\n      "Condition": {\n        "StringEquals": {\n          "iam:PassedToService": "ecs-tasks.amazonaws.com"\n        }\n      }\n    }\n  ]\n}"Effect": "Deny","Principal": {\n        "Service": "lambda.amazonaws.com"\n      },\n      "Action": "sts:AssumeRole","aws:SourceAccount": "aws:SourceArn"',
)

/** UTF-16 text as bytes, lone surrogates included: what is not well-formed comes back as it was. */
function toBytes(text: string): Uint8Array {
  const bytes: number[] = []
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) bytes.push(unit)
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 63))
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 63), 0x80 | (unit & 63))
  }
  return Uint8Array.from(bytes)
}

function fromBytes(bytes: Uint8Array): string {
  const units: string[] = []
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i++] ?? 0
    if (first < 0x80) units.push(String.fromCharCode(first))
    else if (first < 0xe0) units.push(String.fromCharCode(((first & 31) << 6) | ((bytes[i++] ?? 0) & 63)))
    else units.push(String.fromCharCode(((first & 15) << 12) | (((bytes[i++] ?? 0) & 63) << 6) | ((bytes[i++] ?? 0) & 63)))
  }
  return units.join('')
}

function toLetters(bytes: Uint8Array): string {
  let letters = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const triple = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const count = Math.min(4, bytes.length - i + 1)
    for (let j = 0; j < count; j++) letters += alphabet[(triple >> (18 - 6 * j)) & 63]
  }
  return letters
}

function fromLetters(letters: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(letters) || letters.length % 4 === 1) return undefined
  const bytes: number[] = []
  for (let i = 0; i < letters.length; i += 4) {
    const chunk = letters.slice(i, i + 4)
    let value = 0
    for (let j = 0; j < 4; j++) value = (value << 6) | (j < chunk.length ? alphabet.indexOf(chunk[j] ?? 'A') : 0)
    bytes.push((value >> 16) & 255)
    if (chunk.length > 2) bytes.push((value >> 8) & 255)
    if (chunk.length > 3) bytes.push(value & 255)
  }
  return Uint8Array.from(bytes)
}

/** Packs a scenario into the `<code>` of `#s=<code>`: letters, digits, `-` and `_` only. */
export function encodeScenario(scenario: SharedScenario): string {
  const { title, notes, documents } = scenario
  const kept = Object.fromEntries(documentIds.flatMap((id) => (documents[id] === undefined ? [] : [[id, documents[id]]])))
  const text = JSON.stringify({ format: 'passrole-lab/scenario', version: 1, title, notes, documents: kept })
  return codeVersion + toLetters(deflateSync(toBytes(text), { level: 9, dictionary }))
}

/** Inflates up to a limit; undefined when the data is damaged, `too-large` as soon as it grows past the limit. */
function inflate(bytes: Uint8Array): string | undefined | 'too-large' {
  const chunks: Uint8Array[] = []
  let size = 0
  let ended = false
  try {
    const stream = new Inflate({ dictionary }, (chunk, final) => {
      size += chunk.length
      ended ||= final
      if (size <= largestScenario) chunks.push(chunk)
    })
    // In small portions, so that a bomb is noticed before it has been inflated whole.
    for (let at = 0; at < bytes.length && size <= largestScenario; at += 1024) {
      stream.push(bytes.subarray(at, at + 1024), at + 1024 >= bytes.length)
    }
  } catch {
    // The codec's way of saying that the data is not deflate data.
    return undefined
  }
  if (size > largestScenario) return 'too-large'
  if (!ended) return undefined
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return fromBytes(whole)
}

/** Unpacks a code. Never throws, and never unpacks more than the limit. */
export function decodeScenario(code: string): ShareResult<SharedScenario> {
  if (code.length > largestCode) return failure({ kind: 'too-large' })
  const version = code[0]
  if (version === undefined) return failure({ kind: 'damaged' })
  if (version !== codeVersion)
    return failure({ kind: alphabet.indexOf(version) > 0 && alphabet.indexOf(version) < 26 ? 'later-version' : 'damaged' })
  const bytes = fromLetters(code.slice(1))
  if (!bytes || bytes.length === 0) return failure({ kind: 'damaged' })
  const text = inflate(bytes)
  if (text === undefined) return failure({ kind: 'damaged' })
  if (text === 'too-large') return failure({ kind: 'too-large' })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Damaged in a way that still inflates.
    return failure({ kind: 'damaged' })
  }
  return checkScenario(value)
}
