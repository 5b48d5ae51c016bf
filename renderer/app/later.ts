import { startTransition, useEffect, useState } from 'react'

/** False at first, true right after: what stands beside the text is drawn in a piece of its own and holds nobody up. */
export function useLater(): boolean {
  const [isLater, setLater] = useState(false)
  useEffect(() => startTransition(() => setLater(true)), [])
  return isLater
}
