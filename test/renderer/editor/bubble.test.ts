import { describe, expect, it } from 'vitest'
import { placeTools } from '../../../renderer/editor/bubble/place.ts'

const bounds = { top: 100, bottom: 700, left: 0, right: 1000 }
const tools = { width: 400, height: 40 }
const line = (top: number, bottom = top + 20, start = 300) => ({
  top,
  bottom,
  left: start,
  right: start + 100,
  start,
})
const place = (selection: ReturnType<typeof line>, rtl = false) =>
  placeTools(selection, tools, bounds, 1000, rtl)

describe('the place of tools at a selection', () => {
  it('is above it, from where its first line begins', () => {
    expect(place(line(400))).toEqual({ top: 354, left: 300 })
    expect(place(line(400, 420, 700), true)).toEqual({ top: 354, left: 300 })
  })

  it('is below it where there is no room above', () => {
    expect(place(line(110))).toEqual({ top: 136, left: 300 })
    expect(place(line(20, 300))).toEqual({ top: 306, left: 300 })
  })

  it('is beside no panel, as long as there is room in the text', () => {
    const narrow = (right: number) =>
      placeTools(line(400, 420, 500), tools, { ...bounds, left: 200, right }, 1000, false)?.left
    expect(narrow(800)).toBe(394)
    expect(narrow(500)).toBe(206)
  })

  it('is inside the window', () => {
    expect(place(line(400, 420, 950))?.left).toBe(594)
    expect(place(line(400, 420, 100), true)?.left).toBe(6)
  })

  it('is nowhere where the selection fills or has left what can be seen', () => {
    expect(place(line(90, 690))).toBeNull()
    expect(place(line(40, 60))).toBeNull()
    expect(place(line(720))).toBeNull()
  })
})
