import { createContext, useContext } from 'react'

/** What can be done from a direct call. Where the page cannot be changed, nothing happens. */
export interface DirectMoves {
  /** Goes on as the session that the call ended in. */
  readonly chain: () => void
  /** Lets the trust policy name the caller where it names the caller's account. */
  readonly nameCaller: () => void
  /** Puts the handing over beside it. */
  readonly compare: () => void
}

const nothing = () => undefined

/** The page provides it. */
export const DirectMovesContext = createContext<DirectMoves>({ chain: nothing, nameCaller: nothing, compare: nothing })

export const useDirectMoves = (): DirectMoves => useContext(DirectMovesContext)
