import type { Answer, Question } from '../../electron/chromium/answers.ts'

/** Between a test and the app that it started. Beside these the shell says `interactive`, as to any parent. */
export type ToApp =
  | { readonly type: 'join' }
  | { readonly type: 'cdp'; readonly message: string }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }

export type FromApp =
  | { readonly type: 'joined'; readonly browser: number }
  | { readonly type: 'cdp'; readonly message: string }
  | { readonly type: 'question'; readonly id: number; readonly question: Question }
