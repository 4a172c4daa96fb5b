import { createContext, useContext } from 'react'

/** What the server knows about this answer and no loader does. */
export interface PageContext {
  nonce: string
  /** The portal's one script. */
  entry: string
  /** Ties an error page to a line of the operator's log. */
  reference: string
}

const Context = createContext<PageContext>({ nonce: '', entry: '', reference: '' })
export const PageContextProvider = Context.Provider
export const usePageContext = () => useContext(Context)
