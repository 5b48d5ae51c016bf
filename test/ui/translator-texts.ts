/** A sentence of the source with what it is in Dutch. */
export type Pair = readonly [source: string, target: string]

/** What the servers of the account are called in either language. */
const SERVERS: readonly Pair[] = [
  ['mail', 'mail'],
  ['log', 'log'],
  ['build', 'bouw'],
  ['image', 'beeld'],
  ['queue', 'wachtrij'],
  ['search', 'zoek'],
  ['name', 'naam'],
  ['time', 'tijd'],
  ['login', 'aanmeld'],
  ['chat', 'praat'],
  ['print', 'druk'],
  ['map', 'kaart'],
  ['test', 'proef'],
  ['report', 'verslag'],
]

/** What is said of each of them. The last is what no earlier account says. */
const SAID: readonly ((server: Pair) => Pair)[] = [
  ([en, nl]) => [
    `Early that night the ${en} server answered no request.`,
    `Vroeg in die nacht gaf de ${nl}server geen antwoord.`,
  ],
  ([en, nl]) => [
    `An alert about the ${en} server went to a closed channel.`,
    `Een melding over de ${nl}server ging naar een gesloten kanaal.`,
  ],
  ([en, nl]) => [
    `The disk of the ${en} server was full within an hour.`,
    `De schijf van de ${nl}server was binnen een uur vol.`,
  ],
  ([en, nl]) => [
    `We took the ${en} server off the network by hand.`,
    `We haalden de ${nl}server met de hand van het netwerk.`,
  ],
  ([en, nl]) => [
    `A copy of the ${en} server was kept for the inquiry.`,
    `Een kopie van de ${nl}server werd bewaard voor het onderzoek.`,
  ],
  ([en, nl]) => [
    `Nobody had changed the password of the ${en} server since spring.`,
    `Niemand had sinds het voorjaar het wachtwoord van de ${nl}server veranderd.`,
  ],
  ([en, nl]) => [
    `The certificate of the ${en} server had expired before.`,
    `Het certificaat van de ${nl}server was al eerder verlopen.`,
  ],
  ([en, nl]) => [
    `We set up the ${en} server anew from clean media.`,
    `We richtten de ${nl}server opnieuw in vanaf schone media.`,
  ],
  ([en, nl]) => [
    `Every account on the ${en} server got another key.`,
    `Elk account op de ${nl}server kreeg een andere sleutel.`,
  ],
  ([en, nl]) => [
    `Two people watched the ${en} server until the morning.`,
    `Twee mensen bewaakten de ${nl}server tot de ochtend.`,
  ],
  ([en, nl]) => [
    `The ${en} server was back before the offices opened.`,
    `De ${nl}server was terug voordat de kantoren opengingen.`,
  ],
  ([en, nl]) => [
    `No data was lost on the ${en} server in all this.`,
    `Er ging bij dit alles geen data op de ${nl}server verloren.`,
  ],
  ([en, nl]) => [
    `From now on the ${en} server reports its state every minute.`,
    `Voortaan meldt de ${nl}server elke minuut zijn toestand.`,
  ],
  ([en, nl]) => [
    `It was written nowhere who looks after the ${en} server.`,
    `Nergens stond geschreven wie er zorgt voor de ${nl}server.`,
  ],
]

/** So many servers and so many sentences the earlier account has. */
const KNOWN_SERVERS = 12
const KNOWN_SAID = SAID.length - 1

export const TITLE: Pair = ['One night without servers', 'Eén nacht zonder servers']

const HEADINGS: readonly Pair[] = [
  ['What failed first', 'Wat het eerst uitviel'],
  ['What we built on', 'Waarop wij bouwden'],
  ['How far it went', 'Hoe ver het ging'],
  // It is the same in Dutch.
  ['Impact in detail', 'Impact in detail'],
  ['How we answered', 'Hoe wij reageerden'],
  ['What remains to be done', 'Wat er nog te doen is'],
  ['What we took from it', 'Wat wij eruit meenamen'],
]

export interface Part {
  readonly heading: Pair
  readonly texts: readonly Pair[]
}

/** The parts of the account that is translated: with its title 200 units. */
export const PARTS: readonly Part[] = HEADINGS.map((heading, at) => {
  const texts = SERVERS.slice(at * 2, at * 2 + 2).flatMap((server) =>
    SAID.map((say) => say(server)),
  )
  return { heading, texts: at < HEADINGS.length - 1 ? texts : texts.slice(0, -4) }
})

/** What an earlier account says and how it was translated: most of the texts, and others nearly. */
export const EARLIER: Part = {
  heading: ['Earlier', 'Eerder'],
  texts: SERVERS.slice(0, KNOWN_SERVERS).flatMap((server) =>
    SAID.slice(0, KNOWN_SAID).map((say) => say(server)),
  ),
}

/** What each text of the account is in Dutch. */
export const DUTCH: ReadonlyMap<string, string> = new Map([
  TITLE,
  ...PARTS.flatMap(({ heading, texts }) => [heading, ...texts]),
])

/** How many texts the memory knows to the letter, and how many nearly. */
const inParts = PARTS.flatMap(({ texts }) => texts.map(([source]) => source))
const known = new Set(EARLIER.texts.map(([source]) => source))
const isNew = (source: string): boolean => source.startsWith('It was written nowhere')
export const EXACT = inParts.filter((source) => known.has(source)).length
export const NEARLY = inParts.filter((source) => !known.has(source) && !isNew(source)).length
