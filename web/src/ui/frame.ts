import { createContext, useContext } from 'react'

/** Places in the frame around a page that the page itself fills. */
export interface Frame {
  /** The part of the top bar for the page's crumbs; null before it stands, or without a frame. */
  readonly crumbs: HTMLElement | null
}

export const FrameContext = createContext<Frame>({ crumbs: null })

export function useFrame(): Frame {
  return useContext(FrameContext)
}
