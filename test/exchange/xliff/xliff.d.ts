/** The package has no types of its own. */
declare module 'xliff' {
  /** XLIFF 2 as plain objects. */
  export function xliff2js(text: string): Promise<object>
  export function js2xliff(parsed: object, options: { readonly indent: string }): Promise<string>
}
