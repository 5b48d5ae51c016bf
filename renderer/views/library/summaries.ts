import { useCallback, useEffect, useState } from 'react'
import type { Summary } from '../../../model/contract/summary.ts'
import type { Result } from '../../../model/errors/result.ts'
import { api } from '../../api.ts'

/** What is in the library, read again whenever the core says that it changed. Null until it is read. */
export function useSummaries(): readonly [Result<readonly Summary[]> | null, () => void] {
  const [list, setList] = useState<Result<readonly Summary[]> | null>(null)
  const read = useCallback(() => {
    void api.call('library.list', {}).then(setList)
  }, [])
  useEffect(() => {
    read()
    return api.on('library.changed', read)
  }, [read])
  return [list, read]
}
