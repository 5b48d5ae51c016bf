/** What an organisation's own faces are called on a page, whatever they call themselves. */
export const OWN_FAMILIES = {
  text: 'Own text',
  headings: 'Own headings',
  code: 'Own code',
} as const
