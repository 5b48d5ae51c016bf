import { description, titleText } from '../description.ts'
import type { Rendering } from '../rendering.ts'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => ESCAPES[sign]!)

const moment = (name: string, date: string | null): string =>
  date === null
    ? ''
    : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`

/** What a document says about itself to machines (ISO/IEC 29500-2, 11): nothing of the clock, and of nobody but its authors. */
export function coreProperties(page: Rendering): string {
  const { authors, organisation, publishedOn, updatedOn } = page.document.metadata
  const named = authors.filter((name) => name.trim() !== '')
  const creators = named.length > 0 || organisation === '' ? named : [organisation]
  const stated: [string, string][] = [
    ['title', titleText(page)],
    ['creator', creators.join('; ')],
    ['description', description(page)],
    ['language', page.locale],
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    ...stated.map(([name, value]) =>
      value === '' ? '' : `<dc:${name}>${escaped(value)}</dc:${name}>`,
    ),
    moment('created', publishedOn),
    moment('modified', updatedOn ?? publishedOn),
    '</cp:coreProperties>',
  ].join('')
}
