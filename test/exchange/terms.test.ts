import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvConcept, csvHead } from '../../electron/exchange/terms/csv-write.ts'
import { readTermsCsv } from '../../electron/exchange/terms/csv-read.ts'
import { readTbx } from '../../electron/exchange/terms/tbx-read.ts'
import { TBX_TAIL, tbxConcept, tbxHead } from '../../electron/exchange/terms/tbx-write.ts'
import { Refusal } from '../../model/errors/result.ts'
import { newId } from '../../model/document/identifier.ts'
import {
  PARTS_OF_SPEECH,
  plainConcept,
  plainTerm,
  TERM_STATUSES,
  type Concept,
} from '../../model/terms/concept.ts'
import type { Refused, TermPart } from '../../model/terms/draft.ts'
import { merging } from '../../model/terms/merge.ts'

type Reader = (file: string, bytes: AsyncIterable<Uint8Array>) => AsyncIterable<TermPart>

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size)
    yield await Promise.resolve(bytes.subarray(at, at + size))
}

/** What a file comes to in a termbase, by the ids of its concepts. */
async function taken(reader: Reader, text: string | Uint8Array, own: Concept[] = [], size = 7) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const merged = merging(own)
  for await (const { concepts, refused } of reader('a.file', pieces(bytes, size))) {
    for (const draft of concepts) merged.take(draft)
    merged.refuse(refused)
  }
  const concepts = merged.changes().toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return { concepts, report: merged.report() }
}
async function refusal(reader: Reader, text: string | Uint8Array) {
  try {
    await taken(reader, text)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.failure
    throw error
  }
}
const flaws = ({ refused }: { refused: readonly Refused[] }) =>
  refused.map(({ line, why, text }) => [line, why, text])

const tbx = (concepts: readonly Concept[]): string =>
  tbxHead('1') + concepts.map(tbxConcept).join('') + TBX_TAIL
const csv = (concepts: readonly Concept[], delimiter: ',' | ';' = ','): string =>
  csvHead(delimiter) + concepts.map((concept) => csvConcept(concept, delimiter)).join('')

const FULL: Concept = {
  id: newId(),
  subject: 'Law & order',
  definition: 'What is <read> by "others".\nIn two lines; with signs.',
  note: "'=kept",
  untranslatable: true,
  terms: [
    { ...plainTerm('en', 'data breach'), partOfSpeech: 'noun', note: 'a, b; c' },
    { ...plainTerm('en', '=leak'), status: 'forbidden', caseSensitive: true },
    { ...plainTerm('nl', '"datalek"'), status: 'admitted', partOfSpeech: 'properNoun' },
    { ...plainTerm('ja', '情報漏えい'), partOfSpeech: 'verb' },
  ],
}

test('all that a concept says goes out and comes back, as TBX and as a table', async () => {
  for (const size of [1, 7, 10_000]) {
    expect((await taken(readTbx, tbx([FULL]), [], size)).concepts).toEqual([FULL])
    expect((await taken(readTermsCsv, csv([FULL]), [], size)).concepts).toEqual([FULL])
    expect((await taken(readTermsCsv, csv([FULL], ';'), [], size)).concepts).toEqual([FULL])
  }
})

