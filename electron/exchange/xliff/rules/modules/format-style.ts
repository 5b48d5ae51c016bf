import { attribute, type XmlElement } from '../../../xml/element.ts'
import { MODULES } from '../../names.ts'
import { brokenBy, type Violation } from '../violation.ts'

/** The elements of HTML that a preview may be made of (XLIFF 2.1, 5.3.5.1). */
const HTML = new Set(
  (
    'a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 ' +
    'h6 head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td ' +
    'tfoot th thead title tr tt u ul'
  ).split(' '),
)

export function* formatStyle(element: XmlElement): Generator<Violation> {
  const fs = attribute(element, 'fs', MODULES.fs)
  const subFs = attribute(element, 'subFs', MODULES.fs)
  if (fs !== undefined && !HTML.has(fs))
    yield brokenBy('fs-value', element, { name: 'fs:fs', value: fs })
  if (subFs !== undefined && fs === undefined)
    yield brokenBy('fs-sub-alone', element, { name: 'fs:subFs', value: subFs })
  const pairEnd = element.local === 'ec' && attribute(element, 'isolated') !== 'yes'
  if (pairEnd && fs !== undefined)
    yield brokenBy('fs-on-end', element, { name: 'fs:fs', value: fs })
}
