const NAME = 'palette'
const MOST = 6

/** The commands that were used last, the last one first; kept from one start to the next, like the widths of panels. */
export function recent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]')
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : []
  } catch {
    return []
  }
}

export function remember(key: string): void {
  const keys = [key, ...recent().filter((each) => each !== key)].slice(0, MOST)
  localStorage.setItem(NAME, JSON.stringify(keys))
}