test('any termbase is written as the same bytes after it came back', async () => {
  const line = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((text) => `a${text.replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ')}`.trim())
  const term = fc.record({
    locale: fc.constantFrom('en', 'en-GB', 'nl', 'ja', 'ar'),
    text: fc.oneof(line, fc.constantFrom('=a', '+1', "'@b", "''=c", '-d', 'a"b', 'a|b;c,d')),
    status: fc.constantFrom(...TERM_STATUSES),
    partOfSpeech: fc.constantFrom(null, ...PARTS_OF_SPEECH),
    note: line,
    caseSensitive: fc.boolean(),
  })
  const concept = fc.record({
    subject: line,
    definition: line.map((text) => `${text}\n"${text}"`),
    note: fc.constantFrom('', '=SUM(A1)', '@x'),
    untranslatable: fc.boolean(),
    terms: fc.uniqueArray(term, {
      minLength: 1,
      maxLength: 4,
      selector: ({ locale, text }) => `${locale} ${text.normalize('NFKC').toLowerCase()}`,
    }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(concept, { minLength: 1, maxLength: 4 }), async (made) => {
      const concepts = made.map((one) => ({ ...one, id: newId() }))
      const [xml, table] = [tbx(concepts), csv(concepts)]
      expect(tbx((await taken(readTbx, xml)).concepts)).toBe(xml)
      expect(csv((await taken(readTermsCsv, table)).concepts)).toBe(table)
    }),
    { numRuns: 60, seed: 7 },
  )
})

test('no cell of the table is a formula to a spreadsheet program, and a guard that was there stays', async () => {
  const texts = ['=1+1', '+1', '-1', '@a', "'=1", "''x1"]
  const concepts = texts.map((text) => plainConcept(newId(), [plainTerm('en', text)]))
  const written = csv(concepts)
  const cells = written.split('\r\n').map((row) => row.split(',')[6])
  expect(cells.slice(1, -1)).toEqual(["'=1+1", "'+1", "'-1", "'@a", "''=1", "'''x1"])
  const { concepts: back } = await taken(readTermsCsv, written)
  expect(back.map(({ terms }) => terms[0]!.text)).toEqual(texts)
})

const DCT = `<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://example.test/min" xmlns:basic="http://example.test/basic">
<tbxHeader><fileDesc><sourceDesc><p>made by hand</p></sourceDesc></fileDesc></tbxHeader>
<text><body><conceptEntry id="c1"><min:subjectField>security</min:subjectField>
<langSec xml:lang="en"><basic:definition>What got out.</basic:definition>
<termSec><term>data <hi>breach</hi></term><min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus><note>old</note></termSec></langSec>
<langSec xml:lang="nl_NL"><termSec><term>datalek</term></termSec></langSec></conceptEntry></body></text></tbx>`

const MARTIF = `<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="c1"><descripGrp><descrip type="subjectField">security</descrip></descripGrp>
<langSet xml:lang="en"><descripGrp><descrip type="definition">What got out.</descrip></descripGrp>
<ntig><termGrp><term>data breach</term><termNote type="partOfSpeech">noun</termNote><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp><note>old</note></ntig></langSet>
<langSet xml:lang="nl-NL"><tig><term>datalek</term></tig></langSet></termEntry></body></text></martif>`

test.each([
  ['DCT', DCT],
  ['martif', MARTIF],
])('TBX as %s says the same', async (_, text) => {
  const { concepts, report } = await taken(readTbx, text)
  expect(concepts).toEqual([
    {
      ...plainConcept('c1', [
        {
          ...plainTerm('en', 'data breach'),
          status: 'forbidden',
          partOfSpeech: 'noun',
          note: 'old',
        },
        plainTerm('nl-NL', 'datalek'),
      ]),
      subject: 'security',
      definition: 'What got out.',
    },
  ])
  expect(report).toMatchObject({ added: 1, refusedCount: 0 })
})

test('a bad file says what is wrong and where', async () => {
  expect(await refusal(readTbx, '<html><body/></html>')).toMatchObject({
    code: 'TBX_INVALID',
    params: { what: 'html' },
  })
  expect(await refusal(readTbx, '<tbx>\n<text>\n</tbx>')).toMatchObject({
    code: 'XML_INVALID',
    params: { line: 3 },
  })
  const entity = '<!DOCTYPE tbx [<!ENTITY a "b">]><tbx/>'
  expect(await refusal(readTbx, entity)).toMatchObject({ code: 'XML_INVALID' })
  expect(await refusal(readTermsCsv, 'a,b\n1,2\n')).toMatchObject({ code: 'CSV_NO_TERMS' })
  expect(await refusal(readTermsCsv, 'en,nl\ngate,poort\n"key,sleutel\n')).toMatchObject({
    code: 'CSV_UNCLOSED',
    params: { line: 3 },
  })
  expect(await refusal(readTermsCsv, new Uint8Array([0x65, 0xff, 0x0a]))).toMatchObject({
    code: 'FILE_NOT_TEXT',
  })
  expect(await refusal(readTermsCsv, '\n\n')).toMatchObject({ code: 'FILE_EMPTY' })
})

test('what is no term is left out, with its line, and the rest is taken', async () => {
  const long = 'x'.repeat(300)
  const xml = tbx([FULL])
    .replace('<term>data breach</term>', '<term> </term>')
    .replace('xml:lang="ja"', 'xml:lang="no such"')
  const { concepts, report } = await taken(readTbx, xml)
  expect(concepts[0]!.terms.map(({ text }) => text)).toEqual(['=leak', '"datalek"'])
  expect(flaws(report).map(([, why]) => why)).toEqual(['empty', 'language'])
  const table = `language;term\nen;gate\nxx-;door\nen;\nen;${long}\n`
  const told = await taken(readTermsCsv, table)
  expect(told.concepts.map(({ terms }) => terms[0]!.text)).toEqual(['gate'])
  expect(flaws(told.report)).toEqual([
    [3, 'language', 'xx-'],
    [4, 'empty', ''],
    [5, 'long', long.slice(0, 60)],
  ])
})

test('a table may have a column for each language, any usual delimiter, encoding and line end', async () => {
  const rows = ['en|nl_NL|remark', 'data breach|datalek|x', '"a ""gate"" |\nb"|poort|', '', '||']
  const expected = [
    ['data breach', 'datalek'],
    ['a "gate" | b', 'poort'],
  ]
  const texts = async (text: string | Uint8Array) => {
    const { concepts } = await taken(readTermsCsv, text)
    return concepts.map(({ terms }) => terms.map(({ text: term }) => term))
  }
  for (const end of ['\n', '\r\n', '\r']) {
    expect(await texts(rows.join(end))).toEqual(expected)
    expect(await texts(rows.join(end).replaceAll('|', '\t').replace(' \t', ' |'))).toEqual(expected)
    expect(await texts(`sep=|${end === '\r' ? '\n' : end}${rows.join(end)}`)).toEqual(expected)
  }
  const wide = `\uFEFF${rows.join('\r\n')}`
  expect(
    await texts(new Uint8Array(Uint16Array.from(wide, (c) => c.charCodeAt(0)).buffer)),
  ).toEqual(expected)
  expect(
    (await taken(readTermsCsv, 'en;nl\na;b\n')).concepts[0]!.terms.map(({ locale }) => locale),
  ).toEqual(['en', 'nl'])
})

test('what is there already is merged: by an id of ours, by a term that both have, and never with a homonym', async () => {
  const gate: Concept = {
    ...plainConcept('own', [
      { ...plainTerm('en', 'gate'), partOfSpeech: 'noun', note: 'kept' },
      plainTerm('nl', 'poort'),
    ]),
    subject: 'buildings',
  }
  const take = async (table: string, own = [gate]) => {
    const { concepts, report } = await taken(readTermsCsv, table, own)
    const { added, merged, known } = report
    return { concepts, counts: [added, merged, known] }
  }
  const more = await take('concept_id,language,term,status\n1,en,Gate,admitted\n1,ja,門,\n')
  expect(more.counts).toEqual([0, 1, 0])
  expect(more.concepts).toEqual([
    {
      ...gate,
      terms: [{ ...gate.terms[0]!, status: 'admitted' }, gate.terms[1]!, plainTerm('ja', '門')],
    },
  ])
  expect((await take('en,nl\ngate,poort\n')).counts).toEqual([0, 0, 1])
  expect((await take('subject,en\nairports,gate\n')).counts).toEqual([1, 0, 0])
  const verb = 'language,term,part_of_speech\nen,gate,verb\n'
  expect((await take(verb)).counts).toEqual([1, 0, 0])
  // The id of another program means nothing by itself.
  expect((await take('concept_id,en\nown,door\n')).counts).toEqual([1, 0, 0])
  const ours = { ...gate, id: newId() }
  expect((await take(`concept_id,en\n${ours.id},door\n`, [ours])).counts).toEqual([0, 1, 0])
  // In one file too.
  expect((await take('en,nl\nkey,sleutel\nkey,code\n')).concepts[0]!.terms).toHaveLength(3)
})
