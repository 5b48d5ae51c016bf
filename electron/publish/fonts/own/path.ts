import type { Contour, Point } from './glyf.ts'

/**
 * A path of lines and curves as TrueType has it: quadratic curves through whole numbers. A cubic curve with the ends p₀, p₃ and the
 * handles p₁, p₂ is cut into n equal parts, each of which becomes the quadratic one whose handle is (3p₁ + 3p₂ − p₀ − p₃) / 4. The two
 * differ by d/2 · t(1 − t)(1 − 2t) with d = p₃ − 3p₂ + 3p₁ − p₀, so at most by √3/36 · |d|, and d falls with n³.
 */
export class Path {
  readonly contours: Contour[] = []
  readonly #tolerance: number
  #open: Point[] = []
  #x = 0
  #y = 0

  /** @param tolerance how far a curve may be from what it was, in font units */
  constructor(tolerance: number) {
    this.#tolerance = tolerance
  }

  #to(x: number, y: number, on: boolean): void {
    this.#open.push({ x: Math.round(x), y: Math.round(y), on })
  }

  #at(x: number, y: number): void {
    this.#x = x
    this.#y = y
  }

  move(x: number, y: number): void {
    this.close()
    this.#to(x, y, true)
    this.#at(x, y)
  }

  line(x: number, y: number): void {
    this.#to(x, y, true)
    this.#at(x, y)
  }

  quadratic(a: number, b: number, x: number, y: number): void {
    this.#to(a, b, false)
    this.line(x, y)
  }

  cubic(a: number, b: number, c: number, d: number, x: number, y: number): void {
    const [fromX, fromY] = [this.#x, this.#y]
    const off = Math.hypot(x - 3 * c + 3 * a - fromX, y - 3 * d + 3 * b - fromY)
    const parts = Math.max(1, Math.ceil(Math.cbrt((off * Math.sqrt(3)) / 36 / this.#tolerance)))
    const point = (t: number, ...[p, q, r, s]: [number, number, number, number]): number =>
      (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s
    const slope = (t: number, ...[p, q, r, s]: [number, number, number, number]): number =>
      3 * ((1 - t) ** 2 * (q - p) + 2 * (1 - t) * t * (r - q) + t ** 2 * (s - r))
    const ofX = [fromX, a, c, x] as const
    const ofY = [fromY, b, d, y] as const
    for (let part = 0; part < parts; part++) {
      const [from, to] = [part / parts, (part + 1) / parts]
      const handle = (of: readonly [number, number, number, number]): number => {
        // The handles of this part alone stand a third of the way along its slopes: (3p₁ + 3p₂ − p₀ − p₃) / 4 of them.
        const third = (to - from) / 3
        const [begin, end] = [point(from, ...of), point(to, ...of)]
        const first = begin + third * slope(from, ...of)
        const second = end - third * slope(to, ...of)
        return (3 * first + 3 * second - begin - end) / 4
      }
      this.quadratic(handle(ofX), handle(ofY), point(to, ...ofX), point(to, ...ofY))
    }
  }

  close(): void {
    const open = this.#open
    this.#open = []
    const [first] = open
    const last = open.at(-1)
    // A contour closes by itself.
    if (open.length > 1 && first!.on && last!.on && first!.x === last!.x && first!.y === last!.y)
      open.pop()
    // Fewer enclose nothing.
    if (open.length > 2) this.contours.push(open)
  }
}
