import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFile, inUnit, plain, root, rulesOf, segment, text } from './small.ts'

const fixed = 'canCopy="no" canDelete="no"'
const data = '<originalData><data id="d">x</data></originalData>'
const unit = (id: string, inner = plain) => `<unit id="${id}">${inner}</unit>`
const rule = (attributes: string) => `<val:validation><val:rule ${attributes}/></val:validation>`
const match = (attributes: string, source = '<source>x</source>') =>
  inUnit(
    `<mtc:matches><mtc:match ${attributes}>${source}<target>y</target></mtc:match></mtc:matches>` +
      '<segment id="s"><source>x</source></segment>',
  )
const entry = (inner: string) =>
  inUnit(`<gls:glossary><gls:glossEntry id="g">${inner}</gls:glossEntry></gls:glossary>${plain}`)
const term = '<gls:term>t</gls:term>'
const meta = (inner: string, attributes = '') =>
  inUnit(
    `<mda:metadata><mda:metaGroup id="m"${attributes}>${inner}</mda:metaGroup></mda:metadata>${plain}`,
  )
const resource = (source: string) =>
  inUnit(
    `<res:resourceData><res:resourceItem id="r">${source}</res:resourceItem></res:resourceData>${plain}`,
  )
const revisions = (attributes: string, property = 'content') =>
  inUnit(
    `<ctr:changeTrack><ctr:revisions ${attributes}><ctr:revision><ctr:item property="${property}">x</ctr:item>` +
      '</ctr:revision></ctr:revisions></ctr:changeTrack>' +
      `<notes><note id="a">x</note><note id="b">y</note></notes>${plain}`,
  )

