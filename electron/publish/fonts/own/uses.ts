import { publicationWords } from '../../../../locales/publication-words.ts'
import { FONT_ROLES, type FontRole } from '../../../../model/theme/font.ts'
import { pageBody } from '../../body.ts'
import { rendering, type PageInput } from '../../rendering.ts'
import { chosenFonts } from '../faces.ts'
import { charactersByRole, type Role } from '../roles.ts'
import { fontSubset } from '../subset.ts'
import { OWN_FAMILIES } from './family.ts'

/** What an organisation's own face does for one page. `bytes`: what the page carries of it, before base64. */
export interface FontUse {
  readonly role: FontRole
  readonly locale: string
  /** Different characters that the page shows in this kind of type, and those that are set in the face. */
  readonly characters: number
  readonly covered: number
  /** Of these, those that are set in it in a PDF too. */
  readonly onPaper: number
  readonly bytes: number
}

const KINDS: Readonly<Record<FontRole, readonly Role[]>> = {
  text: ['text', 'bold', 'italic', 'boldItalic', 'sans'],
  headings: ['headings', 'headingsItalic'],
  code: ['mono'],
}

/** What each face that a theme brings does for the page of one language; none where the language has no publication words. */
export async function fontUses(
  input: Omit<PageInput, 'medium' | 'images' | 'alternates'>,
): Promise<FontUse[]> {
  const words = publicationWords(input.locale, input.own)
  if (words === undefined) return []
  const page = rendering({ ...input, medium: 'screen', images: new Map(), alternates: [] }, words)
  const body = pageBody(page)
  const shown = charactersByRole(body)
  const ownIn = async (medium: 'screen' | 'print') =>
    [...(await chosenFonts({ ...page, medium }, body))].filter(([{ own }]) => own !== undefined)
  const chosen = await ownIn('screen')
  const printed = await ownIn('print')
  const uses = FONT_ROLES.map(async (role): Promise<FontUse | undefined> => {
    if (page.fonts?.some(({ family }) => family === OWN_FAMILIES[role]) !== true) return undefined
    const own = chosen.filter(([{ family }]) => family === OWN_FAMILIES[role])
    const characters = new Set(
      KINDS[role].flatMap((kind) => [...(shown.get(kind) ?? [])]).map((one) => one.codePointAt(0)!),
    )
    const given = (fonts: typeof own): number => {
      const points = new Set(fonts.flatMap(([, some]) => [...some]))
      return [...characters].filter((point) => points.has(point)).length
    }
    const cuts = await Promise.all(
      own.map(async ([font, points]) => (await fontSubset(font, points, 'woff2')).length),
    )
    return {
      role,
      locale: input.locale,
      characters: characters.size,
      covered: given(own),
      onPaper: given(printed.filter(([{ family }]) => family === OWN_FAMILIES[role])),
      bytes: cuts.reduce((sum, size) => sum + size, 0),
    }
  })
  return (await Promise.all(uses)).filter((use) => use !== undefined)
}
