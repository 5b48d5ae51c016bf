import { canonicalLocale } from '../../model/document/locale.ts'

/**
 * The language that a person typed: the name of a suggested one, or a BCP 47 tag. The grammar of tags also takes words
 * of five to eight letters as languages, which no registry has (RFC 5646, 2.2.1), so that a misspelt name would pass.
 */
export function localeFromInput(
  input: string,
  suggested: readonly { readonly value: string; readonly text: string }[],
): string | null {
  const typed = input.trim()
  const wanted = typed.toLowerCase()
  const named = suggested.find(
    ({ value, text }) => text.toLowerCase() === wanted || value.toLowerCase() === wanted,
  )
  if (named) return named.value
  const tag = canonicalLocale(typed)
  return tag !== undefined && new Intl.Locale(tag).language.length <= 3 ? tag : null
}