/** A file that breaks a rule, for each rule. */
const BROKEN: readonly (readonly [rule: string, xml: string])[] = [
  ['root', '<xliff version="2.1"/>'],
  ['version', root(`<file id="f">${unit('u')}</file>`, 'srcLang="en" version="2.2"')],
  ['content', root('')],
  ['content', inFile('')],
  ['content', inUnit('<ignorable><source>x</source></ignorable>')],
  ['element-unknown', text('<bold>x</bold>')],
  ['attribute-unknown', inUnit(plain, ' state="final"')],
  ['attribute-missing', inFile(`<unit>${plain}</unit>`)],
  ['attribute-foreign', inUnit('<segment own:x="1"><source>x</source></segment>')],
  ['text-stray', inUnit(`x${plain}`)],
  ['skeleton-href', inFile(`<skeleton/>${unit('u')}`)],
  ['language', inUnit('<segment><source xml:lang="e">x</source></segment>')],
  ['xml-space', inUnit('<segment><source xml:space="keep">x</source></segment>')],
  ['value-id', inFile(unit('/u'))],
  ['value-ids', text('<ph id="1" subFlows="a, b"/>')],
  ['value-yesNo', text('<ph id="1" canCopy="maybe"/>')],
  ['value-firstNo', text('<ph id="1" canReorder="first"/>')],
  ['value-language', root(`<file id="f">${unit('u')}</file>`, 'srcLang="e" version="2.1"')],
  ['value-direction', inUnit(plain, ' srcDir="up"')],
  ['value-state', inUnit('<segment state="done"><source>x</source></segment>')],
  ['value-own', inUnit('<segment state="final" subState="x"><source>x</source></segment>')],
  ['value-subType', text('<ph id="1" type="fmt" subType="b"/>')],
  ['value-codeType', text('<ph id="1" type="bold"/>')],
  ['value-noteType', inUnit(`<notes><note appliesTo="all">x</note></notes>${plain}`)],
  ['value-annotation', text('<mrk id="m" type="remark">x</mrk>')],
  ['value-priority', inUnit(`<notes><note priority="11">x</note></notes>${plain}`)],
  ['value-positive', inUnit('<segment><source>x</source><target order="0">x</target></segment>')],
  ['value-hex', text('<cp hex="0041"/>')],
  ['id-unique-file', root(`<file id="f">${unit('u')}</file><file id="f">${unit('u')}</file>`)],
  ['id-unique-group', inFile(`<group id="g"><group id="g">${unit('u')}</group></group>`)],
  ['id-unique-unit', inFile(unit('u') + unit('u'))],
  ['id-unique-note', inUnit(`<notes><note id="n">x</note><note id="n">y</note></notes>${plain}`)],
  [
    'id-unique-segment',
    inUnit('<segment id="s"><source/></segment><segment id="s"><source/></segment>'),
  ],
  ['id-unique-data', inUnit(`<originalData><data id="d"/><data id="d"/></originalData>${plain}`)],
  ['id-unique-inline', text('<ph id="1"/><ph id="1"/>')],
  ['id-unique-extension', inUnit(`<own:a id="1"/><own:a id="1"/>${plain}`)],
  ['source-language', inUnit('<segment><source xml:lang="de">x</source></segment>')],
  [
    'target-language',
    inUnit('<segment><source>x</source><target xml:lang="de">x</target></segment>'),
  ],
  [
    'target-language-missing',
    root(`<file id="f">${unit('u', segment('x', 'y'))}</file>`, 'srcLang="en" version="2.1"'),
  ],
  [
    'xml-space-differs',
    inUnit('<segment><source xml:space="preserve">x</source><target>x</target></segment>'),
  ],
  ['order', inUnit('<segment><source>x</source><target order="2">x</target></segment>')],
  ['data-ref', inUnit(data + segment('<ph id="1" dataRef="e"/>'))],
  ['copy-of', text('<ph id="1" copyOf="2"/>')],
  ['copy-of-uncopiable', text('<ph id="1" canCopy="no"/><ph id="2" copyOf="1"/>')],
  ['copy-of-with-data', inUnit(data + segment('<ph id="1"/><ph id="2" copyOf="1" dataRef="d"/>'))],
  ['sub-flow', text('<ph id="1" subFlows="nowhere"/>')],
  ['sub-type-alone', text('<ph id="1" subType="own:b"/>')],
  ['sub-type', text('<ph id="1" type="ui" subType="xlf:b"/>')],
  ['sub-state-alone', inUnit('<segment subState="own:x"><source>x</source></segment>')],
  ['can-delete', text('<ph id="1" canDelete="no"/>', 'x')],
  ['pair-differs', text('<sc id="1" canCopy="no"/>x<ec startRef="1" canCopy="yes"/>')],
  ['em-without-sm', text('x<em startRef="m"/>')],
  ['sm-without-em', text('<sm id="m" translate="no"/>x')],
  ['ec-isolated', text('x<ec id="1"/>')],
  ['ec-id-and-start', text('<sc id="1"/>x<ec startRef="1" id="1"/>')],
  ['ec-without-sc', text('<ec startRef="1"/>x')],
  ['sc-without-ec', text('<sc id="1"/>x')],
  ['can-reorder-editable', text('<ph id="1" canReorder="firstNo"/>')],
  ['can-reorder-first', text(`<ph id="1" canReorder="no" ${fixed}/>`)],
  [
    'can-reorder-sequence',
    text(
      `<ph id="1" canReorder="firstNo" ${fixed}/><ph id="2" canReorder="no" ${fixed}/>`,
      `<ph id="2" canReorder="no" ${fixed}/><ph id="1" canReorder="firstNo" ${fixed}/>`,
    ),
  ],
  ['comment', text('<mrk id="m" type="comment">x</mrk>')],
  ['comment-note', text('<mrk id="m" type="comment" ref="#n=n">x</mrk>')],
  ['fragment', text('<mrk id="m" type="own:x" ref="#u=u/f=f/m">x</mrk>')],
  ['module-element', inUnit(`<val:check/>${plain}`)],
  ['module-attribute', inUnit(plain, ' fs:look="b"')],
  ['fs-value', inUnit(plain, ' fs:fs="paragraph"')],
  ['fs-sub-alone', inUnit(plain, ' fs:subFs="a,b"')],
  ['fs-on-end', text('<sc id="1"/>x<ec startRef="1" fs:fs="b"/>')],
  ['slr-sizeRestriction', inUnit(plain, ' slr:sizeRestriction="ten"')],
  ['slr-storageRestriction', inUnit(plain, ' slr:storageRestriction="1,2,3"')],
  ['slr-equivStorage', text('<ph id="1" slr:equivStorage="1.5"/>')],
  ['slr-sizeInfo', text('<ph id="1" slr:sizeInfo="1.5"/>')],
  ['slr-on-end', text('<sc id="1"/>x<ec startRef="1" slr:sizeInfo="1"/>')],
  ['slr-sizeInfoRef', text('<ph id="1" slr:sizeInfoRef="nowhere"/>')],
  ['gls-id-unique', entry(`${term}<gls:translation id="g">t</gls:translation>`)],
  ['gls-entry-empty', entry(term)],
  [
    'gls-entry-foreign',
    entry(
      `${term}<gls:definition>d</gls:definition><mda:metadata><mda:metaGroup><mda:meta type="t"/></mda:metaGroup></mda:metadata>`,
    ),
  ],
  ['mda-attribute', meta('<mda:meta type="t" id="x"/>')],
  ['mda-appliesTo', meta('<mda:meta type="t"/>', ' appliesTo="note"')],
  ['mda-id-unique', meta('<mda:metaGroup id="m"><mda:meta type="t"/></mda:metaGroup>')],
  [
    'mtc-id-unique',
    inUnit(
      '<mtc:matches><mtc:match id="1" ref="#s"/><mtc:match id="1" ref="#s"/></mtc:matches><segment id="s"><source/></segment>',
    ),
  ],
  ['mtc-lang', match('ref="#s" xml:lang="fr"')],
  ['mtc-type', match('ref="#s" type="guess"')],
  ['mtc-sub-type-alone', match('ref="#s" subType="own:x"')],
  ['mtc-ref', match('ref="#u=u"')],
  ['mtc-language', match('ref="#s"', '<source xml:lang="de">x</source>')],
  [
    'res-id-unique',
    inUnit(
      `<res:resourceData><res:resourceItemRef id="r" ref="x"/><res:resourceItem id="r"/></res:resourceData>${plain}`,
    ),
  ],
  ['res-href', resource('<res:source href="a.png">x</res:source>')],
  ['res-language', resource('<res:source href="a.png" xml:lang="de"/>')],
  ['val-one-test', inUnit(rule('isPresent="a" endsWith="b"') + plain)],
  ['val-occurs', inUnit(rule('isPresent="a" occurs="0"') + plain)],
  ['val-caseSensitive', inUnit(rule('isPresent="a" caseSensitive="true"') + plain)],
  ['val-normalization', inUnit(rule('isPresent="a" normalization="nfx"') + plain)],
  ['val-disabled', inUnit(rule('isPresent="a" disabled="1"') + plain)],
  ['val-existsInSource', inUnit(rule('isPresent="a" existsInSource="1"') + plain)],
  ['val-exists-in-source', inUnit(rule('isNotPresent="a" existsInSource="yes"') + plain)],
  ['ctr-ref-missing', revisions('appliesTo="note"')],
  ['ctr-ref', revisions('appliesTo="note" ref="c"')],
  ['ctr-property', revisions('appliesTo="note" ref="a"', 'priority')],
]

