import { canonicalLocale } from '../../../model/document/locale.ts'

/** How well a language that a service has fits the one that is wanted; 0 where it is another. */
function fit(tag: string, wanted: string): number {
  const name = canonicalLocale(tag.replaceAll('_', '-'))
  if (name === undefined) return 0
  const [has, want] = [new Intl.Locale(name), new Intl.Locale(wanted)]
  const [full, wish] = [has.maximize(), want.maximize()]
  if (full.language !== wish.language || full.script !== wish.script) return 0
  if (name === wanted) return 4
  if (has.region === undefined) return full.region === wish.region ? 3 : 2
  return full.region === wish.region ? 3 : 1
}

/** The language of a service that is nearest to the one wanted, by the service's own name; undefined where it has none. */
export function languageIn(tags: readonly string[], wanted: string): string | undefined {
  const [best] = tags
    .map((tag) => ({ tag, fit: fit(tag, wanted) }))
    .filter((one) => one.fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
  return best?.tag
}
