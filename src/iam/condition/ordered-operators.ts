import type { Comparison } from './condition-operator'

/** A decimal or integer number; undefined for anything else. */
export function parseNumber(text: string): number | undefined {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined
}

const isoDate = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)?)?)?)?$/

/** Milliseconds of an ISO 8601 date (W3C profile; no offset means UTC) or of epoch seconds; undefined for anything else. */
export function parseDate(text: string): number | undefined {
  const iso = isoDate.exec(text)
  if (!iso) {
    const seconds = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
    return seconds === undefined ? undefined : seconds * 1000
  }
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = iso
  const monthDays = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > monthDays) return undefined
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  const sign = zone.startsWith('-') ? -1 : 1
  const digits = zone.replace(/[^0-9]/g, '').padStart(4, '0')
  if (Number(digits.slice(0, 2)) > 23 || Number(digits.slice(2)) > 59) return undefined
  const offset = sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)))
  return at - offset * 60_000 + Number(`0${fraction}`) * 1000
}

/** Compares a request's number or date with a policy's. */
export function compareOrdered(comparison: Comparison, requested: number, listed: number): boolean {
  switch (comparison) {
    case 'less-than':
      return requested < listed
    case 'less-than-equals':
      return requested <= listed
    case 'greater-than':
      return requested > listed
    case 'greater-than-equals':
      return requested >= listed
    default:
      return requested === listed
  }
}
