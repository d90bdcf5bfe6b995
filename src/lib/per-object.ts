/** The same function, computed once for each object that it is given, for as long as the object lives. The object must not change. */
export function perObject<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const found = known.get(key)
    if (found) return found.value
    const made = { value: compute(key) }
    known.set(key, made)
    return made.value
  }
}