test.each(BROKEN)('%s is refused by name', (name, xml) => {
  expect(rulesOf(xml)).toContain(name)
})

test('no rule is without a file that breaks it', () => {
  const folder = join(import.meta.dirname, '../../../electron/exchange/xliff')
  const named = new Set<string>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('xliff-1-2.ts')) continue
    const source = readFileSync(join(folder, file), 'utf8')
    for (const [, name] of source.matchAll(
      /\b(?:broken|brokenBy|uniqueIds|unique)\(\s*'([\w-]+)'/g,
    ))
      named.add(name!)
  }
  expect(named.size).toBeGreaterThan(60)
  const shown = new Set(BROKEN.map(([name]) => name))
  expect([...named].filter((name) => !shown.has(name))).toEqual([])
})

/** Files that use the same things as they are meant. */
const WHOLE: readonly (readonly [what: string, xml: string])[] = [
  ['the least that there is', inFile(unit('u', '<segment><source/></segment>'))],
  ['only a source', root(`<file id="f">${unit('u')}</file>`, 'srcLang="en" version="2.0"')],
  ['a skeleton in the file', inFile(`<skeleton>x<own:y/></skeleton>${unit('u')}`)],
  ['a skeleton elsewhere', inFile(`<skeleton href="x.skl"/>${unit('u')}`)],
  ['extensions where they may be', inUnit(`<own:a id="1"/>${plain}`, ' own:x="1"')],
  [
    'a pair over two segments',
    inUnit(
      segment('<sc id="1"/>x', '<sc id="1"/>y') +
        segment('x<ec startRef="1"/>', 'y<ec startRef="1"/>'),
    ),
  ],
  ['half a pair', text('x<ec id="1" isolated="yes"/>', 'y<ec id="1" isolated="yes"/>')],
  [
    'a code moved to another segment',
    inUnit(
      segment('<ph id="1" canDelete="no"/>', 'x') + segment('y', 'y<ph id="1" canDelete="no"/>'),
    ),
  ],
  [
    'a sequence moved whole',
    text(
      `<ph id="1" canReorder="firstNo" ${fixed}/><ph id="2" canReorder="no" ${fixed}/><ph id="3"/>`,
      `<ph id="3"/><ph id="1" canReorder="firstNo" ${fixed}/><ph id="2" canReorder="no" ${fixed}/>`,
    ),
  ],
  [
    'a comment in a note',
    inUnit(
      `<notes><note id="n">x</note></notes>${segment('<mrk id="m" type="comment" ref="#n=n">x</mrk>')}`,
    ),
  ],
  ['a comment in its value', text('<mrk id="m" type="comment" value="why">x</mrk>')],
  ['a control character', text('<cp hex="0001"/>')],
  [
    'targets in another order',
    inUnit(
      '<segment><source>a</source><target order="2">a</target></segment><segment><source>b</source><target order="1">b</target></segment>',
    ),
  ],
  ['sub-flows', inFile(unit('a') + unit('b', segment('<ph id="1" subFlows="a"/>')))],
  ['a match for a segment', match('ref="#s" type="tm"')],
  ['a glossary', entry(`${term}<gls:translation id="t">t</gls:translation>`)],
  ['metadata', meta('<mda:meta type="t">x</mda:meta>', ' appliesTo="source"')],
  ['a resource', resource('<res:source href="a.png" xml:lang="en"/>')],
  ['a validation of one’s own', inUnit(rule('own:test="1"') + plain)],
  ['sizes', inUnit(plain, ' slr:sizeRestriction="2,*" slr:storageRestriction="*"')],
  ['a revision of one of two notes', revisions('appliesTo="note" ref="a"')],
  ['ITS', text('<mrk id="m" type="its:generic" its:taClassRef="x:y">x</mrk>')],
]

test.each(WHOLE)('%s is accepted', (_, xml) => {
  expect(rulesOf(xml)).toEqual([])
})
