import { useEffect, useState } from 'react'

/** False at first, true once waiting is worth a word: nothing under 400 ms shows that it waits. */
export function useLate(): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 400)
    return () => clearTimeout(timer)
  }, [])
  return late
}
