/** The address of a part of a service. Whoever gave that address itself, or half of it, meant the same. */
export function endpoint(url: string, path: string): string {
  const parts = path.split('/')
  for (let count = parts.length; count > 0; count--) {
    const head = parts.slice(0, count).join('/')
    if (url.endsWith(`/${head}`)) return `${url}${path.slice(head.length)}`
  }
  return `${url}/${path}`
}
