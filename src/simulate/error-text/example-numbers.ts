const shown = ['111122223333', '444455556666', '777788889999', '123456789012', '222233334444', '555566667777']

/** What may not leave somebody's notes: numbers of accounts, keys and ids. */
const telling = /\b(\d{12})\b|\b(A(?:KIA|SIA|ROA|IDA)[A-Z0-9]{12,20})\b/g

/** The same text with the documentation's own account numbers, the same one for the same account, and with placeholders for ids. */
export function exampleNumbers(text: string): string {
  const given = new Map<string, string>()
  return text.replace(telling, (whole, account: string | undefined) => {
    if (account === undefined) return `${whole.slice(0, 4)}EXAMPLE`
    const known =
      given.get(account) ??
      (shown.includes(account) ? account : shown.find((number) => ![...given.values()].includes(number) && !text.includes(number)))
    const next = known ?? shown[given.size % shown.length] ?? account
    given.set(account, next)
    return next
  })
}
