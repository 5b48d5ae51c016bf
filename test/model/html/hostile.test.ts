import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Block } from '../../../model/document/block.ts'
import { BlockSchema } from '../../../model/document/block.ts'
import { newId } from '../../../model/document/identifier.ts'
import { ordersBetween } from '../../../model/document/order.ts'
import { holdable } from '../../../model/html/read.ts'
import { dangersIn, dangersStored } from '../../fixtures/safety.ts'
import { vectors } from '../../fixtures/vectors.ts'
import { documentOf, page } from '../../publish/pages.ts'
import { pageOf } from './page.ts'

const VECTORS = vectors()

test('there are many vectors', () => {
  expect(VECTORS.length).toBeGreaterThan(1000)
})

test('no vector leaves an address or a hidden word in the document, or on the page that is published', async () => {
  const flows = VECTORS.flatMap((vector) => {
    const read = holdable(pageOf(vector))
    expect(read, vector).toBeDefined()
    expect(dangersStored(JSON.stringify(read)), vector).toEqual([])
    return read!
  })
  const orders = ordersBetween(null, null, flows.length)
  const blocks = flows.map((node, at): Block => {
    const id = 'data' in node ? node.data.id : newId()
    return { id, order: orders[at]!, audience: 'public', kind: 'prose', node }
  })
  for (const block of blocks) expect(v.is(BlockSchema, block)).toBe(true)
  const html = await page(documentOf('en', 'Pasted', ['prose', 'Vectors', blocks]), 'en')
  expect(dangersIn(html)).toEqual([])
})

test('an address that is refused leaves its words', () => {
  for (const url of ['javascript:x', 'data:,x', '//host', 'file:///x', '#x', ''])
    expect(JSON.stringify(pageOf(`<a href="${url}">kept</a>`))).toContain('"value":"kept"')
})

test('the measure itself notices what is dangerous', () => {
  expect(dangersIn('<a href="javascript:x" onclick=x>a</a><script></script>')).toHaveLength(3)
  expect(dangersStored('{"url":"javascript:x"} HIDDEN')).toHaveLength(2)
})
