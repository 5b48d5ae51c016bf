import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '../../../../model/document/identifier.ts'
import type { Content } from '../../../../model/document/text.ts'
import type { Translation } from '../../../../model/document/translation.ts'
import type { Failure } from '../../../../model/errors/result.ts'
import type { UnitInLocale } from '../../../../model/units/locale-view.ts'
import { rewritten } from '../../../../model/units/rewrite.ts'
import { api } from '../../../api.ts'
import type { Session } from '../../../session/session.ts'
import type { Asked } from './consent.tsx'

/** What an engine made of a text. */
export interface Suggested {
  readonly content: Content
  readonly engine: string
  readonly sourceHash: string
}

export type Suggestion =
  | { readonly kind: 'none' | 'asking' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | ({ readonly kind: 'there' } & Suggested)

const NONE: Suggestion = { kind: 'none' }

/** What the engine has for the text that is worked on, once somebody asks. It goes when another text or source is worked on. */
export function useSuggestion(
  session: Session,
  locale: string,
  worked: UnitInLocale | undefined,
  asked: Asked,
): { readonly suggestion: Suggestion; readonly ask: () => void; readonly stop: () => void } {
  const key = worked === undefined ? '' : `${locale} ${worked.unit.id} ${worked.sourceHash}`
  const [found, setFound] = useState({ key: '', suggestion: NONE })
  const job = useRef<string | null>(null)
  const cancel = useCallback(() => {
    if (job.current !== null) void api.call('job.cancel', { job: job.current })
    job.current = null
  }, [])
  useEffect(() => cancel, [cancel, key])

  async function run(unit: string): Promise<void> {
    cancel()
    const id = newId()
    job.current = id
    const say = (suggestion: Suggestion): void => {
      if (job.current === id) setFound({ key, suggestion })
    }
    say({ kind: 'asking' })
    // What is sent is what is in the library.
    if (!(await session.flush())) return say(NONE)
    const told = await asked('one', (agreed) =>
      api.call('engine.suggest', {
        id: session.id,
        unit,
        locale,
        ...(agreed === undefined ? {} : { agreed }),
        job: id,
      }),
    )
    if (told === null || (!told.ok && told.error.code === 'CANCELLED')) say(NONE)
    else say(told.ok ? { kind: 'there', ...told.value } : { kind: 'failed', failure: told.error })
  }

  return {
    suggestion: found.key === key ? found.suggestion : NONE,
    ask: () => worked !== undefined && void run(worked.unit.id),
    stop() {
      cancel()
      setFound({ key, suggestion: NONE })
    },
  }
}

/** A draft with what the engine made, under its name. What is approved stays. */
export function insertSuggestion(
  session: Session,
  locale: string,
  { unit, translation }: UnitInLocale,
  { content, engine, sourceHash }: Suggested,
): void {
  if (translation?.state === 'approved') return
  const now: Translation = {
    ...(translation === undefined ? {} : rewritten(translation, content)),
    unit: unit.id,
    locale,
    content,
    state: 'draft',
    origin: 'machine',
    engine,
    sourceHash,
    changedAt: new Date().toISOString(),
  }
  session.apply([{ type: 'translation.put', translation: now }])
}
