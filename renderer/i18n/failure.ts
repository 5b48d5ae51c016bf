import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../model/errors/result.ts'

/** The sentence that a failure has in the interface language. */
export function useFailureText(): (failure: Failure) => string {
  const { t } = useTranslation('errors')
  return useCallback(
    (failure) =>
      t(failure.code, {
        ...(failure.id === undefined ? {} : { id: failure.id }),
        ...failure.params,
      }),
    [t],
  )
}
