/** Interface strings: language, then namespace (the file's name), then keys as i18next takes them. */
export type InterfaceResources = Readonly<
  Record<string, Readonly<Record<string, Record<string, unknown>>>>
>

const packs = import.meta.glob<Record<string, unknown>>('./*/interface/*.json', {
  eager: true,
  import: 'default',
})

function collect(): InterfaceResources {
  const resources: Record<string, Record<string, Record<string, unknown>>> = {}
  for (const [file, pack] of Object.entries(packs)) {
    const [, language, , name] = file.split('/') as [string, string, string, string]
    ;(resources[language] ??= {})[name.replace(/\.json$/, '')] = pack
  }
  return resources
}

export const interfaceResources: InterfaceResources = collect()
export const interfaceLocales = (): string[] => Object.keys(interfaceResources)
