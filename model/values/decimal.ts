/** A decimal number without leading zeros and without zeros at the end of its fraction: `007.50` is `7.5`. */
export function canonical(digits: string): string {
  const negative = digits.startsWith('-')
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.')
  const left = whole.replace(/^0+(?=\d)/, '') || '0'
  const right = fraction.replace(/0+$/, '')
  const text = right === '' ? left : `${left}.${right}`
  return negative && text !== '0' ? `-${text}` : text
}

/** The number times ten to the `power`, without going through a double. */
export function shifted(digits: string, power: number): string {
  const [whole = '', fraction = ''] = digits.split('.')
  const padded = fraction.padEnd(power, '0')
  return canonical(`${whole}${padded.slice(0, power)}.${padded.slice(power)}`)
}
