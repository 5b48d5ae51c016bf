/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
export const median = (values: readonly number[]): number => quantile(values, 0.5)

const say = (line: string): boolean => process.stdout.write(`${line}\n`)

/** A line of a table: a name, and numbers in columns. */
export const row = (name: string, cells: readonly (number | string)[]): boolean =>
  say(
    name.padEnd(24) +
      cells
        .map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell).padStart(10))
        .join(''),
  )

/** Says a ratio and its goal. Answers whether the goal is met. */
export function ratio(name: string, value: number, goal: number): boolean {
  say(`ratio ${name} ${value.toFixed(2)} goal <= ${goal}`)
  return value <= goal
}
