import { createContext, useContext } from 'react'

/** Opens the picker of services and calls; the page provides it. */
export const OpenPicker = createContext<() => void>(() => undefined)

export const useOpenPicker = (): (() => void) => useContext(OpenPicker)
