import { expect, test } from 'vitest'
import { createEvents } from '../../electron/app/events.ts'

test('a listener that throws keeps nobody else from hearing', () => {
  const errors: unknown[] = []
  const events = createEvents((error) => errors.push(error))
  const heard: string[] = []
  events.on('library.changed', () => {
    throw new Error('deaf')
  })
  const stop = events.on('library.changed', () => heard.push('second'))
  events.emit('library.changed', {})
  expect(heard).toEqual(['second'])
  expect(errors).toHaveLength(1)
  stop()
  events.emit('library.changed', {})
  expect(heard).toEqual(['second'])
})
