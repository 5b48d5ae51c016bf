/** The person's languages in their order, as BCP 47 tags; on Linux gettext's variables say them. */
export function systemLanguages(): string[] {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env
  const named = [...(LANGUAGE ?? '').split(':'), LC_ALL, LC_MESSAGES, LANG]
  const tags = named.flatMap((name) => {
    const tag = (name ?? '').replace(/[.@].*$/, '').replaceAll('_', '-')
    return tag === '' || tag === 'C' || tag === 'POSIX' ? [] : [tag]
  })
  return tags.length > 0 && process.platform === 'linux'
    ? [...new Set(tags)]
    : [Intl.DateTimeFormat().resolvedOptions().locale]
}
